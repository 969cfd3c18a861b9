using System.Runtime.InteropServices;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

/// <summary>A day of the site and its seconds since 1970: from <paramref name="Starts"/> on, before <paramref name="Ends"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SiteDay(DateOnly Date, long Starts, long Ends)
{
    /// <summary>The day in which a second lies.</summary>
    public static SiteDay Of(SiteClock clock, long second)
    {
        var date = clock.DayOf(DateTime.UnixEpoch.AddSeconds(second));
        return new(date, SecondOf(clock.StartOf(date)), SecondOf(clock.StartOf(date.AddDays(1))));
    }

    private static long SecondOf(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
}
