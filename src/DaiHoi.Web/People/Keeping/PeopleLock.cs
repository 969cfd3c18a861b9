using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People.Keeping;

/// <summary>People are written by one at a time: two who write the same person at once would not see each other's.</summary>
internal static class PeopleLock
{
    // Any number, as long as nothing else asks for the same lock.
    private const long Number = 0x4461_6948_6F69_0005;

    /// <summary>Held to the end of the transaction. On SQLite a transaction is the only one that writes.</summary>
    public static async Task HoldAsync(Database database, CancellationToken stop)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Number})", stop);
    }
}
