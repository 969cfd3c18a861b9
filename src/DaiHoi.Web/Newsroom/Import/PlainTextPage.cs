using System.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>A page saved as plain text: one line is one paragraph, or paragraphs are wrapped and parted by empty lines.</summary>
internal static class PlainTextPage
{
    private const int LongestTitle = 250;
    private const int Prose = 200;

    /// <returns>null for a text of more lines than anybody reads</returns>
    public static PageParts? Read(string text)
    {
        var parts = new PageParts();
        List<string> lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(Markup.FoldSpace)];
        if (Extent.IsTooGreat(lines))
            return null;
        lines = Unwrap(lines);
        lines = WithoutSiteBlocks(lines, parts);
        var bodyAt = TakeHeader(lines, parts);
        parts.Blocks = PlainTextBlocks.Of(lines.Skip(bodyAt).Where(line => line.Length > 0));
        return parts;
    }

    private static List<string> WithoutSiteBlocks(List<string> lines, PageParts parts)
    {
        var left = new List<string>(lines.Count);
        var end = 0;
        for (var i = 0; i < lines.Count; i = end)
        {
            if (SiteBlocks.IsStatisticsHeading(lines[i]))
            {
                var reading = SiteBlocks.Statistics(lines, i, out end);
                parts.Statistics ??= reading;
            }
            else if (SiteBlocks.IsLinkHeading(lines[i]))
            {
                (parts.Links ??= []).AddRange(SiteBlocks.Links(lines, i, out end));
            }
            else
            {
                left.Add(lines[i]);
                end = i + 1;
            }
        }
        return left;
    }

    /// <summary>Title, then date: the usual head of a page. Lines above the title are the portal's.</summary>
    /// <returns>where the body begins</returns>
    private static int TakeHeader(List<string> lines, PageParts parts)
    {
        var dateAt = lines.FindIndex(line => SiteWords.IsDate(line, out _));
        if (dateAt >= 0 && lines.Take(dateAt).Any(line => line.Length > LongestTitle))
            dateAt = -1;
        var titleAt = dateAt < 0 ? lines.FindIndex(IsTitle) : lines.FindLastIndex(Math.Max(0, dateAt - 1), IsTitle);
        if (dateAt == 0 || (dateAt > 0 && titleAt < 0))
            titleAt = lines.FindIndex(dateAt + 1, IsTitle);
        if (dateAt >= 0 && SiteWords.IsDate(lines[dateAt], out var date))
            parts.Date = date;
        if (titleAt < 0)
            return 0;
        // A first line that is a sentence of prose is a body without a title.
        if (dateAt < 0 && (lines[titleAt].Length > Prose || lines[titleAt] is [.., '.'] && lines[titleAt].Length > Prose / 2))
            return titleAt;
        parts.Title = SiteWords.WithoutPrint(lines[titleAt]);
        return Math.Max(titleAt, dateAt) + 1;
    }

    private static bool IsTitle(string line) =>
        line.Length is > 1 and <= LongestTitle
        && line.Any(char.IsLetter)
        && !SiteWords.IsTool(line)
        && !SiteWords.IsDate(line, out _);

    // Text wrapped at some 70 to 100 columns: no line is longer, and every line of a paragraph but its last is nearly full.
    private static List<string> Unwrap(List<string> lines)
    {
        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        if (longest is < 50 or > 110)
            return lines;
        var unwrapped = new List<string>();
        var paragraph = new StringBuilder();
        var full = false;
        foreach (var line in lines)
        {
            if (full && line.Length > 0 && !PlainTextBlocks.IsItem(line, out _) && !SiteWords.IsDate(line, out _))
            {
                paragraph.Append(' ').Append(line);
            }
            else
            {
                unwrapped.Add(paragraph.ToString());
                paragraph.Clear().Append(line);
            }
            full = line.Length >= longest * 3 / 4 && line.Length >= 50;
        }
        unwrapped.Add(paragraph.ToString());
        return unwrapped;
    }
}
