using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Comparing;

/// <summary>How far a batch is, without a word of what it says.</summary>
/// <param name="LookedAgain">numbers of ballots that the third person has read</param>
/// <param name="Decided">numbers of ballots on which the board has decided</param>
internal sealed record BatchProgress(
    int Number,
    int Size,
    bool InA,
    bool InB,
    IReadOnlyList<(int Number, BallotStanding Standing)> Open,
    IReadOnlyList<int> LookedAgain,
    IReadOnlyList<int> Decided
);

/// <summary>Where the two groups differ, and what the third person and the board make of it.</summary>
internal sealed class TallyComparing(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    public async Task<List<BatchProgress>> ProgressAsync(HeldElection election, CancellationToken stop)
    {
        await using var database = databases.Create();
        var batches = await CountedBatches.OfAsync(database, election.Id, stop);
        return batches.ConvertAll(batch => new BatchProgress(
            batch.Number,
            batch.Size,
            batch.A is not null,
            batch.B is not null,
            batch.A is null || batch.B is null
                ? []
                :
                [
                    .. batch
                        .Compare(election.Method == CountMethod.Sheets)
                        .Where(ballot => ballot.Reading is null)
                        .Select(ballot => (ballot.Number, ballot.Standing)),
                ],
            [.. batch.Third.Select(look => look.Number).Order()],
            [.. batch.Decisions.Select(decision => decision.Number).Order()]
        ));
    }

    /// <summary>The third person reads a ballot on which the groups differ, without seeing what they have read.</summary>
    public async Task<Answer> LookAsync(
        Person person,
        Actor actor,
        OpenedElection opened,
        int batch,
        int number,
        string? typed,
        CancellationToken stop
    )
    {
        if (!opened.Rights.IsThird)
            return Answer.NotFound;
        if (opened.HasCandidate(person.Name))
            return Answer.Refused("", "board-is-candidate");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Counting)
            return Answer.Taken("election-moved-on");
        var sheets = election.Method == CountMethod.Sheets;
        if (await BallotAsync(database, election, batch, number, stop) is not var (id, standing))
            return Answer.NotFound;
        // What he has read he may put right himself until the board has decided or the head has signed.
        if (
            standing != BallotStanding.ToThird
            && !election.IsBeingCorrected
            && (
                standing == BallotStanding.Decided
                || !await database.Set<ThirdLook>().AnyAsync(look => look.BatchId == id && look.Number == number, stop)
            )
        )
            return Answer.Taken("ballot-not-open");
        var size = await database.Set<BallotBatch>().Where(one => one.Id == id).Select(one => one.Size).FirstAsync(stop);
        var marks = sheets
            ? SheetMarks.Read(typed, size, SheetForm.Of(opened))
            : BallotMarks.Read(typed, election.Form, opened.Candidates.Count);
        if (marks.Marks is not { } read)
            return Answer.Refused("marks", marks.Problem!, marks.Wrong ?? "");
        database.Add(
            new ThirdLook
            {
                BatchId = id,
                Number = number,
                Marks = read,
                Doubtful = marks.Doubtful,
                At = clock.UtcNow,
                ById = person.Id,
                ByName = person.Name,
            }
        );
        await CommitAsync(database, actor, "ballot.reviewed", election, batch, number, stop);
        return Answer.Done();
    }

    /// <summary>The board decides on a ballot: how it reads, and valid or for one of the reasons of the rule set not.</summary>
    /// <param name="reason">null for a valid one</param>
    public async Task<Answer> DecideAsync(
        Person person,
        Actor actor,
        OpenedElection opened,
        int batch,
        int number,
        string? typed,
        InvalidReason? reason,
        CancellationToken stop
    )
    {
        if (!opened.Rights.IsHead)
            return Answer.NotFound;
        if (opened.HasCandidate(person.Name))
            return Answer.Refused("", "board-is-candidate");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Counting)
            return Answer.Taken("election-moved-on");
        if (await BallotAsync(database, election, batch, number, stop) is not var (id, standing))
            return Answer.NotFound;
        // Nobody overrules two groups alone: in a correction the third person reads the ballot first.
        if (standing is not (BallotStanding.ToBoard or BallotStanding.Decided))
            return Answer.Taken(election.IsBeingCorrected ? "correction-third-first" : "ballot-not-open");
        var size = await database.Set<BallotBatch>().Where(one => one.Id == id).Select(one => one.Size).FirstAsync(stop);
        var marks =
            election.Method == CountMethod.Sheets
                ? SheetMarks.Read(typed, size, SheetForm.Of(opened))
                : BallotMarks.Read(typed, election.Form, opened.Candidates.Count);
        if (marks.Marks is not { } read)
            return Answer.Refused("marks", marks.Problem!, marks.Wrong ?? "");
        if (election.Method == CountMethod.Ballots && Contradiction(opened, election, read, reason) is { } refused)
            return refused;
        database.Add(
            new DoubtDecision
            {
                BatchId = id,
                Number = number,
                Marks = read,
                Reason = election.Method == CountMethod.Sheets ? null : reason,
                At = clock.UtcNow,
                ById = person.Id,
                ByName = person.Name,
            }
        );
        await CommitAsync(database, actor, "ballot.decided", election, batch, number, stop);
        return Answer.Done();
    }

    // The article decides, not the board: marks that make a ballot invalid cannot be called valid, nor the other way round.
    private static Answer? Contradiction(OpenedElection opened, HeldElection election, string marks, InvalidReason? reason)
    {
        if (reason is { } named && InvalidReasons.Of(opened.Rules).All(one => one.Reason != named))
            return Answer.Refused("reason", "ballot-reason-not-in-rules");
        var candidates = opened.Candidates.Count;
        var paper = InvalidReasons.With(BallotMarks.PaperOf(marks, election.Form, candidates), reason);
        var validity = new Validity(opened.Rules, election.Form, election.Seats, candidates);
        var judged = validity.Judge(paper, new bool[candidates]);
        if (judged is null == reason is null)
            return null;
        var decision = validity.Decide(paper);
        return Answer.Refused("reason", "election-rule", decision.Explanation, decision.Article.Citation);
    }

    private static async Task<(long Batch, BallotStanding Standing)?> BallotAsync(
        Database database,
        HeldElection election,
        int batch,
        int number,
        CancellationToken stop
    )
    {
        var counted = await CountedBatches.OfAsync(database, election.Id, stop);
        var ballot = counted
            .Where(one => one.Number == batch)
            .SelectMany(one => one.Compare(election.Method == CountMethod.Sheets))
            .Where(one => one.Number == number)
            .Select(one => (BallotStanding?)one.Standing)
            .FirstOrDefault();
        if (ballot is null or BallotStanding.Waiting)
            return null;
        var id = await database
            .Set<BallotBatch>()
            .Where(one => one.ElectionId == election.Id && one.Number == batch)
            .Select(one => one.Id)
            .FirstAsync(stop);
        return (id, ballot.Value);
    }

    // What a ballot says is in no row of the log: before the count is signed nobody can add it up from there.
    private Task CommitAsync(
        Database database,
        Actor actor,
        string deed,
        HeldElection election,
        int batch,
        int number,
        CancellationToken stop
    )
    {
        var key = HeldElection.KeyOf(election.Id);
        return changes.CommitAsync(
            database,
            actor,
            new(deed, FormattableString.Invariant($"{key}/batch:{batch}/ballot:{number}"), election.Title),
            [key],
            stop
        );
    }
}
