using CsCheck;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

public abstract class AdoptedStatisticsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : AdoptedStatisticsTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : AdoptedStatisticsTests(database),
            IClassFixture<PostgresTestDatabase>;

    /// <summary>The block of the first imported page; the day of its import is Wednesday, 4 March 2020.</summary>
    private static readonly StatisticsReading Seed = new(25_819, 803, 1_757, 18_525);
    private static readonly DateOnly Day = new(2020, 3, 4);

    private readonly SettableTime time = new(SettableTime.Usual);

    private SiteClock Clock => new(time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));

    [Fact]
    public async Task On_its_day_a_reading_is_shown_as_it_was_printed()
    {
        await VisitedAsync(new(2019, 12, 31), 5);
        await VisitedAsync(new(2020, 2, 20), 20);
        await VisitedAsync(Day, 3);
        Assert.True(await AdoptAsync("cũ.txt", Seed, Day));
        Assert.Equal(Seed, await ShownAsync(Day));
    }

    [Fact]
    public async Task From_there_it_grows_until_its_period_ends()
    {
        await AdoptAsync("cũ.txt", Seed, Day);
        await VisitedAsync(Day, 10);
        Assert.Equal(new(25_829, 813, 1_767, 18_535), await ShownAsync(Day));
        // Sunday, the last day of the week; Monday; the last day of the month; the first; the last of the year; the first.
        await VisitedAsync(new(2020, 3, 8), 1);
        Assert.Equal(new(25_830, 814, 1_768, 18_536), await ShownAsync(new(2020, 3, 8)));
        Assert.Equal(new(25_830, 0, 1_768, 18_536), await ShownAsync(new(2020, 3, 9)));
        Assert.Equal(new(25_830, 0, 1_768, 18_536), await ShownAsync(new(2020, 3, 31)));
        Assert.Equal(new(25_830, 0, 0, 18_536), await ShownAsync(new(2020, 4, 1)));
        await VisitedAsync(new(2020, 4, 1), 7);
        Assert.Equal(new(25_837, 7, 7, 18_543), await ShownAsync(new(2020, 4, 1)));
        Assert.Equal(new(25_837, 0, 0, 18_543), await ShownAsync(new(2020, 12, 31)));
        Assert.Equal(new(25_837, 0, 0, 0), await ShownAsync(new(2021, 1, 1)));
        // A week lies in two years, and in two months.
        await AdoptAsync("mới hơn.txt", new(30_000, 300, 40, 40), new(2021, 1, 1));
        Assert.Equal(new(30_000, 300, 40, 40), await ShownAsync(new(2021, 1, 3)));
        Assert.Equal(new(30_000, 0, 40, 40), await ShownAsync(new(2021, 1, 4)));
    }

    [Fact]
    public async Task A_second_reading_of_the_same_source_adopts_nothing()
    {
        Assert.True(await AdoptAsync("cũ.txt", Seed, Day));
        Assert.False(await AdoptAsync("cũ.txt", new(99_999, 9_999, 9_999, 99_999), Day));
        Assert.Equal(Seed, await ShownAsync(Day));
    }

    [Fact]
    public async Task A_number_that_the_page_did_not_print_is_left_as_it_is()
    {
        await VisitedAsync(Day, 4);
        await AdoptAsync("cũ.txt", new(25_819, null, null, null), Day);
        Assert.Equal(new(25_819, 4, 4, 4), await ShownAsync(Day));
    }

    [Fact]
    public async Task A_number_below_nothing_is_refused()
    {
        foreach (
            var wrong in new StatisticsReading[]
            {
                new(-1, null, null, null),
                new(null, -1, null, null),
                new(null, null, -1, null),
                new(null, null, null, -1),
            }
        )
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AdoptAsync("cũ.txt", wrong, Day));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AdoptViewsAsync(1, -1));
        Assert.Equal(new(0, 0, 0, 0), await ShownAsync(Day));
    }

    [Fact]
    public Task Whatever_was_visited_and_adopted_before_the_last_reading_is_shown_on_its_day() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, 800], Gen.Long[0, 50], Gen.Bool).Array[0, 12],
                Gen.Int[0, 800],
                Gen.Long[0, 100_000].Array[4]
            )
            .SampleAsync(
                async (past, on, numbers) =>
                {
                    await Database.Sql.RunAsync("delete from visit_day; delete from adoption", Stop);
                    foreach (var (i, (day, count, adopted)) in past.Index())
                    {
                        if (adopted)
                            await AdoptAsync($"{i}", new(count * 3, count, null, count * 2), Date(day));
                        else
                            await VisitedAsync(Date(day), count);
                    }
                    var reading = new StatisticsReading(numbers[0], numbers[1], numbers[2], numbers[3]);
                    Assert.True(await AdoptAsync("the last", reading, Date(on)));
                    Assert.Equal(reading, await ShownAsync(Date(on)));
                },
                iter: Endurance.Trials(30),
                threads: 1
            );

    [Fact]
    public async Task Views_of_an_article_go_on_from_those_that_were_printed()
    {
        await AdoptViewsAsync(7, 26);
        Assert.Equal(26, await ViewsAsync(7));
        await CountedAsync(7, 3);
        Assert.Equal(29, await ViewsAsync(7));
        // The same page read again, a later copy of it, an earlier one.
        await AdoptViewsAsync(7, 26);
        Assert.Equal(29, await ViewsAsync(7));
        await AdoptViewsAsync(7, 40);
        Assert.Equal(43, await ViewsAsync(7));
        await AdoptViewsAsync(7, 26);
        Assert.Equal(43, await ViewsAsync(7));
    }

    [Fact]
    public async Task Views_counted_before_the_adoption_are_added_to_it()
    {
        await CountedAsync(7, 3);
        await AdoptViewsAsync(7, 26);
        Assert.Equal(29, await ViewsAsync(7));
    }

    [Fact]
    public async Task A_running_site_shows_what_another_process_adopts()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (id, path) = await An.Article().SaveAsync(site);
        await site.SeesAsync(1, path);
        await AdoptAsync("cũ.txt", Seed, Day);
        await AdoptViewsAsync(id, 26);
        // A verb's process tells nobody: the program finds the note by itself.
        var counter = site.Service<VisitCounter>();
        while (counter.ViewsOf(id) < 26 || counter.Numbers.Odometer < Seed.Odometer)
            await Task.Delay(20, Stop);
        Assert.Equal(27, counter.ViewsOf(id));
        // A visit that was not written yet when the reading was taken comes after it.
        var page = (await site.SeesAsync(1, path)).Text;
        var odometer = counter.Numbers.Odometer;
        Assert.InRange(odometer, 25_819, 25_820);
        Assert.Contains("Lượt xem: 27", page, StringComparison.Ordinal);
        Assert.Contains($"<i>0000</i>{odometer}", page, StringComparison.Ordinal);
        Assert.Contains("1.75", page, StringComparison.Ordinal);
    }

    private static DateOnly Date(int day) => new DateOnly(2019, 6, 1).AddDays(day);

    private Task<bool> AdoptAsync(string source, StatisticsReading reading, DateOnly on) =>
        InTransactionAsync(
            (connection, transaction) =>
                new AdoptedStatistics(Clock).AdoptAsync(connection, transaction, source, reading, on, Stop)
        );

    private Task<bool> AdoptViewsAsync(long article, long views) =>
        InTransactionAsync(
            async (connection, transaction) =>
            {
                await new AdoptedStatistics(Clock).AdoptViewsAsync(connection, transaction, article, views, Stop);
                return true;
            }
        );

    private async Task<T> InTransactionAsync<T>(
        Func<System.Data.Common.DbConnection, System.Data.Common.DbTransaction, Task<T>> work
    )
    {
        await using var connection = await Database.Sql.OpenAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(Stop);
        return result;
    }

    private async Task<StatisticsReading> ShownAsync(DateOnly on)
    {
        await using var connection = await Database.Sql.OpenAsync(Stop);
        return await new AdoptedStatistics(Clock).ShownAsync(connection, transaction: null, on, Stop);
    }

    private async Task VisitedAsync(DateOnly day, long visits)
    {
        var counted = new Counted();
        counted.Add([new DayOfVisits(day, visits, visits)]);
        await new VisitLedger(Database.Sql).AddAsync(counted, 0, Stop);
    }

    private async Task CountedAsync(long article, int views)
    {
        var counted = new Counted();
        for (var view = 0; view < views; view++)
            counted.AddView(Day, article);
        await new VisitLedger(Database.Sql).AddAsync(counted, 0, Stop);
    }

    private async Task<long> ViewsAsync(long article) =>
        await Database.Sql.FirstAsync(
            "select views from article_views where article = @article",
            row => row.GetInt64(0),
            Stop,
            ("article", article)
        );
}
