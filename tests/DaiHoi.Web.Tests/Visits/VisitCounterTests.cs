using CsCheck;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

public abstract class VisitCounterTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : VisitCounterTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : VisitCounterTests(database),
            IClassFixture<PostgresTestDatabase>;

    private static readonly Robots Robots = new();

    private enum What
    {
        View,
        TimePasses,
        Flush,
        Restart,
    }

    // Midnights at which a day, a week, a month, a year and the length of the day change in their zone.
    private static readonly Gen<(string Zone, DateTime Midnight)> Nights = Gen.OneOf(
        ("Asia/Ho_Chi_Minh", new DateTime(2020, 3, 4)),
        ("Asia/Ho_Chi_Minh", new DateTime(2020, 3, 2)),
        ("Asia/Ho_Chi_Minh", new DateTime(2020, 4, 1)),
        ("Asia/Ho_Chi_Minh", new DateTime(2021, 1, 1)),
        ("America/New_York", new DateTime(2021, 1, 1)),
        ("Europe/Berlin", new DateTime(2020, 3, 29)),
        ("America/Havana", new DateTime(2020, 11, 1)),
        ("UTC", new DateTime(2018, 1, 1))
    );

    // Close together, so that midnight comes between views of the same people; and as they hurt.
    private static readonly Gen<((string Zone, DateTime Midnight) Night, long Before, Step[] Steps)> Walks = Gen.OneOf(
        Walk(Gen.Long[-4000, -500], Gen.Long[0, 400], visitors: 2),
        Walk(Gen.Long[-5000, 4000], VisitReckoningTests.Steps, visitors: 6)
    );

    private static Gen<((string Zone, DateTime Midnight) Night, long Before, Step[] Steps)> Walk(
        Gen<long> before,
        Gen<long> seconds,
        int visitors
    ) =>
        Gen.Select(
            Nights,
            before,
            Gen.Select(
                Gen.Frequency(
                    (12, Gen.Const(What.View)),
                    (2, Gen.Const(What.TimePasses)),
                    (2, Gen.Const(What.Flush)),
                    (1, Gen.Const(What.Restart))
                ),
                Gen.Int[1, visitors],
                Gen.Int[0, 2],
                seconds,
                (what, visitor, article, seconds) => new Step(what, visitor, article, seconds)
            ).Array[1, 50]
        );

    [Fact]
    public Task Through_views_flushes_and_restarts_the_numbers_are_those_of_the_list_of_all_views() =>
        Walks.SampleAsync(
            async walk =>
            {
                await ForgetAsync();
                var zone = TimeZoneInfo.FindSystemTimeZoneById(walk.Night.Zone);
                var midnight = new SiteClock(TimeProvider.System, zone).ToUtc(walk.Night.Midnight);
                var time = new SettableTime(new DateTimeOffset(midnight).AddSeconds(walk.Before));
                var clock = new SiteClock(time, zone);
                var model = new SlowModel(clock);
                model.Advance(time.Now.ToUnixTimeSeconds());
                var counter = await StartedAsync(clock);
                foreach (var step in walk.Steps)
                {
                    // A clock that went back is believed again once it has caught up: so a restart waits for that.
                    time.Advance(TimeSpan.FromSeconds(step.What == What.Restart ? Math.Max(0, step.Seconds) : step.Seconds));
                    if (step.What == What.Restart && time.Now.ToUnixTimeSeconds() < model.Now)
                        time.Now = DateTimeOffset.FromUnixTimeSeconds(model.Now);
                    var second = time.Now.ToUnixTimeSeconds();
                    model.Advance(second);
                    switch (step.What)
                    {
                        case What.View:
                            counter.Count(Visitors.Context(step.Visitor), step.Article);
                            model.View(step.Visitor, step.Article, second);
                            break;
                        case What.Flush:
                            await counter.FlushAsync(Stop);
                            break;
                        case What.Restart:
                            await counter.SaveAsync(Stop);
                            counter.Dispose();
                            counter = await StartedAsync(clock);
                            break;
                        case What.TimePasses:
                            break;
                        default:
                            throw new InvalidOperationException(step.What.ToString());
                    }
                    Assert.Equal(model.Numbers(), counter.Numbers with { Version = 0 });
                    Assert.Equal((model.ViewsOf(1), model.ViewsOf(2)), (counter.ViewsOf(1), counter.ViewsOf(2)));
                }
                await counter.FlushAsync(Stop);
                counter.Dispose();
                Assert.Equal(
                    model.Days(),
                    await new VisitHistory(Database.Sql).DaysAsync(DateOnly.MinValue, DateOnly.MaxValue, Stop)
                );
                foreach (var article in (long[])[1, 2])
                    Assert.Equal(model.ViewsOf(article), await StoredViewsAsync("article_views", article));
                foreach (var article in (long[])[1, 2])
                    Assert.Equal(model.ViewsOf(article), await StoredViewsAsync("article_view_day", article));
            },
            iter: Endurance.Trials(60),
            threads: 1
        );

    [Fact]
    public async Task Another_version_comes_only_with_another_number()
    {
        var time = new SettableTime(SettableTime.Usual);
        using var counter = await StartedAsync(new SiteClock(time, TimeZoneInfo.Utc));
        var first = counter.Numbers;
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Same(first, counter.Numbers);
        await counter.FlushAsync(Stop);
        Assert.Same(first, counter.Numbers);
        counter.Count(Visitors.Context(1), 0);
        var second = counter.Numbers;
        Assert.True(second.Version > first.Version);
        counter.Count(Visitors.Context(1), 0);
        Assert.Same(second, counter.Numbers);
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(second with { Version = second.Version + 1, Online = 0 }, counter.Numbers);
    }

    [Fact]
    public async Task Versions_of_an_earlier_run_do_not_come_again()
    {
        var time = new SettableTime(SettableTime.Usual);
        var clock = new SiteClock(time, TimeZoneInfo.Utc);
        using var earlier = await StartedAsync(clock);
        for (var visitor = 0; visitor < 100; visitor++)
        {
            earlier.Count(Visitors.Context(visitor), 0);
            _ = earlier.Numbers;
        }
        time.Advance(TimeSpan.FromSeconds(1));
        using var later = await StartedAsync(clock);
        Assert.True(later.Numbers.Version > earlier.Numbers.Version);
    }

    [Fact]
    public async Task Two_processes_add_to_the_same_numbers()
    {
        var clock = new SiteClock(new SettableTime(SettableTime.Usual), TimeZoneInfo.Utc);
        using var one = await StartedAsync(clock);
        using var other = await StartedAsync(clock);
        for (var visitor = 0; visitor < 300; visitor++)
            (visitor < 200 ? one : other).Count(Visitors.Context(visitor), 5 + visitor % 2);
        await Task.WhenAll(one.FlushAsync(Stop), other.FlushAsync(Stop));
        await Task.WhenAll(one.FlushAsync(Stop), other.FlushAsync(Stop));
        foreach (var counter in (VisitCounter[])[one, other])
        {
            Assert.Equal((300, 300), (counter.Numbers.Odometer, counter.Numbers.Today));
            Assert.Equal((150, 150), (counter.ViewsOf(5), counter.ViewsOf(6)));
        }
    }

    [Fact]
    public async Task Who_was_known_longer_ago_than_half_an_hour_is_forgotten_unread()
    {
        var time = new SettableTime(SettableTime.Usual);
        var clock = new SiteClock(time, TimeZoneInfo.Utc);
        using (var stopped = await StartedAsync(clock))
            await stopped.SaveAsync(Stop);
        Assert.Equal(1, await CountAsync("visit_carry_over"));
        time.Advance(TimeSpan.FromMinutes(30));
        using var started = await StartedAsync(clock);
        Assert.Equal(0, await CountAsync("visit_carry_over"));
    }

    [Fact]
    public async Task Of_two_that_start_at_once_one_goes_on_with_the_visitors_of_one_that_stopped()
    {
        var clock = new SiteClock(new SettableTime(SettableTime.Usual), TimeZoneInfo.Utc);
        using (var stopped = await StartedAsync(clock))
        {
            stopped.Count(Visitors.Context(1), 0);
            await stopped.SaveAsync(Stop);
        }
        var started = await Task.WhenAll(StartedAsync(clock), StartedAsync(clock));
        Assert.Equal([0, 1], started.Select(counter => counter.Numbers.Online).Order());
        foreach (var counter in started)
            counter.Dispose();
    }

    [Fact]
    public async Task What_cannot_be_read_of_the_visitors_before_costs_nothing_else()
    {
        var clock = new SiteClock(new SettableTime(SettableTime.Usual), TimeZoneInfo.Utc);
        await Database.Sql.RunAsync(
            "insert into visit_carry_over (id, saved_at, visitors) values (1, @at, @visitors)",
            Stop,
            ("at", SettableTime.Usual.ToUnixTimeSeconds()),
            ("visitors", new byte[] { 1, 2, 3 })
        );
        using var counter = await StartedAsync(clock);
        Assert.Equal(0, counter.Numbers.Online);
    }

    [Fact]
    public async Task Most_read_are_the_articles_with_most_views_since_a_day()
    {
        var time = new SettableTime(SettableTime.Usual);
        using var counter = await StartedAsync(new SiteClock(time, TimeZoneInfo.Utc));
        foreach (var (visitor, article) in new[] { (1, 7), (2, 7), (3, 7) })
            counter.Count(Visitors.Context(visitor), article);
        time.Advance(TimeSpan.FromDays(1));
        foreach (var (visitor, article) in new[] { (1, 8), (2, 8), (1, 9), (2, 9), (1, 7) })
            counter.Count(Visitors.Context(visitor), article);
        await counter.FlushAsync(Stop);
        var history = new VisitHistory(Database.Sql);
        Assert.Equal([(7, 4), (9, 2), (8, 2)], await history.MostReadAsync(new(2020, 3, 4), 10, Stop));
        Assert.Equal([(9, 2), (8, 2)], await history.MostReadAsync(new(2020, 3, 5), 2, Stop));
        Assert.Equal([new DayOfVisits(new(2020, 3, 5), 2, 5)], await history.DaysAsync(new(2020, 3, 5), new(2020, 3, 9), Stop));
    }

    // Only what visits write: emptying every table costs more than the whole walk.
    private Task<int> ForgetAsync() =>
        Database.Sql.RunAsync(
            "delete from visit_day; delete from article_views; delete from article_view_day; delete from visit_carry_over",
            Stop
        );

    private async Task<VisitCounter> StartedAsync(SiteClock clock)
    {
        var counter = new VisitCounter(
            clock,
            new VisitLedger(Database.Sql),
            new CarryOverStore(Database.Sql),
            Robots,
            new ChangeFeed()
        );
        await counter.LoadAsync(Stop);
        return counter;
    }

    private async Task<long> StoredViewsAsync(string table, long article) =>
        await Database.Sql.FirstAsync(
            $"select cast(coalesce(sum(views), 0) as bigint) from {table} where article = @article",
            row => row.GetInt64(0),
            Stop,
            ("article", article)
        );

    private Task<long> CountAsync(string table) =>
        Database.Sql.FirstAsync($"select count(*) from {table}", row => row.GetInt64(0), Stop);

    private sealed record Step(What What, int Visitor, int Article, long Seconds);
}
