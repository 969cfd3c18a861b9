using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Platform.Changes;

/// <summary>
/// Reads once a second what other processes (a verb on the command line, another instance) have changed. Notes older than
/// a week are removed once a day: who was away longer makes everything anew.
/// </summary>
internal sealed class ChangePoll(ChangeFeed feed, Sql sql, SiteClock clock, ILogger<ChangePoll> log) : BackgroundService
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var seen = await sql.FirstAsync("select coalesce(max(seq), 0) from change_log", row => row.GetInt64(0), stoppingToken);
        var cleaned = DateOnly.MinValue;
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1), clock.Time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                seen = await ReadSinceAsync(seen, stoppingToken);
                if (cleaned != clock.Today)
                {
                    await sql.RunAsync("delete from change_log where at < @old", stoppingToken, ("old", clock.UtcNow - KeptFor));
                    cleaned = clock.Today;
                }
            }
            catch (System.Data.Common.DbException problem)
            {
                log.LogWarning(problem, "Changes made elsewhere could not be read; trying again in a second");
            }
        }
    }

    private async Task<long> ReadSinceAsync(long seen, CancellationToken stop)
    {
        // By the primary key: the end of the table, nothing else.
        var notes = await sql.ListAsync(
            "select seq, key from change_log where seq > @seen order by seq",
            row => (Seq: row.GetInt64(0), Key: row.GetString(1)),
            stop,
            ("seen", seen)
        );
        if (notes.Count == 0)
            return seen;
        feed.Overhear(notes);
        return notes[^1].Seq;
    }
}
