namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// How many parts a page may have. People's longest pages, whole laws with a table in every article, stay below a quarter
/// of it; beyond it a file is a dump or an attack, and what reads pages would work on it for minutes.
/// </summary>
internal static class Extent
{
    /// <summary>Elements of an HTML page, or lines of a text that hold anything.</summary>
    public const int MostParts = 25_000;

    public static bool IsTooGreat(string html)
    {
        var elements = 0;
        var rest = html.AsSpan();
        for (var at = rest.IndexOf('<'); at >= 0; at = rest.IndexOf('<'))
        {
            rest = rest[(at + 1)..];
            if (!rest.IsEmpty && char.IsAsciiLetter(rest[0]) && ++elements > MostParts)
                return true;
        }
        return false;
    }

    public static bool IsTooGreat(IReadOnlyCollection<string> lines) =>
        lines.Count > MostParts && lines.Count(line => line.Length > 0) > MostParts;
}
