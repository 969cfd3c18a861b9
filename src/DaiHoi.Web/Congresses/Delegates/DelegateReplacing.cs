using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Takes somebody off the list, with the reason, and puts the alternate in his place whom the rules name.</summary>
internal sealed class DelegateReplacing(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <param name="code">of the rule set, where it knows the reason, or <see cref="ListedDelegate.Mistake"/>; null for another</param>
    /// <param name="reason">in words</param>
    /// <param name="chosen">the alternate whom the summoning committee chose, where several have the same number of votes</param>
    public async Task<Answer> EndAsync(
        Actor actor,
        OpenedCongress opened,
        long id,
        string? code,
        string? reason,
        long? chosen,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MaySummon)
            return Answer.NotFound;
        var known = opened.Rules.Delegates.Replacement.Without.FirstOrDefault(without => without.Reason == code);
        // HD 01-HD/TW (2021) 13.1: who has moved stays a delegate of the old delegation, and no alternate comes.
        if (known is not null)
            return Answer.Refused("code", "delegate-stays", known.Name, known.Article.Citation);
        var mistaken = code == ListedDelegate.Mistake;
        if (
            (TypedLine.Of(reason) ?? (mistaken ? Texts.Vietnamese["delegate-why-mistake"] : null))
            is not { Length: <= ListedDelegate.LongestReason } why
        )
            return Answer.Refused("reason", "delegate-reason-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (
            await database
                .Set<ListedDelegate>()
                .FirstOrDefaultAsync(one => one.Id == id && one.CongressId == opened.Congress, stop)
            is not { } leaving
        )
            return Answer.NotFound;
        if (!leaving.IsOnList)
            return Answer.Already(id);
        // Nobody takes a place that never was.
        var (successor, refused, said) = mistaken
            ? (null, null, null)
            : await SuccessorAsync(database, opened, leaving, "", chosen, stop);
        if (refused is not null)
            return refused;
        leaving.End(clock.UtcNow, actor.Name, mistaken ? code : null, why);
        successor?.TakePlaceOf(leaving.Id, clock.UtcNow);
        await changes.CommitAsync(
            database,
            actor,
            new(
                successor is null ? "delegate.removed" : "delegate.replaced",
                ListedDelegate.KeyOf(id),
                opened.Place.Name,
                After: new { reason = why, by = successor is null ? null : ListedDelegate.KeyOf(successor.Id) }
            ),
            [opened.Key],
            stop
        );
        return said is null ? Answer.Done(id) : Answer.Noted(id, "delegate-left", said);
    }

    /// <summary>Whom the rules put into a place that becomes empty.</summary>
    private static async Task<(ListedDelegate? Successor, Answer? Refused, DaiHoi.Rules.Words? Said)> SuccessorAsync(
        Database database,
        OpenedCongress opened,
        ListedDelegate leaving,
        string reason,
        long? chosen,
        CancellationToken stop
    )
    {
        // Only who was elected is replaced by an alternate, or the alternate who stands in the place of such a one.
        if (leaving.Kind != DelegateKind.Elected || !leaving.IsSummoned)
            return (null, null, null);
        var alternates = await DelegateListing
            .Standing(database, opened.Congress)
            .Where(one => one.OrganisationId == leaving.OrganisationId && one.IsAlternate && one.Id != leaving.Id)
            .ToListAsync(stop);
        var able = alternates.Where(one => one.TookPlaceAt is null && one.Objection is null).ToList();
        var result = Replacement.Of(
            opened.Rules,
            reason,
            [.. able.Select(one => new Alternate(ListedDelegate.KeyOf(one.Id), one.Name, one.Votes ?? 0))]
        );
        if (result.Decision.Value != Successor.Tied)
            return (able.Find(one => ListedDelegate.KeyOf(one.Id) == result.By?.Id), null, result.Decision.Explanation);
        var most = able.Max(one => one.Votes ?? 0);
        if (able.Find(one => one.Id == chosen && (one.Votes ?? 0) == most) is { } named)
            return (named, null, result.Decision.Explanation);
        return (
            null,
            Answer.Refused("chosen", "rule-refuses", result.Decision.Explanation, result.Decision.Article.Citation),
            null
        );
    }
}
