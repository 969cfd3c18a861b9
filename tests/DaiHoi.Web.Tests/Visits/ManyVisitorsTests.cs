using System.Net;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

/// <summary>Many people at once, through the network, while what they do is written.</summary>
public abstract class ManyVisitorsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ManyVisitorsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ManyVisitorsTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const int Readers = 16;
    private static readonly int VisitorCount = (int)Endurance.Trials(600);

    [Fact]
    public async Task Thousands_of_views_at_once_are_counted_exactly()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var articles = new List<(long Id, string Path)>();
        for (var i = 0; i < 3; i++)
            articles.Add(await An.Article($"Bài thứ {i}").SaveAsync(site));
        // Each reads the first page, one article twice and another once; the second of a pair asks whether it has changed.
        var paths = Enumerable
            .Range(0, VisitorCount)
            .SelectMany(visitor =>
                new (int Visitor, string Path, string? Tag)[]
                {
                    (visitor, "/", null),
                    (visitor, articles[visitor % 3].Path, null),
                    (visitor, articles[visitor % 3].Path, "*"),
                    (visitor, articles[(visitor + 1) % 3].Path, null),
                }
            )
            .ToArray();
        new Random(7).Shuffle(paths);

        await Parallel.ForEachAsync(
            paths,
            new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Stop },
            async (view, _) =>
            {
                (string, string)[] headers = view.Tag is null ? [] : [("If-None-Match", view.Tag)];
                var (status, _, _) = await site.SeesAsync(view.Visitor, view.Path, headers);
                Assert.Equal(view.Tag is null ? HttpStatusCode.OK : HttpStatusCode.NotModified, status);
            }
        );

        var counter = site.Service<VisitCounter>();
        var before = counter.Numbers;
        await counter.FlushAsync(Stop);
        Assert.Equal(before, counter.Numbers);
        Assert.Equal(
            (VisitorCount, VisitorCount, VisitorCount, VisitorCount),
            (before.Odometer, before.Online, before.Today, before.Year)
        );
        Assert.Equal(
            [new DayOfVisits(new(2020, 3, 4), VisitorCount, paths.Length)],
            await site.Service<VisitHistory>().DaysAsync(new(2020, 3, 4), new(2020, 3, 4), Stop)
        );
        foreach (var (id, _) in articles)
        {
            Assert.Equal(VisitorCount * 2 / 3, counter.ViewsOf(id));
            Assert.Equal(
                VisitorCount * 2 / 3,
                await Database.Sql.FirstAsync(
                    "select views from article_views where article = @id",
                    row => row.GetInt64(0),
                    Stop,
                    ("id", id)
                )
            );
        }
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_many_views_loses_none_that_was_answered()
    {
        var answered = 0;
        using var closed = new CancellationTokenSource();
        var site = await Visitors.OpenAsync(Database);
        var readers = Enumerable.Range(0, Readers).Select(reader => ReadOnAsync(reader)).ToList();
        while (Volatile.Read(ref answered) < 500)
            await Task.Yield();
        await site.StopAsync();
        await closed.CancelAsync();
        await Task.WhenAll(readers);
        await site.DisposeAsync();
        var (visits, pageViews) = await Database.Sql.FirstAsync(
            "select visits, page_views from visit_day",
            row => (row.GetInt64(0), row.GetInt64(1)),
            Stop
        );
        Assert.Equal(visits, pageViews);
        // What was counted and could not be sent any more is more, never less.
        Assert.InRange(visits, answered, answered + Readers);

        // As many visitors one after the other, until the program is gone.
        async Task ReadOnAsync(int visitor)
        {
            while (!closed.IsCancellationRequested)
            {
                try
                {
                    await site.SeesAsync(visitor, "/");
                    Interlocked.Increment(ref answered);
                    visitor += Readers;
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task Two_instances_of_the_program_count_into_one_database()
    {
        await using var one = await Visitors.OpenAsync(Database);
        await using var other = await Visitors.OpenAsync(Database);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop },
            async (visitor, _) => await (visitor % 2 == 0 ? one : other).SeesAsync(visitor, "/")
        );
        foreach (var site in (Site[])[one, other, one])
            await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal((400, 400), (one.Service<VisitCounter>().Numbers.Odometer, other.Service<VisitCounter>().Numbers.Odometer));
    }
}
