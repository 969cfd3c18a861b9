using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Portal.Search;

/// <summary>
/// Brings the index to the state of the database: after the start, and whenever an article changes. It follows the notes
/// in change_log; where they do not lead from the index to the database (a new, broken or foreign index, or notes that are
/// no longer kept), the index is built anew.
/// </summary>
internal sealed class SearchCatchUp(
    ArticleIndex index,
    ChangeFeed feed,
    Sql sql,
    SiteClock clock,
    IHostApplicationLifetime program,
    ILogger<SearchCatchUp> log
) : BackgroundService
{
    /// <summary>The first page should not wait for the index; a first search does not wait for this.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    private readonly IndexedChanges changes = new(index, sql, log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        feed.Listen(keys =>
        {
            if (keys.Any(IndexedChanges.Concerns))
                index.Freshness.Expect();
        });
        await StartedAsync(stoppingToken);
        await Task.WhenAny(index.Freshness.Called, Task.Delay(AfterStart, clock.Time, stoppingToken));
        var compare = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            index.Freshness.Begin();
            var caughtUp = await TryAsync(compare, stoppingToken);
            index.Freshness.End();
            compare &= !caughtUp;
            // After a failure again in a while, even if nothing more is announced.
            await (
                caughtUp ? index.Freshness.Called.WaitAsync(stoppingToken) : Task.Delay(BetweenTries, clock.Time, stoppingToken)
            );
        }
    }

    private async Task<bool> TryAsync(bool compare, CancellationToken stop)
    {
        try
        {
            await changes.CatchUpAsync(compare, stop);
            return true;
        }
        catch (Exception problem) when (problem is DbException or IOException or UnauthorizedAccessException)
        {
            log.LogError(problem, "The search index could not be brought up to date; trying again in {Wait}", BetweenTries);
            return false;
        }
    }

    private async Task StartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = program.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stop);
    }
}
