using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>
/// Makes a change of what stands around the news: one transaction with its audit row, one after the other, shown with the
/// next request. Who changes something says by <see cref="SeenMark"/> what he had before him (null asks for nothing).
/// </summary>
internal sealed class FrameChanges(DatabaseFactory databases, RecordedChanges changes)
{
    /// <param name="change">answers with what its form showed before and shows now; null does nothing</param>
    /// <returns>false where nothing was done: somebody else has changed it since, or the change did not want to</returns>
    public Task<bool> MakeAsync(
        Actor actor,
        string action,
        string? seen,
        Func<Database, Task<(object? Before, object? After)?>> change,
        CancellationToken stop,
        string subject = PortalFrames.Key
    ) =>
        MakeAsync(
            actor,
            action,
            seen,
            async database => await change(database) is var (before, after) ? new FrameChange(before, before, after) : null,
            stop,
            subject
        );

    /// <summary>The same for a form whose content the log keeps in other words.</summary>
    public async Task<bool> MakeAsync(
        Actor actor,
        string action,
        string? seen,
        Func<Database, Task<FrameChange?>> change,
        CancellationToken stop,
        string subject = PortalFrames.Key
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await FrameLock.TakeAsync(database, stop);
        if (await change(database) is not var (shown, before, after))
            return false;
        if (!string.IsNullOrEmpty(seen) && shown is not null && seen != SeenMark.Of(shown))
            return false;
        var deed = new Deed(action, subject, subject, before, after);
        await changes.CommitAsync(database, actor, deed, [PortalFrames.Key, "articles", subject], stop);
        return true;
    }
}

/// <param name="Shown">what the form showed before the change</param>
/// <param name="Before">the same as the log keeps it</param>
/// <param name="After">what the log keeps of it now</param>
internal sealed record FrameChange(object? Shown, object? Before, object? After);
