using System.Globalization;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Reads the dates that Vietnamese portals write; the day always stands before the month.</summary>
public static class PortalDate
{
    // The web came to Vietnam in 1997: an earlier year is an empty field of some database (01/01/1900), not a date.
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private const int LongestText = 120;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    // [0-9]: other scripts have digits too, and \d is all of them.
    private static readonly Regex Iso = Pattern(
        @"\b(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})"
            + @"(?:[t ]+(?<h>[0-9]{1,2}):(?<n>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.[0-9]+)?)?)?(?<zone>z|[+-][0-9]{2}:?[0-9]{2})?"
    );
    private static readonly Regex Day = Pattern(@"\b(?<d>[0-9]{1,2})\s*[/.-]\s*(?<m>[0-9]{1,2})\s*[/.-]\s*(?<y>[0-9]{4})\b");
    private static readonly Regex LongDay = Pattern(@"\b(?<d>[0-9]{1,2}) tháng (?<m>[0-9]{1,2}),? (?:năm )?(?<y>[0-9]{4})\b");
    private static readonly Regex Time = Pattern(
        @"\b(?<h>[0-9]{1,2})(?:\s?[:h]\s?|\s?giờ\s?)(?<n>[0-9]{2})(?::(?<s>[0-9]{2}))?(?:'|\s?phút)?(?:\s?(?<half>sa|ch|am|pm)\b)?"
    );

    // What may stand around a date without making it a sentence.
    private static readonly Regex Around = Pattern(
        @"\[?\(?(?:gmt|utc)\s*\+\s*0?7(?::00)?\)?\]?"
            + @"|(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b"
            + @"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
            + @"|\b(?:cập nhật|đăng|đưa tin|đưa lên|xuất bản|ban hành|gửi|viết|tạo|phát hành|lần cuối|mới nhất|bài viết|thời gian)\b"
            + @"|\b(?:ngày|lúc|vào|hồi|bởi|giờ|ngày đăng|post(?:ed)?|publish(?:ed)?|updated?|on|at|date)\b|[\s,.;:|()\[\]–—-]+"
    );

    /// <summary>Reads a text that is a date, with or without a time and the usual words around it.</summary>
    /// <param name="text">one line: "04/03/2020 02:42 CH", "Thứ tư, 04/03/2020 - 14:42 [GMT+7]", "Cập nhật lúc 14h42 ngày 4-3-2020"</param>
    /// <param name="site">the wall clock in Vietnam; midnight where no time is written</param>
    /// <returns>false for any other text, for a sentence that holds a date, and for a day that does not exist</returns>
    public static bool TryRead(string? text, out DateTime site)
    {
        site = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return false;
        var line = Fold.Clean(text).ToLowerInvariant().Trim();
        if (Iso.Match(line) is { Success: true } iso)
            return TryMoment(iso, iso, out site) && IsOnlyDate(line.Remove(iso.Index, iso.Length));
        var day = Day.Match(line) is { Success: true } digits ? digits : LongDay.Match(line);
        if (!day.Success)
            return false;
        var rest = line.Remove(day.Index, day.Length).Insert(day.Index, "|");
        var time = Time.Match(rest);
        if (time.Success)
            rest = rest.Remove(time.Index, time.Length);
        return IsOnlyDate(rest) && TryMoment(day, time, out site);
    }

    private static bool IsOnlyDate(string rest) => Around.Replace(rest, "").Length == 0;

    private static bool TryMoment(Match day, Match time, out DateTime site)
    {
        site = default;
        var (year, month, date) = (Number(day, "y"), Number(day, "m"), Number(day, "d"));
        if (year is < FirstYear or > LastYear || month is < 1 or > 12)
            return false;
        if (date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        var (hour, minute, second) = (Number(time, "h"), Number(time, "n"), Number(time, "s"));
        hour = (time.Groups["half"].Value, hour) switch
        {
            ("sa" or "am", 12) => 0,
            ("ch" or "pm", < 12) => hour + 12,
            _ => hour,
        };
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        site = new DateTime(year, month, date, hour, minute, second, DateTimeKind.Unspecified);
        var zone = day.Groups["zone"].Value;
        if (zone.Length == 0 || !time.Groups["h"].Success)
            return true;
        if (Offset(zone) is not { } offset)
            return false;
        site = site - offset + Vietnam;
        return true;
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone == "z")
            return TimeSpan.Zero;
        var hours = int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(zone.AsSpan(zone.Length - 2), CultureInfo.InvariantCulture);
        // No clock on earth is further from Greenwich than Kiritimati's.
        if (hours > 14 || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Without backtracking: the time to answer grows with the text only, whatever it holds.
    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
