using DaiHoi.Web.Data;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.People.Removing;

/// <summary>Takes away those whose time is over; numbers stay, so that what points to them does.</summary>
internal sealed class PeopleRemoval(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>So many stand in one row of the log.</summary>
    private const int AtOnce = 500;

    /// <returns>how many were taken away</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var removed = 0;
        while (await SomeAsync(stop) is > 0 and var some)
            removed += some;
        return removed;
    }

    private async Task<int> SomeAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await PeopleLock.HoldAsync(database, stop);
        var today = clock.Today;
        var over = await database
            .Set<RegisteredPerson>()
            .Where(one => one.KeptUntil < today && one.RemovedAt == null)
            .OrderBy(one => one.Id)
            .Take(AtOnce)
            .ToListAsync(stop);
        if (over.Count == 0)
            return 0;
        foreach (var one in over)
            one.Remove(clock.UtcNow);
        var deed = new Deed("people.removed", "people", "", After: new { RemovedRecords = over.ConvertAll(one => one.Id) });
        await changes.CommitAsync(database, Actor.Program, deed, [], stop);
        return over.Count;
    }
}
