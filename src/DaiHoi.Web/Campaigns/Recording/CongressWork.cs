using System.Data.Common;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>A transaction that has the campaign to itself and the file of one congress before it.</summary>
internal sealed class CongressWork(Database database, IDbContextTransaction transaction, CampaignFrame frame, CongressFile? file)
    : IAsyncDisposable
{
    public Database Database => database;
    public DbConnection Connection => database.Database.GetDbConnection();
    public DbTransaction Transaction => transaction.GetDbTransaction();
    public CampaignFrame Frame => frame;
    public CongressFile? File => file;

    public EventWriting Writing(SiteClock clock) => new(Connection, Transaction, frame, clock.Today);

    /// <returns>null where there is no such campaign</returns>
    public static async Task<CongressWork?> BeginAsync(
        DatabaseFactory databases,
        string campaign,
        string organisation,
        CancellationToken stop
    )
    {
        var database = databases.Create();
        var transaction = await database.Database.BeginTransactionAsync(stop);
        var (connection, inside) = (database.Database.GetDbConnection(), transaction.GetDbTransaction());
        var frames = await CampaignFrame.ReadAllAsync(connection, inside, stop);
        if (frames.FirstOrDefault(frame => frame.Code == campaign) is not { } found)
        {
            await transaction.DisposeAsync();
            await database.DisposeAsync();
            return null;
        }
        await CampaignLock.TakeAsync(connection, inside, found.Id, stop);
        var file = await CongressFile.ReadAsync(connection, inside, found, organisation, stop);
        return new(database, transaction, found, file);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await database.DisposeAsync();
    }
}
