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

    private NotesRead? read;

    /// <summary>
    /// Looks where the notes end before anybody is answered: what is changed elsewhere while the first pages are made is heard.
    /// </summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            read = await BeginAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException problem)
        {
            log.LogWarning(problem, "Changes made elsewhere could not be read; trying again in a second");
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var cleaned = DateOnly.MinValue;
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1), clock.Time);
        do
        {
            try
            {
                read ??= await BeginAsync(stoppingToken);
                await ReadAsync(read, stoppingToken);
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
        } while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<NotesRead> BeginAsync(CancellationToken stop) =>
        new(
            await sql.ListAsync(
                $"select seq from change_log order by seq desc limit {NotesRead.LookBack}",
                row => row.GetInt64(0),
                stop
            ),
            clock.UtcNow
        );

    private async Task ReadAsync(NotesRead known, CancellationToken stop)
    {
        // By the primary key: the end of the table, nothing else.
        var notes = await sql.ListAsync(
            "select seq, key from change_log where seq > @after order by seq",
            row => (Seq: row.GetInt64(0), Key: row.GetString(1)),
            stop,
            ("after", known.After)
        );
        if (known.Unheard(notes, clock.UtcNow) is { Count: > 0 } unheard)
            feed.Overhear(unheard);
    }
}
