using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>The blocks beside an article: "Thống kê truy cập" and "Liên kết website". Reads them from lines of text.</summary>
internal static class SiteBlocks
{
    private const int LongestLine = 80;
    private const int MostLinks = 200;

    private static readonly FrozenSet<string> StatisticsHeadings = FrozenSet.Create(
        StringComparer.Ordinal,
        "thong ke truy cap",
        "thong ke luot truy cap",
        "thong ke",
        "luot truy cap",
        "so luot truy cap",
        "bo dem truy cap",
        "thong ke website"
    );
    private static readonly FrozenSet<string> LinkHeadings = FrozenSet.Create(
        StringComparer.Ordinal,
        "lien ket website",
        "lien ket web",
        "website lien ket",
        "lien ket",
        "lien ket trang",
        "cac website lien ket"
    );

    private static readonly Regex Online = Value("dang online|dang truy cap|truc tuyen|online|so nguoi truc tuyen");
    private static readonly Regex Today = Value("hom nay|trong ngay|ngay hom nay");
    private static readonly Regex Week = Value("trong tuan|tuan nay|tuan hien tai");
    private static readonly Regex Month = Value("trong thang|thang nay|thang hien tai");
    private static readonly Regex Year = Value("trong nam|nam nay|nam hien tai");
    private static readonly Regex Total = Value(
        "tong luot truy cap|tong so luot truy cap|tong so truy cap|tong truy cap|tong cong|tong so|tat ca|luot truy cap"
    );
    private static readonly Regex Odometer = Markup.Pattern(@"(^|\n)[\s•*+–-]*(?<n>\d[\d.,]{3,19})\s*(\n|$)");
    private static readonly Regex Named = Markup.Pattern(@"^(?<name>.+?)\s*[:–-]?\s*\(?(?<address>https?://[^\s()<>""]+)\)?$");

    public static bool IsStatisticsHeading(string line) =>
        line.Length <= LongestLine && StatisticsHeadings.Contains(SiteWords.Bare(line));

    public static bool IsLinkHeading(string line) => line.Length <= LongestLine && LinkHeadings.Contains(SiteWords.Bare(line));

    /// <summary>Reads the statistics that begin behind their heading at <paramref name="heading"/>.</summary>
    /// <param name="end">the first line that is no longer theirs</param>
    public static RecognisedStatistics? Statistics(IReadOnlyList<string> lines, int heading, out int end)
    {
        end = heading + 1;
        var mine = new List<string>();
        for (; end < lines.Count && end - heading <= 20; end++)
        {
            if (lines[end].Length > LongestLine || IsLinkHeading(lines[end]))
                break;
            var folded = Fold.Letters(lines[end]);
            if (folded.Length > 0 && !folded.Any(char.IsAsciiDigit) && !IsLabel(folded))
                break;
            mine.Add(folded);
        }
        var text = string.Join('\n', mine);
        var reading = new RecognisedStatistics(
            In(Odometer, Unlabelled(mine)) ?? In(Total, text),
            In(Online, text),
            In(Today, text),
            In(Week, text),
            In(Month, text),
            In(Year, text)
        );
        return reading == new RecognisedStatistics(null, null, null, null, null, null) ? null : reading;
    }

    /// <summary>Reads the names of the link block that begins behind its heading.</summary>
    /// <param name="end">the first line that is no longer theirs</param>
    public static List<RecognisedLink> Links(IReadOnlyList<string> lines, int heading, out int end)
    {
        var links = new List<RecognisedLink>();
        end = heading + 1;
        while (end < lines.Count && lines[end].Length == 0)
            end++;
        for (; end < lines.Count && links.Count < MostLinks; end++)
        {
            var line = lines[end].TrimStart('•', '-', '–', '*', '+', ' ');
            if (line.Length is 0 or > 2 * LongestLine || IsStatisticsHeading(line) || SiteWords.Views(line, out _) is not null)
                break;
            var named = Named.Match(line);
            links.Add(
                named.Success
                    ? new(named.Groups["name"].Value, named.Groups["address"].Value)
                    : new(line, Uri.IsWellFormedUriString(line, UriKind.Absolute) ? line : null)
            );
        }
        return links;
    }

    // A number in the line behind a label belongs to the label.
    private static string Unlabelled(List<string> lines)
    {
        var alone = lines.Where((line, i) => i == 0 || !IsLabel(lines[i - 1]) || lines[i - 1].Any(char.IsAsciiDigit));
        return string.Join("\n\n", alone);
    }

    private static bool IsLabel(string folded)
    {
        var probe = folded.TrimEnd(' ', ':') + ": 1";
        return Online.IsMatch(probe)
            || Today.IsMatch(probe)
            || Week.IsMatch(probe)
            || Month.IsMatch(probe)
            || Year.IsMatch(probe)
            || Total.IsMatch(probe)
            || Yesterday.IsMatch(probe);
    }

    private static readonly Regex Yesterday = Value("hom qua|tuan truoc|thang truoc|nam truoc|ip|cuc dai|khach|thanh vien");

    private static long? In(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? SiteWords.Number(match.Groups["n"].Value) : null;

    private static Regex Value(string labels) => Markup.Pattern($@"\b({labels})[\s:]*(?<n>\d[\d.,]*)");
}
