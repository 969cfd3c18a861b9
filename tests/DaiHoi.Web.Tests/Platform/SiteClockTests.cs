using CsCheck;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Tests.Platform;

public sealed class SiteClockTests
{
    [Fact]
    public void Midnight_of_the_site_parts_its_days()
    {
        var clock = ClockIn("Asia/Ho_Chi_Minh");
        Assert.Equal(Utc(2020, 3, 3, 17), clock.StartOf(new(2020, 3, 4)));
        Assert.Equal(new(2020, 3, 3), clock.DayOf(Utc(2020, 3, 3, 16, 59)));
        Assert.Equal(new(2020, 3, 4), clock.DayOf(Utc(2020, 3, 3, 17)));
        Assert.Equal(new DateTime(2020, 3, 4, 14, 42, 0), clock.ToSite(Utc(2020, 3, 4, 7, 42)));
    }

    [Fact]
    public void Now_is_that_of_the_time_it_was_given()
    {
        var time = new SettableTime(SettableTime.Usual);
        var clock = new SiteClock(time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        Assert.Equal(SettableTime.Usual.UtcDateTime, clock.UtcNow);
        time.Now = new(2020, 12, 31, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2021, 1, 1), clock.Today);
    }

    [Fact]
    public void An_hour_that_the_clock_left_out_counts_from_before_the_change()
    {
        // Berlin, 29 March 2020: 02:00 is 03:00.
        var berlin = ClockIn("Europe/Berlin");
        Assert.Equal(Utc(2020, 3, 29, 1, 30), berlin.ToUtc(new(2020, 3, 29, 2, 30, 0)));
        Assert.Equal(Utc(2020, 3, 29, 1), berlin.ToUtc(new(2020, 3, 29, 3, 0, 0)));
        // Lord Howe, 4 October 2020: 02:00 is 02:30, half an hour only.
        var lordHowe = ClockIn("Australia/Lord_Howe");
        Assert.Equal(Utc(2020, 10, 3, 15, 45), lordHowe.ToUtc(new(2020, 10, 4, 2, 15, 0)));
    }

    [Fact]
    public void Of_an_hour_that_came_twice_the_first_is_meant()
    {
        // Berlin, 25 October 2020: 03:00 is 02:00.
        var berlin = ClockIn("Europe/Berlin");
        Assert.Equal(Utc(2020, 10, 25, 0, 30), berlin.ToUtc(new(2020, 10, 25, 2, 30, 0)));
    }

    [Fact]
    public void A_day_whose_midnight_was_left_out_begins_when_the_clock_goes_on()
    {
        // Santiago, 6 September 2020: 00:00 is 01:00. Havana, 1 November 2020: 01:00 is 00:00, so midnight comes twice.
        Assert.Equal(Utc(2020, 9, 6, 4), ClockIn("America/Santiago").StartOf(new(2020, 9, 6)));
        Assert.Equal(Utc(2020, 11, 1, 4), ClockIn("America/Havana").StartOf(new(2020, 11, 1)));
    }

    [Fact]
    public void A_day_begins_where_the_day_before_it_ends() =>
        Gen.Select(
                Gen.OneOf(
                    "Asia/Ho_Chi_Minh",
                    "Europe/Berlin",
                    "America/New_York",
                    "America/Santiago",
                    "America/Havana",
                    "Asia/Beirut",
                    "Africa/Cairo",
                    "Africa/Casablanca",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "Pacific/Chatham",
                    "UTC"
                ),
                Gen.Int[0, 366 * 30]
            )
            .Sample(
                (zone, days) =>
                {
                    var clock = ClockIn(zone);
                    var day = new DateOnly(1999, 12, 1).AddDays(days);
                    var start = clock.StartOf(day);
                    Assert.Equal(day, clock.DayOf(start));
                    Assert.Equal(day.AddDays(-1), clock.DayOf(start.AddTicks(-1)));
                    Assert.Equal(DateTimeKind.Utc, start.Kind);
                },
                iter: Endurance.Trials(5_000)
            );

    private static SiteClock ClockIn(string zone) => new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTime Utc(int year, int month, int day, int hour, int minute = 0) =>
        new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
