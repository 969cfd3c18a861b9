using System.Text.Json;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>
/// The head of the board signs when all ballots agree: everything that the result follows from is frozen under one hash. A
/// correction begins with its reason and ends with the next signed version; the one before stays.
/// </summary>
internal sealed class ResultSigning(
    DatabaseFactory databases,
    ElectionBook book,
    ElectedBelow above,
    ElectedBefore elected,
    StandsOnResult others,
    RecordedChanges changes,
    SiteClock clock
)
{
    public async Task<Answer> SignAsync(Person person, Actor actor, OpenedElection opened, CancellationToken stop)
    {
        if (!opened.Rights.IsHead)
            return Answer.NotFound;
        // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 8.
        if (opened.HasCandidate(person.Name))
            return Answer.Refused("", "board-is-candidate");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        // Two offices of one congress are signed one after the other: each looks at whom the other has elected.
        await ElectionBook.HoldCongressAsync(database, opened.Election.CongressId, stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State == ElectionState.Signed)
            return Answer.Already(election.Id);
        if (election.State != ElectionState.Counting)
            return Answer.Taken("election-moved-on");
        var counted = await book.CountedAsync(database, opened, election, stop);
        if (!counted.IsWhole)
            return Answer.Refused("", "sign-not-whole");
        if (counted.Open().Count() is > 0 and var open)
            return Answer.Refused("", "sign-ballots-open", open);
        var counting = counted.Counting(opened.Rules);
        if (Impossible.In(counting).FirstOrDefault() is { } problem)
            return Answer.Refused("", "election-figures-impossible", problem.Message);
        if (await elected.RefusalAsync(opened, opened.Candidates.Select(one => one.Name), "", stop) is { } notElected)
            return notElected;
        var before = await database
            .Set<SignedResult>()
            .AsNoTracking()
            .Where(result => result.ElectionId == election.Id)
            .OrderByDescending(result => result.Version)
            .FirstOrDefaultAsync(stop);
        var result = Count.Of(counting);
        if (await elected.TwiceAsync(opened, result, stop) is { } twice)
            return Answer.Refused("", election.Post == Post.Secretary ? "secretary-is-deputy" : "candidate-is-secretary", twice);
        if (await elected.AgainAsync(opened, result, stop) is { } again)
            return Answer.Refused("", "candidate-elected-earlier", again);
        if (await elected.OtherSecretaryAsync(opened, result, stop) is { } secretary)
            return Answer.Refused("", "secretary-elected-already", secretary);
        if (before is not null && await CorrectionRefusalAsync(database, opened, counted, result, before, stop) is { } refused)
            return refused;
        var previous = before?.Hash;
        var reason = election.CorrectionReason;
        var at = SignedAt(counted);
        var version = election.Sign();
        var (archive, hash) = ResultArchive.Write(
            counted,
            RuleSetText.Of(opened.Rules.Id),
            result,
            new(version, reason, person.Name, at, previous)
        );
        database.Add(
            new SignedResult
            {
                ElectionId = election.Id,
                Version = version,
                Reason = reason,
                Archive = archive,
                Hash = hash,
                SignedById = person.Id,
                SignedByName = person.Name,
                SignedAt = at,
            }
        );
        var listed = await SendUpAsync(database, actor, opened, election, result, stop);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "result.signed",
                key,
                election.Title,
                After: new
                {
                    revision = version,
                    sha256 = hash,
                    reason,
                }
            ),
            listed is null ? [key] : [key, listed],
            stop
        );
        return Answer.Done(election.Id);
    }

    /// <summary>A corrected version says something else, and leaves standing what has followed.</summary>
    private async Task<Answer?> CorrectionRefusalAsync(
        Data.Database database,
        OpenedElection opened,
        CountedElection counted,
        CountResult result,
        SignedResult before,
        CancellationToken stop
    )
    {
        var signed = ResultReading.Read(before);
        var same = ResultArchive.Write(counted, RuleSetText.Of(opened.Rules.Id), result, signed.Archive.Signature);
        return same.Hash == before.Hash
            ? Answer.Refused("", "correction-changes-nothing")
            : await others.RefusalAsync(database, opened, signed.Result, result, stop);
    }

    /// <summary>Ends a correction in which nothing was found wrong.</summary>
    public async Task<Answer> EndCorrectionAsync(Actor actor, OpenedElection opened, CancellationToken stop)
    {
        if (!opened.Rights.IsHead)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State == ElectionState.Signed)
            return Answer.Already(election.Id);
        if (!election.IsBeingCorrected || election.State == ElectionState.Annulled)
            return Answer.Taken("election-moved-on");
        // What was read anew meanwhile says another result: it has to be signed or read once more.
        var counted = await book.CountedAsync(database, opened, election, stop);
        var before = await database
            .Set<SignedResult>()
            .AsNoTracking()
            .FirstAsync(result => result.ElectionId == election.Id && result.Version == election.SignedVersion, stop);
        var signed = ResultReading.Read(before);
        if (
            counted.Open().Any()
            || !JsonElement.DeepEquals(ResultArchive.ResultOf(Count.Of(counted.Counting(opened.Rules))), signed.Archive.Result)
        )
            return Answer.Refused("", "correction-has-changed");
        election.EndCorrection();
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(database, actor, new("result.confirmed", key, election.Title), [key], stop);
        return Answer.Done(election.Id);
    }

    /// <summary>Those elected as delegates stand on the list of the congress above from the moment of the signature.</summary>
    /// <returns>the key of that list; null where nobody was elected to it</returns>
    private async Task<string?> SendUpAsync(
        Data.Database database,
        Actor actor,
        OpenedElection opened,
        HeldElection election,
        CountResult result,
        CancellationToken stop
    )
    {
        if (election.Post is not (Post.Delegates or Post.Alternates))
            return null;
        var records = opened.Candidates.ToDictionary(one => one.Number!.Value, one => one.PersonId);
        return await above.TakeAsync(
            database,
            actor,
            opened.Campaign,
            opened.Place,
            election.Id,
            election.Post == Post.Alternates,
            false,
            [
                .. result.Elected.Select(one => new ElectedDelegate(
                    one.Candidate.Name,
                    records[int.Parse(one.Candidate.Id, System.Globalization.CultureInfo.InvariantCulture)],
                    (int)one.Votes
                )),
            ],
            stop
        );
    }

    public async Task<Answer> BeginCorrectionAsync(
        Person person,
        Actor actor,
        OpenedElection opened,
        string? reason,
        CancellationToken stop
    )
    {
        if (!opened.Rights.IsHead)
            return Answer.NotFound;
        if (TypedLine.Of(reason) is not { Length: <= HeldElection.LongestReason } why)
            return Answer.Refused("reason", "election-reason-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.IsBeingCorrected)
            return Answer.Already(election.Id);
        if (election.State != ElectionState.Signed)
            return Answer.Taken("election-moved-on");
        if (await database.Set<KeptBallots>().AnyAsync(one => one.ElectionId == election.Id && one.DestroyedOn != null, stop))
            return Answer.Refused("reason", "correction-ballots-gone");
        election.BeginCorrection(clock.UtcNow, person.Name, why);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new("result.reopened", key, election.Title, After: new { reason = why }),
            [key],
            stop
        );
        return Answer.Done(election.Id);
    }

    // A clock that was set back meanwhile lets nobody sign before what he signs was handed in.
    private DateTime SignedAt(CountedElection counted) =>
        counted
            .Batches.SelectMany(batch =>
                new[] { batch.A?.HandedInAt, batch.B?.HandedInAt }
                    .OfType<DateTime>()
                    .Concat(batch.Third.Select(look => look.At))
                    .Concat(batch.Decisions.Select(decision => decision.At))
            )
            .Append(Microseconds(clock.UtcNow))
            .Max();

    // PostgreSQL keeps no finer time, and the archive says the same as the row.
    private static DateTime Microseconds(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
