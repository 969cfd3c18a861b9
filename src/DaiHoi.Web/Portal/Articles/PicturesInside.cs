using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Media;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>Puts the pictures of a page into its text, so that one file holds all of it.</summary>
internal static partial class PicturesInside
{
    /// <summary>Each picture is put in at the width that fits a page of text; one whose file is missing is left out.</summary>
    public static async Task<string> PutAsync(string html, MediaStore media, CancellationToken stop)
    {
        var whole = new StringBuilder();
        var at = 0;
        foreach (var picture in Picture().Matches(html).Cast<Match>())
        {
            whole.Append(html, at, picture.Index - at);
            at = picture.Index + picture.Length;
            var sha256 = picture.Groups["sha"].Value;
            var width = int.Parse(picture.Groups["width"].Value, CultureInfo.InvariantCulture);
            var path = media.FileOf(sha256, Math.Min(width, 960)) ?? media.FileOf(sha256, width);
            if (path is null)
                continue;
            var bytes = await File.ReadAllBytesAsync(path, stop);
            whole.Append(
                CultureInfo.InvariantCulture,
                $"<img src=\"data:image/webp;base64,{Convert.ToBase64String(bytes)}\" alt=\"{picture.Groups["alt"].Value}\">"
            );
        }
        return whole.Append(html, at, html.Length - at).ToString();
    }

    [GeneratedRegex(
        """<picture><source [^>]*><img src="/anh/(?<sha>[0-9a-f]{64})-(?<width>\d{1,4})\.jpg"[^>]*? alt="(?<alt>[^"]*)"[^>]*></picture>""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Picture();
}
