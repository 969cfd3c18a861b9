using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Bodies;

/// <summary>A body with its photos in it: as the editor takes it, and as the desk shows it.</summary>
internal static partial class BodyForEditor
{
    /// <param name="pictures">those that its photos show, by their numbers</param>
    public static string Of(WrittenBody body, IReadOnlyDictionary<long, Picture> pictures) =>
        Replaced(body, (html, photo) => AppendForEditor(html, photo, PictureOf(photo, pictures)));

    /// <summary>For reading at the desk; a picture that nobody has described says so.</summary>
    public static string Shown(WrittenBody body, IReadOnlyDictionary<long, Picture> pictures, Texts t) =>
        Reference()
            .Replace(
                Replaced(body, (html, photo) => AppendShown(html, photo, PictureOf(photo, pictures), t)),
                place => Shown(place, t)
            );

    private static Picture? PictureOf(EditedPhoto photo, IReadOnlyDictionary<long, Picture> pictures) =>
        photo.PictureId is { } id ? pictures.GetValueOrDefault(id) : null;

    private static string Replaced(WrittenBody body, Action<StringBuilder, EditedPhoto> append)
    {
        var html = new StringBuilder(body.Html.Length + 1024);
        var at = 0;
        foreach (var place in Place().Matches(body.Html).Cast<Match>())
        {
            html.Append(body.Html, at, place.Index - at);
            at = place.Index + place.Length;
            if (body.PhotoAt(place.Groups["place"].Value) is { } photo)
                append(html, photo);
        }
        return html.Append(body.Html, at, body.Html.Length - at).ToString();
    }

    private static void AppendForEditor(StringBuilder html, EditedPhoto photo, Picture? picture)
    {
        html.Append(CultureInfo.InvariantCulture, $"<figure data-picture=\"{photo.PictureId ?? 0}\"");
        html.Append(CultureInfo.InvariantCulture, $" data-alt=\"{Encode(photo.AlternativeText)}\"");
        html.Append(CultureInfo.InvariantCulture, $" data-credit=\"{Encode(photo.Credit ?? "")}\">");
        if (picture is not null)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<img src=\"{AddressOf(picture)}\" alt=\"{Encode(photo.AlternativeText)}\">"
            );
        html.Append("<figcaption>").Append(Encode(photo.Caption)).Append("</figcaption></figure>");
    }

    private static void AppendShown(StringBuilder html, EditedPhoto photo, Picture? picture, Texts t)
    {
        html.Append("<figure class=\"photo\">");
        if (picture is not null)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<img src=\"{AddressOf(picture)}\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{Encode(photo.AlternativeText)}\" loading=\"lazy\">"
            );
        else
            html.Append("<div class=\"frame-without-picture\">").Append(Encode(t["no-picture"])).Append("</div>");
        html.Append("<figcaption><span>").Append(Encode(photo.Caption)).Append("</span>");
        if (photo.Credit is { Length: > 0 } credit)
            html.Append(" <span class=\"credit\">").Append(Encode(t["photo-credit", credit])).Append("</span>");
        html.Append("</figcaption>");
        if (picture is not null && photo.AlternativeText.Length == 0)
            html.Append("<p class=\"to-look\">").Append(Encode(t["photo-undescribed"])).Append("</p>");
        html.Append("</figure>");
    }

    // Words and name are clean HTML already. A file leads to its page of the library, a document to its own.
    private static string Shown(Match place, Texts t)
    {
        var (mark, id) = (place.Groups["mark"].Value, place.Groups["id"].Value);
        var isFile = mark == BodyReference.FileMark;
        var address = isFile ? "/ban-bien-tap/kho-phuong-tien/tep/" + id : "/van-ban/x-" + id;
        var words = place.Groups["words"].Value is { Length: > 0 } written ? written : Encode(t["reference-file-number", id]);
        var kind = Encode(t[isFile ? "reference-file" : "reference-of-document"]);
        return $"<p class=\"reference\"><span class=\"kind\">{kind}</span> <a href=\"{address}\">{words}</a></p>";
    }

    /// <summary>The address of a picture as large as it is kept.</summary>
    public static string AddressOf(Picture picture) =>
        PictureAddress.Of(picture.Sha256, PictureWidths.Of(picture.Width)[^1], PictureFormat.WebP);

    private static string Encode(string text) => Markup.Encoder.Encode(text);

    [GeneratedRegex("""<figure data-photo="(?<place>\d{1,18})"></figure>""", RegexOptions.None, 2000)]
    private static partial Regex Place();

    [GeneratedRegex(
        """<figure (?<mark>data-file|data-document)="(?<id>\d{1,18})">(?:<figcaption>(?<words>[^<]*)</figcaption>)?</figure>""",
        RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Reference();
}
