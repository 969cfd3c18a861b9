using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Platform.Audit;

/// <summary>
/// Has the audit log say that the program did not come to its end the last time: the power failed, or somebody killed it. A file
/// in the data folder stands while it serves; whoever finds it at the start, held by nobody, knows.
/// </summary>
internal sealed class InterruptedNotice(
    DatabaseAddress address,
    DatabaseFactory databases,
    AuditLog audit,
    SiteClock clock,
    ILogger<InterruptedNotice> log
) : BackgroundService
{
    private readonly string path = Path.Combine(address.Folder, "serving");
    private FileStream? held;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (held is null)
            return;
        await held.DisposeAsync();
        held = null;
        File.Delete(path);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var was = File.Exists(path);
            // Whoever serves holds it; a second program on the same folder leaves it to the first.
            held = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (was)
                await NoteAsync(File.GetLastWriteTimeUtc(path), stoppingToken);
            File.SetLastWriteTimeUtc(path, clock.UtcNow);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            log.LogWarning(problem, "Whether the program came to its end the last time is not known");
        }
    }

    private async Task NoteAsync(DateTime started, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await audit.AppendWithinTransactionAsync(
            database,
            Actor.Program,
            new("program.interrupted", "program", "", Before: new { at = started }),
            stop
        );
        await transaction.CommitAsync(CancellationToken.None);
        log.LogWarning("The program that started at {Started:u} did not come to its end", started);
    }
}
