using DaiHoi.Web.Data;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People.Removing;

/// <summary>Takes away those whose time is over; numbers stay, so that what points to them does.</summary>
internal sealed class PeopleRemoval(
    DatabaseFactory databases,
    IEnumerable<IKeepsPeople> keepers,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>So many stand in one row of the log.</summary>
    private const int AtOnce = 500;

    /// <returns>how many were taken away</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var removed = 0;
        while (await SomeAsync(stop) is { } some)
            removed += some;
        return removed;
    }

    /// <returns>how many of those whose time is over were taken away, and not needed longer; null where nobody's is</returns>
    private async Task<int?> SomeAsync(CancellationToken stop)
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
            return null;
        var needed = await NeededAsync(database, over, stop);
        foreach (var one in over.Where(one => needed.ContainsKey(one.OrganisationId)))
            one.KeptUntil = needed[one.OrganisationId];
        over.RemoveAll(one => needed.ContainsKey(one.OrganisationId));
        if (over.Count == 0)
        {
            await database.SaveChangesAsync(stop);
            await transaction.CommitAsync(CancellationToken.None);
            return 0;
        }
        foreach (var one in over)
            one.Remove(clock.UtcNow);
        var deed = new Deed("people.removed", "people", "", After: new { RemovedRecords = over.ConvertAll(one => one.Id) });
        await changes.CommitAsync(database, Actor.Program, deed, [], stop);
        return over.Count;
    }

    /// <summary>Until when people of some organisations are needed all the same, by their numbers; the others are left out.</summary>
    private async Task<Dictionary<long, DateOnly>> NeededAsync(
        Database database,
        List<RegisteredPerson> over,
        CancellationToken stop
    )
    {
        var ids = over.Select(one => one.OrganisationId).Distinct().ToList();
        var paths = await database
            .Set<Organisations.Organisation>()
            .Where(organisation => ids.Contains(organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Path, stop);
        var needed = new Dictionary<long, DateOnly>();
        foreach (var (id, path) in paths)
        {
            foreach (var keeper in keepers)
            {
                if (
                    await keeper.UntilAsync(path, stop) is { } until
                    && until >= clock.Today
                    && until > needed.GetValueOrDefault(id)
                )
                    needed[id] = until;
            }
        }
        return needed;
    }
}
