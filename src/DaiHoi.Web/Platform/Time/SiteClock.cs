namespace DaiHoi.Web.Platform.Time;

/// <summary>The site's own time: instants are kept in UTC, days and hours are those of the site's time zone.</summary>
/// <param name="time">the source of now; tests set it</param>
/// <param name="zone">the site's zone, Asia/Ho_Chi_Minh unless the setting <c>TimeZone</c> says another</param>
public sealed class SiteClock(TimeProvider time, TimeZoneInfo zone)
{
    // Changes of clocks are whole quarters of an hour.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    public TimeProvider Time => time;
    public TimeZoneInfo Zone => zone;

    /// <summary>Now, in UTC.</summary>
    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    /// <summary>The site's day now.</summary>
    public DateOnly Today => DayOf(UtcNow);

    /// <summary>The wall clock of the site at an instant in UTC.</summary>
    public DateTime ToSite(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>The site's day at an instant in UTC.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToSite(utc));

    /// <summary>
    /// The instant of a wall-clock time of the site. An hour that a change of the clock left out counts from before the
    /// change, one that came twice is the first.
    /// </summary>
    public DateTime ToUtc(DateTime site)
    {
        var wall = DateTime.SpecifyKind(site, DateTimeKind.Unspecified);
        // Changes of the clock are months apart and shorter than a day.
        if (zone.IsInvalidTime(wall))
            return DateTime.SpecifyKind(wall - zone.GetUtcOffset(wall.AddDays(-1)), DateTimeKind.Utc);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }

    /// <summary>The instant at which a day of the site begins.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var start = ToUtc(day.ToDateTime(TimeOnly.MinValue));
        // Of some zones (Casablanca) the system's table does not say that a change of the clock left midnight out.
        while (DayOf(start) < day)
            start += Step;
        return start;
    }
}
