using System.Globalization;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>A moment as a field for date and time has it, by the site's clock.</summary>
internal static class MomentField
{
    /// <summary>The instant, in UTC; null where nothing that is a moment was typed.</summary>
    public static DateTime? Of(string? typed, SiteClock clock) =>
        DateTime.TryParseExact(
            typed,
            ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var site
        ) && site.Year is > 1900 and < 9000
            ? clock.ToUtc(site)
            : null;

    public static string? Shown(DateTime? utc, SiteClock clock) =>
        utc is { } at ? clock.ToSite(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : null;
}
