using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Keeping;

/// <summary>Enters what becomes of the paper ballots (QĐ 190-QĐ/TW Điều 35).</summary>
internal sealed class BallotKeeping(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>The head of the board hands them over; officers of the organisation keep them.</summary>
    public static bool MaySeal(OpenedElection opened) =>
        opened.Election.SignedVersion > 0 && (opened.Rights.IsHead || opened.Rights.MayArrange);

    public async Task<KeptBallots?> OfAsync(long election, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<KeptBallots>().AsNoTracking().FirstOrDefaultAsync(one => one.ElectionId == election, stop);
    }

    public async Task<Answer> SealAsync(
        Actor actor,
        OpenedElection opened,
        DateOnly? on,
        string? handedTo,
        CancellationToken stop
    )
    {
        if (!MaySeal(opened))
            return Answer.NotFound;
        // From the seal their time runs, and nobody seals what is still being counted.
        var opening = clock.DayOf(opened.Election.BoxOpenedAt!.Value);
        if (on is not { } day || day > clock.Today || day < opening)
            return Answer.Refused("sealedOn", "kept-sealed-wrong", Formats.Day(opening));
        if (TypedLine.Of(handedTo) is not { Length: <= KeptBallots.LongestText } to)
            return Answer.Refused("handedTo", "kept-handed-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (await database.Set<KeptBallots>().FirstOrDefaultAsync(one => one.ElectionId == opened.Election.Id, stop) is { } there)
            return there.SealedOn == day && there.HandedTo == to
                ? Answer.Already()
                : Answer.Taken("kept-sealed-already", Formats.Day(there.SealedOn), there.HandedTo);
        var until = BallotsKept.Of(opened.Rules, day)?.Value;
        database.Add(
            new KeptBallots
            {
                ElectionId = opened.Election.Id,
                SealedOn = day,
                HandedTo = to,
                KeptUntil = until,
                EnteredAt = clock.UtcNow,
                EnteredByName = actor.Name,
            }
        );
        await CommitAsync(
            database,
            actor,
            opened,
            "ballots.sealed",
            new
            {
                on = day,
                handedTo = to,
                until,
            },
            stop
        );
        return Answer.Done();
    }

    /// <summary>Enters that they were destroyed; not while they must be kept.</summary>
    public async Task<Answer> DestroyAsync(
        Actor actor,
        OpenedElection opened,
        DateOnly? on,
        string? under,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayArrange)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (
            await database.Set<KeptBallots>().FirstOrDefaultAsync(one => one.ElectionId == opened.Election.Id, stop)
            is not { } kept
        )
            return Answer.NotFound;
        if (kept.DestroyedOn is not null)
            return Answer.Already();
        if (on is not { } day || day > clock.Today || day < kept.SealedOn)
            return Answer.Refused("destroyedOn", "kept-day-wrong");
        if (kept.KeptUntil is { } until && day <= until)
        {
            var rule = BallotsKept.Of(opened.Rules, kept.SealedOn)!;
            return Answer.Refused("destroyedOn", "election-rule", rule.Explanation, rule.Article.Citation);
        }
        if (TypedLine.Of(under) is not { Length: <= KeptBallots.LongestText } paper)
            return Answer.Refused("under", "kept-paper-missing");
        kept.Destroy(day, paper, actor.Name);
        await CommitAsync(database, actor, opened, "ballots.destroyed", new { on = day, paper }, stop);
        return Answer.Done();
    }

    private Task CommitAsync(
        Data.Database database,
        Actor actor,
        OpenedElection opened,
        string deed,
        object after,
        CancellationToken stop
    )
    {
        var key = HeldElection.KeyOf(opened.Election.Id);
        return changes.CommitAsync(database, actor, new(deed, key, opened.Election.Title, After: after), [key], stop);
    }
}
