using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Demo;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>How far off the forecast is, seen from a month before the end of the window, on the made-up campaign of 2020.</summary>
public sealed class ForecastTests(ForecastTests.Replay replay) : IClassFixture<ForecastTests.Replay>
{
    [Theory]
    [InlineData("branch", "2020-03-01", 5)]
    [InlineData("grassroots", "2020-05-31", 5)]
    [InlineData("district", "2020-08-01", 5)]
    public void A_month_before_the_end_the_finish_is_foretold_to_some_days(string level, string from, int daysOff)
    {
        var day = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var (due, finish) = (replay.Due(level), replay.Finish(level));
        var forecast = Forecast.Of(day, replay.Held(level, day), replay.Held(level, day.AddDays(-Forecast.Lookback)), due);
        Assert.NotNull(forecast);
        Assert.InRange(finish, forecast.Earliest, forecast.Latest);
        Assert.InRange(forecast.Middle.DayNumber - finish.DayNumber, -daysOff, daysOff);
    }

    [Theory]
    [InlineData("branch", "2020-03-01", "2020-03-31")]
    [InlineData("grassroots", "2020-05-31", "2020-06-30")]
    [InlineData("district", "2020-08-01", "2020-08-31")]
    public void A_month_before_the_end_the_share_on_the_last_day_lies_within_the_interval(string level, string from, string until)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var (day, last) = (DateOnly.Parse(from, culture), DateOnly.Parse(until, culture));
        var due = replay.Due(level);
        var forecast = Forecast.Of(day, replay.Held(level, day), replay.Held(level, day.AddDays(-Forecast.Lookback)), due)!;
        var (least, most) = forecast.ShareOn(last);
        Assert.InRange((double)replay.Held(level, last) / due, least, most);
        Assert.True(most - least < 0.06, $"{least:p1}–{most:p1}");
    }

    [Fact]
    public void Too_early_nothing_is_foretold() =>
        Assert.Null(
            Forecast.Of(
                new(2020, 10, 1),
                replay.Held("province", new(2020, 10, 1)),
                replay.Held("province", new(2020, 9, 17)),
                replay.Due("province")
            )
        );

    [Theory]
    [InlineData(50, 50, 100)] // nothing has moved
    [InlineData(9, 0, 100)] // less than a tenth
    [InlineData(99, 50, 100)] // as good as finished
    [InlineData(0, 0, 0)] // nothing due
    public void There_is_no_forecast_where_nothing_follows(long held, long before, long due) =>
        Assert.Null(Forecast.Of(new(2020, 6, 1), held, before, due));

    [Fact]
    public void A_steady_pace_is_carried_on()
    {
        // 14 of 100 in 14 days, 50 held: one a day, so 49 days to 99 where the pace is kept.
        var forecast = Forecast.Of(new(2020, 6, 1), 50, 36, 100)!;
        Assert.Equal(new DateOnly(2020, 7, 20), forecast.Earliest);
        Assert.Equal(0.6, forecast.ShareOn(new(2020, 6, 11)).Most, 2);
        Assert.True(forecast.Latest > forecast.Earliest);
    }

    /// <summary>The days on which the congresses of the made-up country are held, without a database.</summary>
    public sealed class Replay
    {
        private readonly Dictionary<string, int[]> days;

        public Replay()
        {
            var country = NationalCountry.Make(null);
            var ids = Enumerable.Range(0, country.Count).Select(i => (long)i).ToArray();
            var entries = NationalCampaign.Of(country, ids);
            // Held by mistake and withdrawn is not held: the last word counts.
            days = entries
                .Where(entry => entry.Status == CongressStatus.Held)
                .GroupBy(entry => entry.Organisation)
                .Select(group => (country[(int)group.Key].Level, Day: group.Last().EffectiveOn.DayNumber))
                .GroupBy(held => held.Level)
                .ToDictionary(level => level.Key, level => level.Select(held => held.Day).Order().ToArray());
        }

        public long Due(string level) => days[level].Length;

        public long Held(string level, DateOnly day) => days[level].Count(held => held <= day.DayNumber);

        /// <summary>The day on which 99 of a hundred were held.</summary>
        public DateOnly Finish(string level) =>
            DateOnly.FromDayNumber(
                days[level].First(day => Forecast.IsReached(days[level].Count(held => held <= day), Due(level)))
            );
    }
}
