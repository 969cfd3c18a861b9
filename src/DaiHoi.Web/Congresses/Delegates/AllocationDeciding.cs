using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>What an officer has counted of one organisation below.</summary>
internal sealed record CountedOrganisation(string Code, long? Members, long? ExOfficio, long? Special);

/// <summary>
/// Divides the delegates of a congress: the rules propose, the officer adjusts with reasons, the summoning committee decides by a
/// paper. From then on the organisations below see what they have; a change needs its reason.
/// </summary>
internal sealed class AllocationDeciding(
    DatabaseFactory databases,
    CampaignPlaces places,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>Proposes by the rules, from the members of each organisation below.</summary>
    /// <param name="anew">what was adjusted by hand may be lost</param>
    public async Task<Answer> ProposeAsync(
        Actor actor,
        OpenedCongress opened,
        AllocationPlan plan,
        string? limit,
        IReadOnlyList<CountedOrganisation> counted,
        bool anew,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MaySummon)
            return Answer.NotFound;
        if (Refusal(plan) is { } wrong)
            return wrong;
        var below = await places.BelowAsync(opened.Campaign, opened.Place.Id, clock.Today, stop);
        if (below.Count == 0)
            return Answer.Refused("", "allocation-nobody-below");
        if (Unclear(below, counted) is { } unclear)
            return unclear;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var allocation = await database
            .Set<DelegateAllocation>()
            .FirstOrDefaultAsync(one => one.CongressId == opened.Congress, stop);
        if (allocation?.DecidedAt is not null)
            return Answer.Taken("allocation-decided");
        if (allocation is null)
            database.Add(allocation = new() { CongressId = opened.Congress });
        var rows = await HeldAsync(database, opened, below, stop);
        if (!anew && rows.Values.Count(row => row.IsAdjusted) is > 0 and var adjusted)
            return Answer.Refused("anew", "allocation-adjusted-already", adjusted);
        allocation.Propose(plan, limit, clock.UtcNow, actor.Name);
        foreach (var place in below)
        {
            var count = counted.First(one => one.Code == place.Code);
            rows[place.Id].Count((int)count.Members!, (int)(count.ExOfficio ?? 0), (int)(count.Special ?? 0));
        }
        var result = Allocation.Of(opened.Rules, plan, [.. below.Select(place => rows[place.Id].Lower(place.Code))]);
        foreach (var (place, row) in below.Zip(result.Rows))
            rows[place.Id].Propose((int)row.Elected);
        await changes.CommitAsync(
            database,
            actor,
            new("allocation.proposed", opened.Key, opened.Place.Name, After: new { delegates = result.Decision.Value }),
            [opened.Key],
            stop
        );
        return Answer.Done(allocation.Id);
    }

    /// <summary>Gives an organisation other numbers than the rules propose.</summary>
    /// <param name="alternates">null leaves them as they are</param>
    /// <param name="reason">null leaves the one that was given, where the number of delegates stays</param>
    public async Task<Answer> AdjustAsync(
        Actor actor,
        OpenedCongress opened,
        string organisation,
        long? elected,
        long? alternates,
        string? reason,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MaySummon)
            return Answer.NotFound;
        if (
            elected is not (>= 0 and <= DelegateAllocation.Most)
            || alternates is not (null or (>= 0 and <= DelegateAllocation.Most))
        )
            return Answer.Refused(organisation, "allocation-number-wrong");
        var below = await places.BelowAsync(opened.Campaign, opened.Place.Id, clock.Today, stop);
        if (below.FirstOrDefault(place => place.Code == organisation) is not { } place)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var allocation = await database
            .Set<DelegateAllocation>()
            .FirstOrDefaultAsync(one => one.CongressId == opened.Congress, stop);
        var delegation = await database
            .Set<Delegation>()
            .FirstOrDefaultAsync(one => one.CongressId == opened.Congress && one.OrganisationId == place.Id, stop);
        if (allocation is null || delegation is null)
            return Answer.Refused("", "allocation-not-proposed");
        var (before, more) = (delegation.Elected, (int)(alternates ?? delegation.Alternates));
        var (why, isDecided) = (TypedLine.Of(reason), allocation.DecidedAt is not null);
        if (why is { Length: > DelegateAllocation.LongestReason })
            return Answer.Refused(organisation, "congress-text-long", DelegateAllocation.LongestReason);
        if (before == elected && delegation.Alternates == more && (why ?? delegation.Reason) == delegation.Reason)
            return Answer.Already();
        // What the rules propose needs no reason; whatever departs from it, or from what was decided, does.
        var departs = isDecided
            ? before != elected || delegation.Alternates != more
            : before != elected && elected != delegation.Proposed;
        if (departs && why is null)
            return Answer.Refused(organisation, "allocation-reason-missing", place.Name);
        if (
            isDecided
            && elected > before
            && await ForbiddenAsync(database, opened, allocation, elected.Value - before, stop) is { } forbidden
        )
            return Answer.Refused(organisation, "rule-refuses", forbidden.Explanation, forbidden.Article.Citation);
        why = elected == delegation.Proposed && !isDecided ? null : why ?? delegation.Reason;
        delegation.Adjust((int)elected.Value, more, why);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "allocation.changed",
                opened.Key,
                place.Name,
                new { delegates = before },
                new
                {
                    delegates = elected,
                    alternates = more,
                    reason = why,
                }
            ),
            [opened.Key],
            stop
        );
        return Answer.Done(delegation.Id);
    }

    /// <summary>The committee has decided: the organisations below see their numbers from here on.</summary>
    /// <param name="under">the paper by which it did</param>
    public async Task<Answer> DecideAsync(Actor actor, OpenedCongress opened, string? under, CancellationToken stop)
    {
        if (!opened.Rights.MaySummon)
            return Answer.NotFound;
        if (TypedLine.Of(under) is not { Length: <= DelegateAllocation.LongestPaper } paper)
            return Answer.Refused("under", "allocation-paper-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var allocation = await database
            .Set<DelegateAllocation>()
            .FirstOrDefaultAsync(one => one.CongressId == opened.Congress, stop);
        if (allocation is null)
            return Answer.Refused("", "allocation-not-proposed");
        if (allocation.DecidedAt is not null)
            return Answer.Already(allocation.Id);
        var sum = await SumAsync(database, allocation, stop);
        if (Forbidden(opened, allocation, sum) is { } forbidden)
            return Answer.Refused("", "rule-refuses", forbidden.Explanation, forbidden.Article.Citation);
        allocation.Decide(clock.UtcNow, actor.Name, paper);
        await changes.CommitAsync(
            database,
            actor,
            new("allocation.decided", opened.Key, opened.Place.Name, After: new { delegates = sum, paper }),
            [opened.Key],
            stop
        );
        return Answer.Done(allocation.Id);
    }

    private static async Task<long> SumAsync(Database database, DelegateAllocation allocation, CancellationToken stop)
    {
        var delegations = await database
            .Set<Delegation>()
            .Where(one => one.CongressId == allocation.CongressId)
            .ToListAsync(stop);
        return delegations.Sum(one => (long)one.InAll) + allocation.Appointed;
    }

    private static async Task<Rules.Decision<bool>?> ForbiddenAsync(
        Database database,
        OpenedCongress opened,
        DelegateAllocation allocation,
        long more,
        CancellationToken stop
    ) => Forbidden(opened, allocation, await SumAsync(database, allocation, stop) + more);

    /// <summary>The decision of the rules that forbids so many delegates; null where none does.</summary>
    private static Rules.Decision<bool>? Forbidden(OpenedCongress opened, DelegateAllocation allocation, long sum)
    {
        if (allocation.LimitFor is { } limit && DelegateLimit.Of(opened.Rules, limit, sum) is { Value: false } number)
            return number;
        return DelegateLimit.Appointed(opened.Rules, allocation.Appointed, sum) is { Value: false } share ? share : null;
    }

    private static Answer? Refusal(AllocationPlan plan)
    {
        if (plan.PerOrganisation is < 0 or > DelegateAllocation.Most)
            return Answer.Refused("perOrganisation", "allocation-number-wrong");
        if (plan.Appointed is < 0 or > DelegateAllocation.Most)
            return Answer.Refused("appointed", "allocation-number-wrong");
        if (plan.ByMembers == ByMembers.LargestRemainder)
            return plan.Seats is < 0 or > DelegateAllocation.Most ? Answer.Refused("seats", "allocation-number-wrong") : null;
        if (plan.MembersPerDelegate < 1)
            return Answer.Refused("membersPerDelegate", "allocation-quotient-wrong");
        return plan.RemainderFrom is < 1 || plan.RemainderFrom >= plan.MembersPerDelegate
            ? Answer.Refused("remainderFrom", "allocation-remainder-wrong")
            : null;
    }

    private static Answer? Unclear(IReadOnlyList<CampaignPlace> below, IReadOnlyList<CountedOrganisation> counted)
    {
        foreach (var place in below)
        {
            if (counted.FirstOrDefault(one => one.Code == place.Code) is not { Members: >= 0 and <= int.MaxValue } count)
                return Answer.Refused(place.Code, "allocation-members-missing", place.Name);
            if (count.ExOfficio is < 0 or > DelegateAllocation.Most || count.Special is < 0 or > DelegateAllocation.Most)
                return Answer.Refused(place.Code, "allocation-number-wrong");
        }
        return below.Sum(place => counted.First(one => one.Code == place.Code).Members ?? 0) > 0
            ? null
            : Answer.Refused(below[0].Code, "allocation-no-members");
    }

    /// <summary>The delegations of those below; one that is no longer below keeps its row, and no seats.</summary>
    private static async Task<Dictionary<long, Delegation>> HeldAsync(
        Database database,
        OpenedCongress opened,
        IReadOnlyList<CampaignPlace> below,
        CancellationToken stop
    )
    {
        var rows = await database
            .Set<Delegation>()
            .Where(one => one.CongressId == opened.Congress)
            .ToDictionaryAsync(one => one.OrganisationId, stop);
        foreach (var (_, gone) in rows.Where(row => !below.Any(place => place.Id == row.Key)))
        {
            gone.Count(0, 0, 0);
            gone.Propose(0);
        }
        foreach (var place in below.Where(place => !rows.ContainsKey(place.Id)))
        {
            var row = new Delegation { CongressId = opened.Congress, OrganisationId = place.Id };
            database.Add(row);
            rows.Add(place.Id, row);
        }
        return rows;
    }
}
