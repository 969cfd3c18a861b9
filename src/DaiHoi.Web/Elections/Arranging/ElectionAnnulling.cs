using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Ratifying;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>
/// Takes an election away that was arranged by mistake or has to be held anew, with its reason. Nothing of it is erased: list,
/// ballots and signed versions stay to be read, and count for nothing.
/// </summary>
internal sealed class ElectionAnnulling(
    DatabaseFactory databases,
    ResultReading results,
    ElectedBefore elected,
    ElectedBelow above,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>Whoever arranges takes back what nobody has signed; what is signed, the head of the board alone.</summary>
    public static bool MayAnnul(OpenedElection opened) =>
        opened.Election.State != ElectionState.Annulled
        && (opened.Election.SignedVersion == 0 ? opened.Rights.MayArrange : opened.Rights.IsHead);

    public async Task<Answer> AnnulAsync(Actor actor, OpenedElection opened, string? reason, CancellationToken stop)
    {
        if (opened.Election.State == ElectionState.Annulled && opened.Rights.MayArrange)
            return Answer.Already(opened.Election.Id);
        if (!MayAnnul(opened))
            return Answer.NotFound;
        if (TypedLine.Of(reason) is not { Length: <= HeldElection.LongestReason } why)
            return Answer.Refused("annulBecause", "election-reason-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State == ElectionState.Annulled)
            return Answer.Already(election.Id);
        if (election.SignedVersion != opened.Election.SignedVersion)
            return Answer.Taken("election-moved-on");
        if (await ContinuedAsync(database, election.Id, stop) is not null)
            return Answer.Refused("annulBecause", "annul-further-first");
        if ((await DecisionsOfElection.OfAsync(database, election.Id, stop)).Count > 0)
            return Answer.Refused("annulBecause", "annul-ratified");
        // Who was elected from this body to an office would hold it from nowhere.
        if (
            await results.NewestAsync(election.Id, stop) is { } signed
            && await elected.OfficeOfAsync(opened, [.. signed.Result.Elected.Select(one => one.Candidate.Name)], stop)
                is var (name, office)
        )
            return Answer.Refused("annulBecause", "annul-breaks-office", name, office);
        election.Annul(clock.UtcNow, actor.Name, why);
        // Whom it has sent up stands on no list any more.
        var listed =
            election.SignedVersion > 0 && election.Post is Post.Delegates or Post.Alternates
                ? await above.TakeAsync(
                    database,
                    actor,
                    opened.Campaign,
                    opened.Place,
                    election.Id,
                    election.Post == Post.Alternates,
                    true,
                    [],
                    stop
                )
                : null;
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new("election.annulled", key, election.Title, After: new { reason = why }),
            listed is null ? [key] : [key, listed],
            stop
        );
        return Answer.Done(election.Id);
    }

    /// <summary>The ballot that follows an election and stands; null where none does.</summary>
    public static Task<HeldElection?> ContinuedAsync(Data.Database database, long election, CancellationToken stop) =>
        database.Set<HeldElection>().FirstOrDefaultAsync(one => one.ContinuesId == election && one.AnnulledAt == null, stop);
}
