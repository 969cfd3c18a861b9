using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>Who changes the frame of the portal does so one after the other, in whichever process he is.</summary>
internal static class FrameLock
{
    // Any number, as long as nothing else asks for the same lock.
    private const long Number = 0x4461_6948_6F69_0004;

    /// <summary>On SQLite a transaction is the only one that writes; on PostgreSQL the lock is held to the end of this one.</summary>
    public static async Task TakeAsync(Database database, CancellationToken stop)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Number})", stop);
    }
}
