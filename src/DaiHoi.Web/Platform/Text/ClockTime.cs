using System.Globalization;

namespace DaiHoi.Web.Platform.Text;

/// <summary>A time of day as it stands in an agenda and on a wall: "07:30".</summary>
public static class ClockTime
{
    private static readonly string[] Forms = ["H:mm", "HH:mm", "H'h'mm", "H'g'mm", "H'h'"];

    /// <param name="site">on the site's clock</param>
    public static string Of(DateTime site) => site.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>7:30, 07:30, 7h30, 7g30 or 7h.</summary>
    /// <returns>null for nothing, and for what is no time of day</returns>
    public static TimeOnly? Read(string? typed) =>
        TimeOnly.TryParseExact((typed ?? "").Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
