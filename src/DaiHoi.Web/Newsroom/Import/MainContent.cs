using AngleSharp.Dom;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// Finds the element that holds the text of the article: where a known portal program names it, else where the prose is
/// densest (after Readability: long runs of text that are not links speak for their parent, and half for its parent).
/// </summary>
internal static class MainContent
{
    private const int ShortestKnown = 80;
    private const int ShortestProse = 25;

    // NukeViet, common portals on ASP.NET and Liferay, WordPress, Joomla, and what many name by themselves.
    private static readonly string[] Known =
    [
        "[itemprop=articleBody]",
        "#news-bodyhtml",
        ".bodytext",
        "#content_detail",
        "#content-detail",
        ".content-detail",
        ".detail-content",
        ".news-detail-content",
        ".article-body",
        ".article-content",
        ".ArticleContent",
        ".entry-content",
        ".journal-content-article",
        ".com-content-article__body",
        ".noidung",
        ".noi-dung",
        ".news-content",
        ".newsdetail",
        ".post-content",
    ];
    private static readonly string[] Sapo =
    [
        "[itemprop=description]:not(meta)",
        ".sapo",
        ".hometext",
        ".article-sapo",
        ".article-lead",
        ".news-lead",
        ".chapeau",
        ".tomtat",
        ".summary",
        ".description",
        ".lead",
    ];

    public static IElement? Find(IDocument document, int textOfPage)
    {
        foreach (var selector in Known)
        {
            var named = document
                .QuerySelectorAll(selector)
                .FirstOrDefault(element => Dom.Text(element).Length >= ShortestKnown && !InChrome(element, textOfPage));
            if (named is not null)
                return named;
        }
        return Densest(document, textOfPage);
    }

    /// <summary>The lead where the page keeps it apart from the body.</summary>
    public static IElement? Lead(IDocument document, IElement content, int textOfPage)
    {
        foreach (var selector in Sapo)
        {
            var lead = document
                .QuerySelectorAll(selector)
                .FirstOrDefault(element =>
                    !content.Contains(element)
                    && !element.Contains(content)
                    && element.TextContent.Length is > 30 and < 2000
                    && IsBefore(element, content)
                    && !InChrome(element, textOfPage)
                );
            if (lead is not null)
                return lead;
        }
        return null;
    }

    public static bool InChrome(INode node, int textOfPage) =>
        (node is IElement self && Dom.IsChrome(self, textOfPage))
        || Dom.Ancestors(node).Any(ancestor => Dom.IsChrome(ancestor, textOfPage));

    public static bool IsBefore(INode node, INode other) =>
        node.CompareDocumentPosition(other).HasFlag(DocumentPositions.Following);

    private static IElement? Densest(IDocument document, int textOfPage)
    {
        var scores = new Dictionary<IElement, double>();
        if (document.Body is { } body)
            Score(body, scores, textOfPage);
        return scores.Count == 0 ? null : scores.MaxBy(pair => pair.Value).Key;
    }

    private static void Score(IElement element, Dictionary<IElement, double> scores, int textOfPage)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
                Credit(element, Markup.FoldSpace(text.Data).Length, scores);
            else if (
                child is IElement inner
                && inner.LocalName != "a"
                && !Dom.IsUnseen(inner)
                && !Dom.IsChrome(inner, textOfPage)
            )
                Score(inner, scores, textOfPage);
        }
    }

    // Paragraphs and words with emphasis are leaves: what holds them is the content.
    private static void Credit(IElement holder, int length, Dictionary<IElement, double> scores)
    {
        if (length < ShortestProse)
            return;
        var block = holder;
        while (block.ParentElement is { } parent && (Dom.IsInline(block) || IsLeaf(block)))
            block = parent;
        Add(block, length);
        var above = block.ParentElement;
        // A span around blocks is no content by itself: what stands beside it would be lost.
        while (above is not null && Dom.IsInline(above))
            above = above.ParentElement;
        if (above is not null)
            Add(above, length / 2.0);

        void Add(IElement element, double score) => scores[element] = scores.GetValueOrDefault(element) + score;
    }

    private static bool IsLeaf(IElement element) =>
        element.LocalName
            is "p"
                or "li"
                or "ul"
                or "ol"
                or "blockquote"
                or "figure"
                or "figcaption"
                or "center"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
        || IsCellOfData(element);

    private static bool IsCellOfData(IElement element) =>
        element.LocalName is "tr" or "tbody" or "thead" or "th" or "table"
        || (element.LocalName == "td" && element.TextContent.Length < 200);
}
