using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>The head of the board opens the box: the figures of the hall, and the ballots in batches.</summary>
internal sealed class BoxOpening(
    DatabaseFactory databases,
    BoardOfCongress board,
    VotedBoard voted,
    ElectedBefore elected,
    HallReading hall,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <param name="differs">the head has counted again: the figures are right, though check-in has others</param>
    /// <param name="boardless">the head goes on, though no vote of the congress on its counting board is entered</param>
    public async Task<Answer> OpenAsync(
        Actor actor,
        OpenedElection opened,
        HallFigures figures,
        CountMethod method,
        int? size,
        bool differs,
        bool boardless,
        CancellationToken stop
    )
    {
        if (!opened.Rights.IsHead)
            return Answer.NotFound;
        if (size is not (>= 1 and <= BallotBatch.Largest))
            return Answer.Refused("size", "batch-size-wrong", BallotBatch.Largest);
        if (Refusal(opened, figures) is { } refused)
            return refused;
        // A congress that is too small decides nothing: whoever counts its ballots is told before, not after.
        if (
            opened.Election.Kind != CongressKind.Committee
            && Quorum.Of(opened.Rules, figures.Summoned, figures.Present) is { Value: false } quorum
        )
            return Answer.Refused("present", "election-rule", quorum.Explanation, quorum.Article.Citation);
        // What has gone on meanwhile is told before anything is asked.
        if (opened.Election.State != ElectionState.ListClosed)
            return Answer.Taken("election-moved-on");
        var known = await KnownAsync(opened, stop);
        var isOther = known is not null && IsOther(known, figures);
        // QĐ 244-QĐ/TW: all its members are summoned to a meeting of the committee, and count.
        var incumbents = opened.Election.Kind == CongressKind.Committee ? await elected.IncumbentsAsync(opened, stop) : 0;
        var isOtherCommittee = incumbents > 0 && incumbents != figures.Summoned;
        // A committee that meets elects its board at its own meeting, whose votes by hands are entered nowhere.
        var isBoardless =
            opened.Election.Kind != CongressKind.Committee && !await voted.IsVotedAsync(opened.Election.CongressId, stop);
        AnswerProblem[] asked =
        [
            .. isOther && !differs ? Differs(opened, known!).Problems : [],
            .. isOtherCommittee && !differs ? Answer.Refused("differs", "box-differs-from-committee", incumbents).Problems : [],
            .. isBoardless && !boardless ? NoBoard(opened).Problems : [],
        ];
        if (asked.Length > 0)
            return new(Answered.Refused, asked);
        // The body from which it is elected may have been signed since the list was closed, or not have elected him.
        if (await elected.RefusalAsync(opened, opened.Candidates.Select(one => one.Name), "", stop) is { } notElected)
            return notElected;
        if (await elected.IsBodyOpenAsync(opened, stop))
            return Answer.Refused("", "elected-body-first");
        if (await elected.IsSecretaryOpenAsync(opened, stop))
            return Answer.Refused("", "secretary-first");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.ListClosed)
            return Answer.Taken("election-moved-on");
        // The list was closed before the board was chosen, or the other way round: both are asked again here.
        if (await board.MemberAsync(opened.Candidates.ToList(), election.CongressId, stop) is { } member)
            return Answer.Refused("", "candidate-on-board", member);
        election.OpenBox(clock.UtcNow, actor.Name, method);
        election.SetFigures(figures);
        var number = 0;
        foreach (var ballots in BallotBatch.Split(figures.Collected, size.Value))
            database.Add(
                new BallotBatch
                {
                    ElectionId = election.Id,
                    Number = ++number,
                    Size = ballots,
                }
            );
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "election.box-opened",
                key,
                election.Title,
                isOther
                    ? new
                    {
                        known!.Summoned,
                        known.Present,
                        deducted = DeductedText.Of(known.Deducted),
                    }
                    : null,
                isBoardless ? ShownBoardless(figures) : Shown(figures)
            ),
            [key],
            stop
        );
        return Answer.Done(election.Id);
    }

    /// <summary>Corrects the figures of the hall while what was signed is corrected; the ballots in the box stay as many.</summary>
    /// <param name="differs">as in <see cref="OpenAsync"/></param>
    public async Task<Answer> CorrectAsync(
        Actor actor,
        OpenedElection opened,
        HallFigures figures,
        bool differs,
        CancellationToken stop
    )
    {
        if (!opened.Rights.IsHead)
            return Answer.NotFound;
        if (figures.Collected != opened.Election.Collected)
            return Answer.Refused("collected", "election-collected-stands");
        if (Refusal(opened, figures) is { } refused)
            return refused;
        // Who was let in has not changed since; a base that is set anew decides who is elected.
        if (!differs && await KnownAsync(opened, stop) is { } known && IsOther(known, figures))
            return Differs(opened, known);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Counting)
            return Answer.Taken("election-moved-on");
        var before = Shown(
            new(
                election.Summoned!.Value,
                election.Present!.Value,
                DeductedText.Read(election.Deducted),
                election.Issued!.Value,
                election.Collected!.Value
            )
        );
        election.SetFigures(figures);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new("election.figures-set", key, election.Title, before, Shown(figures)),
            [key],
            stop
        );
        return Answer.Done(election.Id);
    }

    private Task<HallBase?> KnownAsync(OpenedElection opened, CancellationToken stop) =>
        hall.BaseAsync(opened.Rules, opened.Election.Kind, opened.Election.CongressId, clock.UtcNow, stop);

    private static bool IsOther(HallBase known, HallFigures figures) =>
        known.Summoned != figures.Summoned
        || known.Present != figures.Present
        || !known.Deducted.Where(one => one.Count > 0).ToHashSet().SetEquals(figures.Deducted.Where(one => one.Count > 0));

    private static Answer Differs(OpenedElection opened, HallBase known)
    {
        var deducted = known.Deducted.Where(one => one.Count > 0).ToList();
        return deducted.Count == 0
            ? Answer.Refused("differs", "box-differs-from-check-in", known.Present, known.Summoned)
            : Answer.Refused(
                "differs",
                "box-differs-with-deducted",
                known.Present,
                known.Summoned,
                string.Join(
                    ", ",
                    deducted.Select(one =>
                        $"{Base.Deduction(opened.Rules, opened.Election.Kind, one.Reason)!.Name.Vietnamese}: {one.Count}"
                    )
                )
            );
    }

    // Asked of the rule engine with one pile of unread ballots: what cannot be is told before anybody has counted.
    internal static Answer? Refusal(OpenedElection opened, HallFigures figures)
    {
        if (figures.Collected < 1)
            return Answer.Refused("collected", "election-no-ballots");
        // Each of those present gets one; a spoilt one is handed back before another is given.
        if (figures.Issued > figures.Present)
            return Answer.Refused("issued", "election-issued-more", figures.Issued, figures.Present);
        var election = opened.Election;
        var problems = Impossible
            .In(
                new(
                    opened.Rules,
                    new Hall(election.Kind, figures.Summoned, figures.Deducted, figures.Present),
                    new(election.Post, election.Seats, election.Form, election.Round, election.Among),
                    [.. opened.Candidates.Select(one => new Candidate(FormattableString.Invariant($"{one.Number}"), one.Name))],
                    new(figures.Issued, figures.Collected) { Papers = [new(figures.Collected)] }
                )
            )
            .Select(problem => new AnswerProblem(FieldOf(problem.Place), "election-figures-impossible", [problem.Message]))
            .ToList();
        return problems.Count == 0 ? null : new(Answered.Refused, problems);
    }

    // "congress.deducted[1].reason" is said beside the first deduction.
    private static string FieldOf(string place) => place.Split('.') is [_, var field, ..] ? field.Split('[')[0] : "";

    // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 8: the congress votes its board; a ballot that no board has handed out is invalid everywhere.
    private static Answer NoBoard(OpenedElection opened) =>
        Answer.Refused(
            "boardless",
            "box-without-board",
            opened.Rules.Elections.Invalid[InvalidReason.NotIssuedByBoard].Article.Citation
        );

    private static object ShownBoardless(HallFigures figures) =>
        new
        {
            figures.Summoned,
            figures.Present,
            deducted = DeductedText.Of(figures.Deducted),
            figures.Issued,
            figures.Collected,
            withoutBoard = true,
        };

    private static object Shown(HallFigures figures) =>
        new
        {
            figures.Summoned,
            figures.Present,
            deducted = DeductedText.Of(figures.Deducted),
            figures.Issued,
            figures.Collected,
        };
}
