using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>A page saved as plain text: one line is one paragraph, or paragraphs are wrapped and parted by empty lines.</summary>
internal static class PlainTextPage
{
    private const int LongestTitle = 250;
    private const int Prose = 200;

    public static PageParts Read(string text)
    {
        var parts = new PageParts();
        var lines = Unwrap([.. text.ReplaceLineEndings("\n").Split('\n').Select(Markup.FoldSpace)]);
        TakeSiteBlocks(lines, parts);
        var bodyAt = TakeHeader(lines, parts);
        parts.Blocks = PlainTextBlocks.Of(lines.Skip(bodyAt).Where(line => line.Length > 0));
        return parts;
    }

    private static void TakeSiteBlocks(List<string> lines, PageParts parts)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (SiteBlocks.IsStatisticsHeading(lines[i]))
            {
                var reading = SiteBlocks.Statistics(lines, i, out var end);
                parts.Statistics ??= reading;
                lines.RemoveRange(i, end - i);
                i--;
            }
            else if (SiteBlocks.IsLinkHeading(lines[i]))
            {
                var links = SiteBlocks.Links(lines, i, out var end);
                (parts.Links ??= []).AddRange(links);
                lines.RemoveRange(i, end - i);
                i--;
            }
        }
    }

    /// <summary>Title, then date: the usual head of a page. Lines above the title are the portal's.</summary>
    /// <returns>where the body begins</returns>
    private static int TakeHeader(List<string> lines, PageParts parts)
    {
        var dateAt = lines.FindIndex(line => IsDate(line, out _));
        if (dateAt >= 0 && lines.Take(dateAt).Any(line => line.Length > LongestTitle))
            dateAt = -1;
        var titleAt = dateAt < 0 ? lines.FindIndex(IsTitle) : lines.FindLastIndex(Math.Max(0, dateAt - 1), IsTitle);
        if (dateAt == 0 || (dateAt > 0 && titleAt < 0))
            titleAt = lines.FindIndex(dateAt + 1, IsTitle);
        if (dateAt >= 0 && IsDate(lines[dateAt], out var date))
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
        line.Length is > 1 and <= LongestTitle && line.Any(char.IsLetter) && !SiteWords.IsTool(line) && !IsDate(line, out _);

    private static bool IsDate(string line, out DateTime date)
    {
        SiteWords.Views(line, out var rest);
        return PortalDate.TryRead(SiteWords.WithoutPrint(rest).TrimEnd(' ', '|', '-'), out date);
    }

    // Text wrapped at some 70 to 100 columns: no line is longer, and every line of a paragraph but its last is nearly full.
    private static List<string> Unwrap(List<string> lines)
    {
        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        if (longest is < 50 or > 110)
            return lines;
        var unwrapped = new List<string>();
        var full = false;
        foreach (var line in lines)
        {
            if (full && line.Length > 0 && !PlainTextBlocks.IsItem(line, out _))
                unwrapped[^1] += " " + line;
            else
                unwrapped.Add(line);
            full = line.Length >= longest * 3 / 4 && line.Length >= 50;
        }
        return unwrapped;
    }
}
