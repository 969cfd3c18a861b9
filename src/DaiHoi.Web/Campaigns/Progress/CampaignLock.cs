using System.Data.Common;
using DaiHoi.Web.Data;
using Npgsql;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// Whoever writes sums of a campaign does so one after the other. The sums of its root change with every entry, so they
/// would wait for each other there in any case; asked for first, nobody waits in a circle.
/// </summary>
internal static class CampaignLock
{
    /// <summary>On SQLite a transaction is the only one that writes; on PostgreSQL the row is held to the end of this one.</summary>
    public static async Task TakeAsync(DbConnection connection, DbTransaction transaction, long campaign, CancellationToken stop)
    {
        if (connection is not NpgsqlConnection)
            return;
        await using var command = Sql.Command(connection, "select 1 from campaign where id = @c for update", ("c", campaign));
        command.Transaction = transaction;
        await command.ExecuteScalarAsync(stop);
    }
}
