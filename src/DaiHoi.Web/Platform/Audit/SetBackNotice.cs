using DaiHoi.Web.Data;

namespace DaiHoi.Web.Platform.Audit;

/// <summary>
/// Looks at each start whether the newest row of the audit log lies later than the clock, and has the log say so. Who sets the
/// clock back while the program runs is noted with the next thing that anybody does.
/// </summary>
internal sealed class SetBackNotice(Sql sql, DatabaseFactory databases, AuditLog audit, ILogger<SetBackNotice> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            // Asked by plain SQL: a program that starts and serves loads no model of the database for it.
            if (!audit.LiesAhead(await NewestAsync(stoppingToken)))
                return;
            await using var database = databases.Create();
            await using var transaction = await database.Database.BeginTransactionAsync(stoppingToken);
            if (!await audit.NoteSetBackWithinTransactionAsync(database, stoppingToken))
                return;
            await transaction.CommitAsync(CancellationToken.None);
            log.LogWarning("The audit log holds rows that lie later than the clock of this machine");
        }
        catch (System.Data.Common.DbException problem)
        {
            // Nothing is lost: whoever does something next has it noted.
            log.LogWarning(problem, "Whether the clock was set back could not be asked of the audit log");
        }
    }

    private Task<DateTime> NewestAsync(CancellationToken stop) =>
        sql.FirstAsync("select at from audit_entry order by seq desc limit 1", row => row.Utc(0), stop);
}
