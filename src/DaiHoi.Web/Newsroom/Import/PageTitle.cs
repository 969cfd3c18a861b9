using AngleSharp.Dom;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>The headline of an HTML page, among the several places where old portals put it.</summary>
internal static class PageTitle
{
    private const int LongestTitle = 300;

    private static readonly string[] Known =
    [
        "[itemprop=headline]",
        "h1",
        ".news-title",
        ".title-news",
        ".article-title",
        ".detail-title",
        ".post-title",
        ".entry-title",
        ".tieude",
        ".tieu-de",
        ".title",
    ];
    private static readonly string[] Nothing =
    [
        "untitled document",
        "untitled",
        "new page 1",
        "trang chu",
        "home",
        "index",
        "chi tiet",
        "document",
    ];

    /// <returns>the title, null where there is none, and the element that shows it</returns>
    public static (string? Text, IElement? Element) Find(IDocument document, PageFacts facts, IElement? content, int textOfPage)
    {
        var head = Clean(document.Title);
        var told = facts.Headline ?? head;
        var shown = Known
            .SelectMany(selector => document.QuerySelectorAll(selector))
            .Where(element => element.LocalName is not "meta" && !MainContent.InChrome(element, textOfPage))
            .Select(element => (Text: Clean(Dom.Text(element)), Element: element))
            .Where(pair => pair.Text is not null)
            .ToList();
        // The element whose words the head repeats is the title beyond doubt.
        var agreed = shown.Find(pair => Says(told, pair.Text!) || Says(head, pair.Text!));
        if (agreed.Element is not null)
            return agreed;
        var text = facts.Headline ?? shown.FirstOrDefault().Text ?? WithoutSite(head);
        var element = shown.Find(pair => pair.Text == text).Element ?? ShowingElement(document, text);
        // The head of a page names the portal alone, and its words stand nowhere on it: then the large letters say the title.
        return element is null && facts.Headline is null && Large(document, content) is { } large
            ? (Clean(Dom.Text(large)), large)
            : (text, element);
    }

    // Headlines of the time before style sheets; in the main content, or the last one before it.
    private static IElement? Large(IDocument document, IElement? content)
    {
        var large = document
            .QuerySelectorAll("font[size='4'], font[size='5'], font[size='6'], font[size^='+'], big")
            .Where(element => Clean(Dom.Text(element)) is { Length: > 10 })
            .ToList();
        return content is null
            ? large.FirstOrDefault()
            : large.Find(content.Contains) ?? large.FindLast(element => MainContent.IsBefore(element, content));
    }

    private static bool Says(string? told, string shown) =>
        told is not null && Fold.Letters(told).StartsWith(Fold.Letters(shown), StringComparison.Ordinal);

    private static IElement? ShowingElement(IDocument document, string? text) =>
        text is null
            ? null
            : document
                .Body?.QuerySelectorAll("*")
                .LastOrDefault(element =>
                    element.TextContent.Length < 2 * LongestTitle && SiteWords.WithoutPrint(Dom.Text(element)) == text
                );

    private static string? Clean(string? title)
    {
        var text = SiteWords.WithoutPrint(Markup.FoldSpace(Fold.Clean(title ?? "")));
        var isTitle = text.Length is > 1 and <= LongestTitle && text.Any(char.IsLetter) && !PortalDate.TryRead(text, out _);
        return isTitle && !Nothing.Contains(Fold.Letters(text)) ? text : null;
    }

    // "Tập trung chuẩn bị … - Cổng thông tin điện tử tỉnh Bình Phước"
    private static string? WithoutSite(string? title)
    {
        if (title is null)
            return null;
        foreach (var bar in (string[])[" | ", " » ", " :: ", " — ", " – ", " - "])
        {
            var at = title.LastIndexOf(bar, StringComparison.Ordinal);
            if (at > 10)
                return title[..at].TrimEnd();
        }
        return title;
    }
}
