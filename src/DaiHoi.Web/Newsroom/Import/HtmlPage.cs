using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>A page saved as HTML.</summary>
internal static class HtmlPage
{
    private const int MostFigures = 20;

    /// <returns>null for a page that nobody made to be read: elements in elements without end</returns>
    public static PageParts? Read(string html, string fileName)
    {
        var parts = new PageParts();
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        if (Nesting.IsTooDeep(document))
            return null;
        Dom.Clean(document);
        var textOfPage = document.Body?.TextContent.Length ?? 0;
        var facts = PageFacts.Of(document, html);
        var addresses = new OldSite(facts.CanonicalAddress, fileName);
        var content = MainContent.Find(document, textOfPage);
        var title = PageTitle.Find(document, facts, content, textOfPage);

        parts.Title = title.Text;
        parts.CanonicalAddress = facts.CanonicalAddress;
        parts.Category = facts.Category ?? PageFacts.CategoryOfBreadcrumb(document, title.Text);
        parts.Tags.AddRange(facts.Tags);
        parts.PrintAddress = PrintAddress(document, addresses);
        TakeSiteBlocks(document, parts);
        parts.Date = DateOf(facts, DateBehind(document, title.Element, content, textOfPage));
        parts.Views = Dom.Lines(document.Body ?? document.DocumentElement)
            .Select(line => SiteWords.Views(line, out _))
            .FirstOrDefault(views => views is not null);
        if (content is not null)
            parts.Blocks = BlocksOf(document, title.Element, content, addresses, textOfPage);
        // The byline at the end of the text comes first; what the head says stands in for it.
        if (!parts.Blocks.Exists(block => Byline.Names(block.Text).Count > 0))
            parts.Authors.AddRange(facts.Authors.Where(name => Byline.Names(name).Count > 0));
        return parts;
    }

    private static List<Block> BlocksOf(IDocument document, IElement? title, IElement content, OldSite addresses, int textOfPage)
    {
        var blocks = HtmlBlocks.Of(content, addresses.Link, textOfPage);
        if (title is not null)
            blocks.InsertRange(0, PhotosBetween(document, title, content, textOfPage));
        if (MainContent.Lead(document, content, textOfPage) is not { } lead)
            return blocks;
        var text = Dom.Text(lead);
        var first = blocks.Find(block => block.Kind == BlockKind.Paragraph);
        if (first is null || !Fold.Letters(first.Text).StartsWith(Fold.Letters(text), StringComparison.Ordinal))
            blocks.Insert(0, Block.Paragraph(text));
        return blocks;
    }

    /// <summary>Photographs that stand with the lead, between the title and the text.</summary>
    private static List<Block> PhotosBetween(IDocument document, IElement title, IElement content, int textOfPage) =>
        document
            .QuerySelectorAll("figure")
            .Take(MostFigures)
            .Where(figure =>
                !content.Contains(figure)
                && MainContent.IsBefore(title, figure)
                && MainContent.IsBefore(figure, content)
                && !MainContent.InChrome(figure, textOfPage)
            )
            .Select(HtmlCaptions.Photo)
            .OfType<RecognisedPhoto>()
            .Select(Block.Of)
            .ToList();

    // What the head says is exact, but some portals give the day only, or fill the hour with midnight.
    private static DateTime? DateOf(PageFacts facts, DateTime? seen)
    {
        if (facts.Date is { } told && (told.TimeOfDay > TimeSpan.Zero || seen?.Date != told.Date))
            return told;
        return seen ?? facts.Date;
    }

    /// <summary>
    /// The first line behind the title that is a date: the head of a page often shows today's before it. Where none is
    /// behind it, one between the portal's head and the text.
    /// </summary>
    private static DateTime? DateBehind(IDocument document, IElement? title, IElement? content, int textOfPage)
    {
        DateTime? before = null;
        foreach (var element in document.All)
        {
            if (element.ChildElementCount > 6 || Dom.IsUnseen(element) || element.TextContent.Length > 300)
                continue;
            if (
                !SiteWords.IsDate(Dom.Text(element), out var date)
                && !SiteWords.IsDate(element.GetAttribute("datetime") ?? "", out date)
            )
                continue;
            if (MainContent.InChrome(element, textOfPage))
                continue;
            if (title is null || MainContent.IsBefore(title, element) || title.Contains(element))
                return date;
            if (content is not null && !content.Contains(element))
                before = date;
        }
        return before;
    }

    private static string? PrintAddress(IDocument document, OldSite addresses)
    {
        foreach (var anchor in document.QuerySelectorAll("a[href]"))
        {
            var words = Dom.Text(anchor) is { Length: > 0 } text ? text : anchor.GetAttribute("title") ?? "";
            if (SiteWords.Bare(words) is "in trang" or "in bai" or "in bai viet" or "ban in" or "print" or "in tin" or "in ra")
                return addresses.Link(anchor.GetAttribute("href")!);
        }
        return null;
    }

    private static void TakeSiteBlocks(IDocument document, PageParts parts)
    {
        var lines = Dom.Lines(document.Body ?? document.DocumentElement);
        var heading = lines.FindIndex(SiteBlocks.IsStatisticsHeading);
        if (heading >= 0)
            parts.Statistics = SiteBlocks.Statistics(lines, heading, out _);
        parts.Links = HtmlLinks.Find(document);
    }
}
