using System.Data.Common;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

/// <summary>While the database does not take what was counted.</summary>
public abstract class UnwrittenVisitsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : UnwrittenVisitsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : UnwrittenVisitsTests(database),
            IClassFixture<PostgresTestDatabase>;

    /// <summary>Takes away the table that is written last, so that a flush fails half-way.</summary>
    private Task<int> BreakAsync() => Database.Sql.RunAsync("alter table visit_day rename to visit_day_away", Stop);

    private Task<int> MendAsync() => Database.Sql.RunAsync("alter table visit_day_away rename to visit_day", Stop);

    [Fact]
    public async Task A_flush_that_fails_loses_nothing_and_counts_nothing_twice()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (id, path) = await An.Article().SaveAsync(site);
        await site.SeesAsync(1, path);
        await site.Service<VisitCounter>().FlushAsync(Stop);
        await BreakAsync();
        try
        {
            for (var visitor = 2; visitor <= 4; visitor++)
            {
                await site.SeesAsync(visitor, path);
                await Assert.ThrowsAnyAsync<DbException>(() => site.Service<VisitCounter>().FlushAsync(Stop));
                // Readers see what was counted all the same.
                Assert.Equal(
                    (visitor, visitor),
                    (site.Service<VisitCounter>().Numbers.Odometer, site.Service<VisitCounter>().ViewsOf(id))
                );
            }
        }
        finally
        {
            await MendAsync();
        }
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal((4, 4), await StoredAsync());
        Assert.Equal((4, 4), (site.Service<VisitCounter>().Numbers.Odometer, site.Service<VisitCounter>().ViewsOf(id)));
        foreach (var table in (string[])["article_views", "article_view_day"])
            Assert.Equal(4, await Database.Sql.FirstAsync($"select views from {table}", row => row.GetInt64(0), Stop));
    }

    [Fact]
    public async Task Who_is_asked_to_flush_and_told_to_stop_writes_it_the_next_time()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var counter = site.Service<VisitCounter>();
        await site.SeesAsync(1, "/");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counter.FlushAsync(new CancellationToken(canceled: true)));
        await counter.FlushAsync(Stop);
        await counter.FlushAsync(Stop);
        Assert.Equal((1, 1), await StoredAsync());
    }

    [Fact]
    public async Task The_program_writes_by_itself_once_the_database_is_back()
    {
        await using var site = await Visitors.OpenAsync(Database);
        await BreakAsync();
        try
        {
            await site.SeesAsync(1, "/");
            await Assert.ThrowsAnyAsync<DbException>(() => site.Service<VisitCounter>().FlushAsync(Stop));
        }
        finally
        {
            await MendAsync();
        }
        await WrittenAsync(site);
        Assert.Equal((1, 1), await StoredAsync());
    }

    /// <summary>Waits until the program itself has written something.</summary>
    private async Task WrittenAsync(Site site)
    {
        var expected = site.Service<VisitCounter>().Numbers.Odometer;
        while ((await StoredAsync()).Visits < expected)
            await Task.Delay(20, Stop);
    }

    private async Task<(long Visits, long PageViews)> StoredAsync() =>
        await Database.Sql.FirstAsync(
            "select cast(coalesce(sum(visits), 0) as bigint), cast(coalesce(sum(page_views), 0) as bigint) from visit_day",
            row => (row.GetInt64(0), row.GetInt64(1)),
            Stop
        );
}

/// <summary>In a database of its own: whoever comes next would find his connections broken.</summary>
public sealed class BrokenConnectionTests(PostgresTestDatabase database)
    : DatabaseTests(database),
        IClassFixture<PostgresTestDatabase>
{
    [Fact]
    public async Task A_server_that_throws_everybody_out_is_asked_again()
    {
        await using var site = await Visitors.OpenAsync(Database);
        for (var round = 0; round < 3; round++)
        {
            await site.SeesAsync(round, "/");
            await Database.Sql.RunAsync(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """,
                Stop
            );
        }
        var numbers = site.Service<VisitCounter>().Numbers;
        Assert.Equal(3, numbers.Odometer);
        while (await StoredAsync() < 3)
            await Task.Delay(20, Stop);
        Assert.Equal(numbers, site.Service<VisitCounter>().Numbers);
        Assert.Equal(3, await StoredAsync());
    }

    private async Task<long> StoredAsync() =>
        await Database.Sql.FirstAsync(
            "select cast(coalesce(sum(visits), 0) as bigint) from visit_day",
            row => row.GetInt64(0),
            Stop
        );
}
