using AngleSharp.Dom;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>The block "Liên kết website" of an HTML page, as links or as a list to choose from.</summary>
internal static class HtmlLinks
{
    private const int FurthestAncestor = 4;
    private const int MostLinks = 200;

    /// <returns>null where the page has no such block</returns>
    public static List<RecognisedLink>? Find(IDocument document)
    {
        var heading = document.All.LastOrDefault(element =>
            element.TextContent.Length < 120 && !Dom.IsUnseen(element) && SiteBlocks.IsLinkHeading(Dom.Text(element))
        );
        if (heading is null)
            return null;
        foreach (var around in Dom.Ancestors(heading).Take(FurthestAncestor))
        {
            if (around.LocalName is "body" or "html" || around.QuerySelector("h1") is not null)
                break;
            if (Links(around) is { Count: > 0 } links)
                return links;
        }
        return [];
    }

    private static List<RecognisedLink> Links(IElement around)
    {
        var links = new List<RecognisedLink>();
        foreach (var element in around.QuerySelectorAll("a[href], option[value]"))
        {
            var address = OldSite.AsRead(element.GetAttribute("href") ?? element.GetAttribute("value") ?? "");
            var name = Dom.Text(element) is { Length: > 0 } text ? text : NameOf(element);
            if (name.Length is > 0 and <= 200 && address is not null && OldSite.IsWhole(address) && links.Count < MostLinks)
                links.Add(new(name, address));
        }
        return links;
    }

    private static string NameOf(IElement element) =>
        Markup.FoldSpace(element.GetAttribute("title") ?? element.QuerySelector("img[alt]")?.GetAttribute("alt") ?? "");
}
