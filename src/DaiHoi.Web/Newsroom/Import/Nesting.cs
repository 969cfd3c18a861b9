using System.Collections.Frozen;

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

    public static bool IsTooDeep(string html)
    {
        var depth = 0;
        var names = Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = NextTag(html, at))
        {
            var closing = html[at + 1] == '/';
            var name = NameAt(html, at + (closing ? 2 : 1));
            if (name.IsEmpty || names.Contains(name))
                continue;
            depth = closing ? Math.Max(0, depth - 1) : depth + 1;
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
