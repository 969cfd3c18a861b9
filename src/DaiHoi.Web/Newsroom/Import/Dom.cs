using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>What the parts of an old page are to the import.</summary>
internal static class Dom
{
    private static readonly FrozenSet<string> Inline = Names(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q s samp small span strike strong sub sup time tt u var"
    );
    private static readonly FrozenSet<string> Unseen = Names(
        "script style noscript template head title meta link object embed applet iframe svg math canvas audio video select textarea button input map frame frameset"
    );
    private static readonly FrozenSet<string> ChromeElements = Names("nav footer aside dialog menu");

    // Whole words of class and id.
    private static readonly FrozenSet<string> ChromeWords = Names(
        "share sharing social related relate relatednews othernews other-news tinlienquan tinkhac comment comments binhluan breadcrumb breadcrumbs menu navbar navigation sidebar banner quangcao advert ads rating toolbar print paging pagination keywords tags visitor counter thongke lienket weblink search login copyright footer addthis"
    );

    // With a colon: the smart tags of Word, <st1:place>.
    public static bool IsInline(IElement element) => Inline.Contains(element.LocalName) || element.LocalName.Contains(':');

    public static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName) || element.HasAttribute("hidden") || IsHiddenByStyle(element);

    /// <summary>Menus, share buttons, comments and the like, by name; one that holds most of the page is the page itself.</summary>
    public static bool IsChrome(IElement element, int textOfPage) =>
        (ChromeElements.Contains(element.LocalName) || NamesChrome(element)) && element.TextContent.Length * 2 < textOfPage;

    /// <summary>The text of a node, white space folded.</summary>
    public static string Text(INode node) => Markup.FoldSpace(Fold.Clean(node.TextContent));

    /// <summary>
    /// Brings every text and attribute to the program's form: characters that were written as references were no text yet
    /// when the page was read.
    /// </summary>
    public static void Clean(IDocument document)
    {
        foreach (var text in document.Descendants<IText>())
            text.Data = Markup.WithoutOverlay(Fold.Clean(text.Data));
        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes)
                attribute.Value = Fold.Clean(attribute.Value);
        }
    }

    /// <summary>Text as the reader sees its lines: one for each block, an empty one between sections.</summary>
    public static List<string> Lines(INode root)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        AppendLines(root, lines, line);
        EndLine(lines, line);
        return lines;
    }

    public static IEnumerable<IElement> Ancestors(INode node)
    {
        for (var parent = node.ParentElement; parent is not null; parent = parent.ParentElement)
            yield return parent;
    }

    private static void AppendLines(INode node, List<string> lines, StringBuilder line)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                line.Append(text.Data);
            if (child is not IElement element || IsUnseen(element))
                continue;
            if (element.LocalName == "img")
                line.Append(DigitOf(element));
            // Cells of a row stand in one line, as the reader sees them.
            var apart = !IsInline(element) && element.LocalName is not ("td" or "th" or "img");
            if (apart)
                EndLine(lines, line);
            else if (element.LocalName is "td" or "th")
                line.Append(' ');
            AppendLines(element, lines, line);
            if (apart)
                EndLine(lines, line);
        }
    }

    private static void EndLine(List<string> lines, StringBuilder line)
    {
        var text = Markup.FoldSpace(line.ToString());
        line.Clear();
        if (text.Length > 0)
            lines.Add(text);
    }

    // Odometers were drawn with a picture for each digit: "0.gif".
    private static string DigitOf(IElement picture)
    {
        if (picture.GetAttribute("alt") is [>= '0' and <= '9'] alternative)
            return alternative;
        var file = Path.GetFileNameWithoutExtension((picture.GetAttribute("src") ?? "").Split('?')[0]);
        return file is [>= '0' and <= '9'] ? file : "";
    }

    private static bool NamesChrome(IElement element) =>
        Words(element.ClassName).Concat(Words(element.Id)).Any(word => ChromeWords.Contains(word));

    private static IEnumerable<string> Words(string? names)
    {
        foreach (var name in (names ?? "").Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return name;
            foreach (var part in name.Split('-', '_'))
                yield return part;
        }
    }

    private static bool IsHiddenByStyle(IElement element) =>
        element.GetAttribute("style") is { } style
        && style.Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
