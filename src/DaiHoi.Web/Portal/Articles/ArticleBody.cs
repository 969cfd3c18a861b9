using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>The body of an article as readers get it: photographs in their frames, ranges that do not break.</summary>
internal static partial class ArticleBody
{
    /// <param name="article">its body is clean HTML, as the newsroom keeps it</param>
    /// <param name="to">a path in the language of the page</param>
    public static string Render(PublishedArticle article, Texts texts, Func<string, string> to)
    {
        var bodyHtml = article.BodyHtml;
        var html = new StringBuilder(bodyHtml.Length + 1024);
        var at = 0;
        foreach (var place in Place().EnumerateMatches(bodyHtml))
        {
            html.Append(Unbroken(bodyHtml[at..place.Index]));
            at = place.Index + place.Length;
            var written = bodyHtml.AsSpan(place.Index, place.Length);
            if (!written.StartsWith(Photo, StringComparison.Ordinal))
                html.Append(ReferenceLine.Of(written.ToString(), article, texts, to));
            else if (PhotoAt(article, DigitsOf(written)) is { } photo)
                AppendPhoto(html, photo, texts);
        }
        html.Append(Unbroken(bodyHtml[at..]));
        return html.ToString();
    }

    /// <summary>Text (not HTML) with its dates and ranges kept on one line, encoded.</summary>
    public static string Text(string text) => Unbroken(Encode(text));

    private static void AppendPhoto(StringBuilder html, PublishedPhoto photo, Texts texts)
    {
        html.Append("<figure class=\"photo\">");
        if (photo.Picture is { } picture)
            html.Append(PictureElement.Of(picture, photo.AlternativeText, "(width < 45rem) 100vw, 41rem", first: false));
        else
            html.Append("<div class=\"frame-without-picture\">").Append(Encode(texts["no-picture"])).Append("</div>");
        html.Append("<figcaption><span>").Append(Text(photo.Caption)).Append("</span>");
        if (photo.Credit is { Length: > 0 } credit)
            html.Append(" <span class=\"credit\">").Append(Encode(texts["photo-credit", credit])).Append("</span>");
        html.Append("</figcaption></figure>");
    }

    private static PublishedPhoto? PhotoAt(PublishedArticle article, long number) =>
        article.Photos.FirstOrDefault(photo => photo.Id == number);

    private static long DigitsOf(ReadOnlySpan<char> place)
    {
        var from = place.IndexOf('"') + 1;
        var digits = place[from..(from + place[from..].IndexOf('"'))];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    // Only between tags: an address or an attribute keeps its letters.
    private static string Unbroken(string html) => Range().Replace(html, "<span class=\"nowrap\">$&</span>");

    private static string Encode(string text) => Markup.Encoder.Encode(text);

    private const string Photo = "<figure data-photo";

    [GeneratedRegex(
        """<figure data-(?:photo="\d{1,18}"></figure>|(?:file|document)="\d{1,18}">(?:<figcaption>[^<]*</figcaption>)?</figure>)""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"(?<![\w<&#/\-–.""=])\d{1,4}[-–]\d{1,4}(?:[-–]\d{2,4})?(?![\w\-–/])(?=[^<>]*(?:<|$))",
        RegexOptions.None,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Range();
}
