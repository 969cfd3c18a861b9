using System.Diagnostics;
using System.Net;

namespace DaiHoi.Web.Tests.Visits;

public abstract class KilledProgramTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : KilledProgramTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KilledProgramTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Killed_it_loses_the_views_of_the_last_second_at_most()
    {
        await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
        var watch = Stopwatch.StartNew();
        var seen = new List<TimeSpan>();
        // Visitors come one after the other, so that each view has its moment.
        while (seen.Count == 0 || watch.Elapsed - seen[0] < TimeSpan.FromSeconds(3))
        {
            using var request = Visitors.Asking(seen.Count, "/");
            using var answer = await program.Reader.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            seen.Add(watch.Elapsed);
        }
        var killed = watch.Elapsed;
        await program.KillAsync();

        // A second between two flushes, and a generous one for the flush itself on a machine with other work.
        var mustBeThere = seen.Count(moment => killed - moment > TimeSpan.FromSeconds(2));
        var (visits, pageViews) = await StoredAsync();
        Assert.InRange(visits, mustBeThere, seen.Count);
        Assert.Equal(visits, pageViews);
        Assert.True(mustBeThere > 0);

        // And it starts again on what it left, and goes on from there.
        await using var again = await RunningProgram.StartAsync(Database.Address, Stop);
        using var next = Visitors.Asking(1_000_000, "/");
        using var page = await again.Reader.SendAsync(next, Stop);
        Assert.Contains(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"</i>{visits + 1}</p>"),
            await page.Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal
        );
    }

    private async Task<(long Visits, long PageViews)> StoredAsync() =>
        await Database.Sql.FirstAsync(
            "select cast(coalesce(sum(visits), 0) as bigint), cast(coalesce(sum(page_views), 0) as bigint) from visit_day",
            row => (row.GetInt64(0), row.GetInt64(1)),
            Stop
        );
}
