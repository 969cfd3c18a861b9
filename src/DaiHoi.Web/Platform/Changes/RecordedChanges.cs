using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Platform.Changes;

/// <summary>
/// Ends what a person has changed: the change, its row in the audit log and the notes on it are committed together, or none
/// of them; only then is it told to who keeps something made of it.
/// </summary>
public sealed class RecordedChanges(AuditLog audit, ChangeFeed feed, SiteClock clock)
{
    /// <param name="database">with the transaction open in which the change was made</param>
    /// <param name="keys">what is not what it was: "article:12", "articles", "frame"; none where readers see nothing of it</param>
    /// <param name="stop">is not heard any more once the commit has begun: who hears that it failed would do it again</param>
    public async Task CommitAsync(
        Database database,
        Actor actor,
        Deed deed,
        IReadOnlyCollection<string> keys,
        CancellationToken stop
    )
    {
        var transaction =
            database.Database.CurrentTransaction
            ?? throw new InvalidOperationException("A change is recorded in the transaction that makes it");
        await database.SaveChangesAsync(stop);
        await audit.AppendWithinTransactionAsync(database, actor, deed, stop);
        var notes = await ChangeFeed.NoteAsync(
            database.Database.GetDbConnection(),
            transaction.GetDbTransaction(),
            clock.UtcNow,
            keys,
            stop
        );
        await transaction.CommitAsync(CancellationToken.None);
        if (keys.Count > 0)
            feed.Announce(keys, notes);
    }
}
