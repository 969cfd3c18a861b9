using System.Data.Common;
using DaiHoi.Web.Data;
using Npgsql;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// Whoever writes sums of a campaign does so one after the other. The sums of its root change with every entry, so they
/// would wait for each other there in any case; asked for first, nobody waits in a circle. What is read before it is held may
/// be out of date when it is.
/// </summary>
/// <remarks>On SQLite a transaction is the only one that writes; on PostgreSQL the row is held to the end of this one.</remarks>
internal static class CampaignLock
{
    public static Task TakeAsync(DbConnection connection, DbTransaction transaction, long campaign, CancellationToken stop) =>
        TakeAsync(connection, transaction, "where id = @c", stop, ("c", campaign));

    public static Task TakeAsync(DbConnection connection, DbTransaction transaction, string code, CancellationToken stop) =>
        TakeAsync(connection, transaction, "where code = @c", stop, ("c", code));

    /// <summary>All campaigns, always in the same order.</summary>
    public static Task TakeAllAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) =>
        TakeAsync(connection, transaction, "order by id", stop);

    private static async Task TakeAsync(
        DbConnection connection,
        DbTransaction transaction,
        string which,
        CancellationToken stop,
        params (string Name, object? Value)[] parameters
    )
    {
        if (connection is not NpgsqlConnection)
            return;
        await using var command = Sql.Command(connection, $"select 1 from campaign {which} for update", parameters);
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(stop);
    }
}
