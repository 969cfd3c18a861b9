using System.Globalization;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Newsroom.Checks;

/// <summary>Finds days in a text that have not come yet.</summary>
internal static partial class FutureDates
{
    /// <summary>Whole dates (5/3/2020, 05-03-2020, ngày 5 tháng 3 năm 2020) after <paramref name="today"/>, as they are written.</summary>
    public static List<string> In(string text, DateOnly today)
    {
        var found = new List<string>();
        foreach (var match in Date().Matches(text).Cast<Match>())
        {
            var (year, month, day) = (Of(match, "year"), Of(match, "month"), Of(match, "day"));
            if (month is < 1 or > 12 || year is < 1900 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, month))
                continue;
            if (new DateOnly(year, month, day) > today && !found.Contains(match.Value, StringComparer.Ordinal))
                found.Add(match.Value);
        }
        return found;
    }

    private static int Of(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![\d/\-.])(?:(?<day>\d{1,2})(?<sign>[/\-.])(?<month>\d{1,2})\k<sign>(?<year>\d{4})|(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4}))(?![\d/])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Date();
}
