using System.Collections.Frozen;
using AngleSharp.Dom;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// How deep elements lie in each other, judged before the page is parsed: a parser follows every level, and a page made
/// of nothing but levels would cost its square in time.
/// </summary>
internal static class Nesting
{
    /// <summary>Browsers stop at 512. Pages that people made stay below 60.</summary>
    public const int Deepest = 512;

    // No end tag is needed or allowed: their openings say nothing about depth.
    private static readonly FrozenSet<string> Uncounted = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option colgroup".Split(
            ' '
        )
    );

    /// <summary>
    /// The same of a parsed page, where its real depth is known: a parser adds levels that nobody wrote, and what follows
    /// goes down level by level. Without this a page could end the process.
    /// </summary>
    public static bool IsTooDeep(IDocument document)
    {
        // By children: to ask a node for the next one costs a walk along all before it.
        var level = new List<INode> { document };
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth > 4 * Deepest)
                return true;
            level = level.SelectMany(node => node.ChildNodes).ToList();
        }
        return false;
    }

    public static bool IsTooDeep(string html)
    {
        var depth = 0;
        var uncounted = Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var opened = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var open = opened.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = NextTag(html, at))
        {
            var closing = html[at + 1] == '/';
            var name = NameAt(html, at + (closing ? 2 : 1));
            if (name.IsEmpty || uncounted.Contains(name))
                continue;
            open.TryGetValue(name, out var ofName);
            // An end tag that ends nothing is nothing.
            if (closing && ofName == 0)
                continue;
            var step = closing ? -1 : 1;
            open[name] = ofName + step;
            depth += step;
            if (depth > Deepest)
                return true;
        }
        return false;
    }

    private static int NextTag(string html, int at) => html.IndexOf('<', at + 1);

    private static ReadOnlySpan<char> NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html.AsSpan(start, end - start);
    }
}
