using System.Data.Common;
using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// A transaction that has one campaign to itself: what it reads of its windows, its end and its entries nobody changes before
/// it ends. Not committed, it leaves nothing.
/// </summary>
internal sealed class HeldCampaign : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private HeldCampaign(Database database, IDbContextTransaction transaction, CampaignFrame frame) =>
        (Database, this.transaction, Frame) = (database, transaction, frame);

    public Database Database { get; }
    public DbConnection Connection => Database.Database.GetDbConnection();
    public DbTransaction Transaction => transaction.GetDbTransaction();
    public CampaignFrame Frame { get; }

    /// <returns>null where there is no campaign of that code</returns>
    public static async Task<HeldCampaign?> BeginAsync(DatabaseFactory databases, string code, CancellationToken stop)
    {
        var database = databases.Create();
        var transaction = await database.Database.BeginTransactionAsync(stop);
        var (connection, inside) = (database.Database.GetDbConnection(), transaction.GetDbTransaction());
        // Read only when it is held: what another has changed while this one waited belongs to it.
        await CampaignLock.TakeAsync(connection, inside, code, stop);
        if (await CampaignFrame.ReadAsync(connection, inside, code, stop) is { } frame)
            return new(database, transaction, frame);
        await transaction.DisposeAsync();
        await database.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Database.DisposeAsync();
    }
}
