using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>The tree is changed by one at a time: what one has checked, no other changes before it is committed.</summary>
internal static class TreeLock
{
    // Any number, as long as nothing else asks for the same lock.
    private const long Number = 0x4461_6948_6F69_0003;

    /// <summary>Held to the end of the transaction. On SQLite a transaction is the only one that writes.</summary>
    public static async Task HoldAsync(Database database, CancellationToken stop)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Number})", stop);
    }
}
