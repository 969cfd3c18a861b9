using System.Globalization;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Documents;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>A file or a document that an article names, as a line of its own: what it is, its link, what a reader wants to know first.</summary>
internal static partial class ReferenceLine
{
    /// <param name="place">as a kept body has it</param>
    /// <param name="to">a path in the language of the page</param>
    public static string Of(string place, PublishedArticle article, Texts texts, Func<string, string> to)
    {
        var parts = Place().Match(place);
        var id = long.Parse(parts.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var words = parts.Groups["words"].Value;
        return parts.Groups["kind"].Value == "file"
            ? OfFile(article.Files.FirstOrDefault(file => file.Id == id), words, texts)
            : OfDocument(article.Documents.FirstOrDefault(document => document.Id == id), words, texts, to);
    }

    private static string OfFile(PublishedFile? file, string words, Texts t)
    {
        if (file is null)
            return Lost(words);
        var title = words.Length > 0 ? words : Encode(file.Title);
        var facts = Encode(t["reference-pdf", FileSize.Of(file.Length, t.English)]);
        return Line(t["reference-file"], $"<a href=\"{file.Path}\" download>{title}</a>", facts, t);
    }

    private static string OfDocument(ReferredDocument? document, string words, Texts t, Func<string, string> to)
    {
        if (document is null)
            return Lost(words);
        var name = Encode(t["reference-document", document.Type, document.Number]);
        var address = to(DocumentTable.PathOf(document.Number, document.Id));
        var facts = Encode(t["reference-issued", Formats.Day(document.IssuedOn), document.IssuingBody]);
        var summary = $"<span class=\"summary\">{ArticleBody.Text(document.Summary)}</span>";
        return Line(t["reference-of-document"], $"<a href=\"{address}\">{name}</a>", facts, t, summary);
    }

    // The library has it no more: its words stay, they are part of the text.
    private static string Lost(string words) => words.Length == 0 ? "" : $"<p>{words}</p>";

    private static string Line(string kind, string link, string facts, Texts t, string summary = "")
    {
        var language = t.English ? "en" : "vi";
        return $"<p class=\"reference\"><span class=\"kind\" lang=\"{language}\">{Encode(kind)}</span> {link} <span class=\"facts\" lang=\"{language}\">{facts}</span>{summary}</p>";
    }

    private static string Encode(string text) => Markup.Encoder.Encode(text);

    [GeneratedRegex(
        """<figure data-(?<kind>file|document)="(?<id>\d{1,18})">(<figcaption>(?<words>[^<]*)</figcaption>)?""",
        RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Place();
}
