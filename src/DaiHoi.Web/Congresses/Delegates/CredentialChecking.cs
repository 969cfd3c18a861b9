using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>What the credential committee says of delegates: eligible or not, complaints, absences that leave the base, empty places.</summary>
internal sealed class CredentialChecking(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Says that somebody may be a delegate, or what stands against him.</summary>
    /// <param name="code">of the rule set, where it says who is not summoned; null for another objection</param>
    /// <param name="objection">in words; with neither code nor words he is eligible</param>
    public async Task<Answer> CheckAsync(
        Actor actor,
        OpenedCongress opened,
        long id,
        string? code,
        string? objection,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayCheckCredentials)
            return Answer.NotFound;
        var rule = opened.Rules.Delegates.Summons.FirstOrDefault(one => one.Reason == code);
        // Who is summoned all the same is no objection: the rule is shown, and he stays eligible.
        var why = TypedLine.Of(objection) ?? (rule is { Summoned: false } ? rule.Name.Vietnamese : null);
        if (why is { Length: > ListedDelegate.LongestReason })
            return Answer.Refused("objection", "congress-text-long", ListedDelegate.LongestReason);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await DelegateListing.StandingAsync(database, opened.Congress, id, stop) is not { } listed)
            return Answer.NotFound;
        if (listed.CheckedAt is not null && listed.Objection == why)
            return Answer.Already(id);
        if (why is null && await HasOpenComplaintAsync(database, id, stop))
            return Answer.Refused("objection", "complaint-is-open", listed.Name);
        listed.Check(clock.UtcNow, actor.Name, why);
        // Whom the rules do not summon has no seat in the hall, no card and no place in its quorum.
        if (rule is { Summoned: false })
            listed.End(clock.UtcNow, actor.Name, rule.Reason, why!);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "delegate.checked",
                ListedDelegate.KeyOf(id),
                opened.Place.Name,
                After: new { eligible = why is null, reason = why }
            ),
            [opened.Key],
            stop
        );
        return rule is null
            ? Answer.Done(id)
            : Answer.Noted(id, "rule-says", Summons.Of(opened.Rules, rule.Reason)!.Explanation, rule.Article.Citation);
    }

    /// <summary>All who have not been looked at, against whom nothing stands and of whom no complaint waits.</summary>
    public async Task<Answer> CheckRestAsync(Actor actor, OpenedCongress opened, CancellationToken stop)
    {
        if (!opened.Rights.MayCheckCredentials)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var rest = await DelegateListing
            .Standing(database, opened.Congress)
            .Where(one => one.CheckedAt == null)
            .Where(one => !database.Set<DelegateComplaint>().Any(about => about.DelegateId == one.Id && about.Outcome == null))
            .ToListAsync(stop);
        var waiting = await DelegateListing
            .Standing(database, opened.Congress)
            .CountAsync(
                one => database.Set<DelegateComplaint>().Any(about => about.DelegateId == one.Id && about.Outcome == null),
                stop
            );
        var answer = waiting == 0 ? Answer.Done(rest.Count) : Answer.Noted(rest.Count, "complaints-wait", waiting);
        if (rest.Count == 0)
            return waiting == 0 ? Answer.Already() : answer;
        foreach (var one in rest)
            one.Check(clock.UtcNow, actor.Name, null);
        await changes.CommitAsync(
            database,
            actor,
            new("delegates.checked", opened.Key, opened.Place.Name, After: new { count = rest.Count }),
            [opened.Key],
            stop
        );
        return answer;
    }

    /// <summary>Says why somebody who is absent throughout does not count in the base; with no code he counts.</summary>
    public async Task<Answer> DeductAsync(Actor actor, OpenedCongress opened, long id, string? code, CancellationToken stop)
    {
        if (!opened.Rights.MayCheckCredentials)
            return Answer.NotFound;
        if (code is { Length: > 0 } && Base.Deduction(opened.Rules, opened.Kind, code) is null)
            return Answer.Refused("code", "delegate-deduction-unknown");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await DelegateListing.StandingAsync(database, opened.Congress, id, stop) is not { } listed)
            return Answer.NotFound;
        var wanted = code is { Length: > 0 } ? code : null;
        if (listed.DeductedFor == wanted)
            return Answer.Already(id);
        listed.DeductFor(wanted);
        await changes.CommitAsync(
            database,
            actor,
            new("delegate.deducted", ListedDelegate.KeyOf(id), opened.Place.Name, After: new { reason = wanted }),
            [opened.Key],
            stop
        );
        return Answer.Done(id);
    }

    /// <summary>Says why places of a delegation stay empty.</summary>
    public async Task<Answer> ExplainAsync(
        Actor actor,
        OpenedCongress opened,
        long organisation,
        string? reason,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayCheckCredentials)
            return Answer.NotFound;
        if (TypedLine.Of(reason) is not { Length: <= DelegateAllocation.LongestReason } why)
            return Answer.Refused("empty", "delegate-reason-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var delegation = await database
            .Set<Delegation>()
            .FirstOrDefaultAsync(one => one.CongressId == opened.Congress && one.OrganisationId == organisation, stop);
        // Of places for who is appointed nothing lies there before somebody says it.
        if (delegation is null && organisation == opened.Place.Id)
            database.Add(delegation = new() { CongressId = opened.Congress, OrganisationId = organisation });
        if (delegation is null)
            return Answer.NotFound;
        delegation.ExplainEmpty(why);
        await changes.CommitAsync(
            database,
            actor,
            new("delegation.explained", opened.Key, opened.Place.Name, After: new { organisation, reason = why }),
            [opened.Key],
            stop
        );
        return Answer.Done(delegation.Id);
    }

    private static Task<bool> HasOpenComplaintAsync(Database database, long id, CancellationToken stop) =>
        database.Set<DelegateComplaint>().AnyAsync(one => one.DelegateId == id && one.Outcome == null, stop);
}
