using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Platform.Audit;

/// <summary>
/// Writes the head of the chain to the program's own log at each start and on each new day. Whoever cuts rows off the end of
/// the audit log would have to change that log too, wherever it is collected: <c>audit verify --head</c> finds the cut.
/// </summary>
internal sealed class AuditHeadNotice(Sql sql, SiteClock clock, ILogger<AuditHeadNotice> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var told = DateOnly.MinValue;
        using var tick = new PeriodicTimer(TimeSpan.FromMinutes(1), clock.Time);
        do
        {
            if (told == clock.Today)
                continue;
            try
            {
                // No row, no head.
                if (await HeadAsync(stoppingToken) is { Hash: not null } head)
                    log.LogInformation("Audit log: row {Seq}, hash {Hash}", head.Seq, head.Hash);
                told = clock.Today;
            }
            catch (System.Data.Common.DbException problem)
            {
                log.LogWarning(problem, "The head of the audit log could not be read; trying again in a minute");
            }
        } while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    private Task<(long Seq, string Hash)> HeadAsync(CancellationToken stop) =>
        sql.FirstAsync(
            "select seq, hash from audit_entry order by seq desc limit 1",
            row => (row.GetInt64(0), row.GetString(1)),
            stop
        );
}
