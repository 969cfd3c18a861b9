using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Reports.Writing;

/// <summary>A transaction that has one report to itself. Not committed, it leaves nothing.</summary>
internal sealed class HeldReport : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private HeldReport(Database database, IDbContextTransaction transaction, ReportFile file) =>
        (Database, this.transaction, File) = (database, transaction, file);

    public Database Database { get; }
    public ReportFile File { get; }
    public Report Report => File.Report;

    /// <summary>Whether it is written in now: nobody writes for a period that was withdrawn.</summary>
    public bool IsOpen => File.IsOpen;

    /// <returns>null where there is no such report</returns>
    public static async Task<HeldReport?> BeginAsync(
        DatabaseFactory databases,
        CampaignPlaces places,
        long id,
        CancellationToken stop
    )
    {
        var database = databases.Create();
        var transaction = await database.Database.BeginTransactionAsync(stop);
        // Read only when it is held. On SQLite a transaction is the only one that writes.
        if (database.Database.IsNpgsql())
        {
            // Many write for a period at once; whoever corrects or withdraws it waits for them, and they for him.
            await database.Database.ExecuteSqlAsync(
                $"select 1 from report_period where id = (select period_id from report where id = {id}) for share",
                stop
            );
            await database.Database.ExecuteSqlAsync($"select 1 from report where id = {id} for update", stop);
        }
        if (await ReportFile.ReadAsync(database, places, id, stop) is { } file)
            return new(database, transaction, file);
        await transaction.DisposeAsync();
        await database.DisposeAsync();
        return null;
    }

    /// <summary>Ends what needs no line in the audit log: words while they are written.</summary>
    public async Task CommitAsync(CancellationToken stop)
    {
        await Database.SaveChangesAsync(stop);
        await transaction.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Database.DisposeAsync();
    }
}
