using DaiHoi.Rules.Delegates;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>
/// The count of one ballot: from papers, or totals of a count made elsewhere, to who is elected and what comes next. It
/// depends on nothing but its input; the order of papers changes nothing.
/// </summary>
public static class Count
{
    /// <param name="counting">input in which <see cref="Impossible.In"/> finds nothing</param>
    /// <returns>the result with every step of the reasoning</returns>
    /// <exception cref="ArgumentException">the input cannot be</exception>
    public static CountResult Of(Counting counting)
    {
        if (Impossible.In(counting).FirstOrDefault() is { } problem)
            throw new ArgumentException(problem.In(Language.English), nameof(counting));
        var (rules, hall, election, candidates, ballots) = counting;
        var amongTied = election.Among == Among.Tied;

        var tally = Tally.Of(counting);
        var basis = Base.Of(rules, hall, new(ballots.Issued, ballots.Collected, tally.Valid));
        var threshold = amongTied ? Threshold.AmongTied(rules) : Threshold.Of(rules, basis.Value);
        var surplus = amongTied
            ? Surplus.AmongTied(rules, election.Seats, candidates.Count)
            : Surplus.Of(rules, election.Of, election.Seats, candidates.Count);
        var seating = Seating.Of(tally.Votes, threshold.Value, election.Seats);
        var byAge = TieToTheOlder(counting, seating);
        var results = Results(candidates, tally, basis.Value, byAge ?? seating);
        var tied = results.Where(result => result.Outcome == Outcome.Tied).ToList();
        var filled = election.Seats - (byAge ?? seating).OpenSeats;
        var failure =
            filled == 0 && tied.Count == 0 && election.Of == Post.Secretary && hall.Kind != CongressKind.Committee
                ? SecretaryDirect.AfterFailure(rules, election.Round)
                : null;
        var next = failure is null ? NextBallot.Of(rules, election, filled, tied.Count) : NextBallot.None(failure.Article);

        var decisions = new List<Decision?>
        {
            Quorum.Of(rules, hall.Summoned, hall.Present),
            basis,
            threshold,
            DirectElection(counting),
            surplus.Decision,
            election.ListedByCommittee is { } listed ? PreparedList.Of(rules, election.Of, election.Seats, listed) : null,
            amongTied ? null : Form.Of(rules, election.Form, election.Seats, candidates.Count),
            Rounds.Of(rules, election),
            Issued(counting),
            ValidBallots.Of(counting, tally),
            Elected(counting, results, threshold.Value),
            byAge is null
                ? null
                : Ties.DecidedByAge(
                    rules,
                    FromTied(candidates, seating, byAge, Outcome.Elected),
                    FromTied(candidates, seating, byAge, Outcome.NotElected),
                    VotesOfTied(tally, seating)
                ),
            tied.Count == 0
                ? null
                : Ties.Of(rules, election.Among, [.. tied.Select(NameOf)], tied[0].Votes, election.Seats - filled),
            failure,
            next,
        };
        return new(
            basis.Value,
            threshold.Value,
            tally.Valid,
            tally.Invalid,
            tally.InvalidReasons,
            results,
            filled,
            surplus,
            next.Value,
            [.. decisions.OfType<Decision>()]
        );
    }

    private static Seating? TieToTheOlder(Counting counting, Seating seating)
    {
        if (
            counting.Rules.Elections.Tie.In(counting.Election.Among) != TieStrategy.Older
            || !seating.Outcomes.Contains(Outcome.Tied)
        )
            return null;
        var older = seating.ToTheOlder(counting.Candidates);
        return older.Outcomes.SequenceEqual(seating.Outcomes) ? null : older;
    }

    private static List<CandidateResult> Results(IReadOnlyList<Candidate> candidates, Tally tally, long basis, Seating seating) =>
        [
            .. candidates.Select(
                (candidate, i) =>
                    new CandidateResult(
                        candidate,
                        tally.Votes[i],
                        new(tally.Votes[i], basis),
                        new(tally.Votes[i], tally.Valid),
                        seating.Outcomes[i],
                        seating.Ranks[i]
                    )
            ),
        ];

    private static Decision<IReadOnlyList<string>> Elected(Counting counting, List<CandidateResult> results, long threshold)
    {
        var elected = results.Where(result => result.Outcome == Outcome.Elected).OrderBy(result => result.Rank).ToList();
        var able = results.Count(result => result.Votes >= threshold);
        var seats = counting.Election.Seats;
        var vi = $"{Vi(able)} người được từ {Vi(threshold)} phiếu trở lên, cần bầu {Vi(seats)}. ";
        var en = $"{En(able)} of the candidates have at least {En(threshold, "vote")}, {En(seats, "seat")} to fill. ";
        var names = string.Join(", ", elected.Select(result => $"{NameOf(result)} ({Vi(result.Votes)})"));
        var namesEn = string.Join(", ", elected.Select(result => $"{NameOf(result)} ({En(result.Votes)})"));
        return new(
            Subject.Elected,
            [.. elected.Select(result => result.Candidate.Id)],
            counting.Rules.Elections.Threshold.Article,
            elected.Count == 0
                ? new(vi + "Chưa ai trúng cử.", en + "Nobody is elected.")
                : new(
                    vi + $"Trúng cử, theo số phiếu từ cao xuống thấp: {names}.",
                    en + $"Elected, by votes from high to low: {namesEn}."
                )
        );
    }

    // Not refused: somebody may have come between the call and the vote; but whoever checks the minutes must see it.
    private static Decision<bool>? Issued(Counting counting)
    {
        var (issued, present) = (counting.Ballots.Issued, counting.Hall.Present);
        if (issued <= present)
            return null;
        return new(
            Subject.BallotsIssued,
            false,
            counting.Rules.Unwritten,
            new(
                $"Phát ra {Vi(issued)} phiếu nhưng chỉ có mặt {Vi(present)} người: cần kiểm tra lại.",
                $"{En(issued, "ballot")} issued to {En(present)} present: this needs to be checked."
            )
        );
    }

    private static bool IsDirect(Counting counting) =>
        counting.Election.Of == Post.Secretary && counting.Hall.Kind == CongressKind.Delegates;

    private static Decision<bool>? DirectElection(Counting counting) =>
        IsDirect(counting) ? SecretaryDirect.Of(counting.Rules) : null;

    private static List<string> FromTied(IReadOnlyList<Candidate> candidates, Seating before, Seating after, Outcome to) =>
        [
            .. candidates
                .Where((_, i) => before.Outcomes[i] == Outcome.Tied && after.Outcomes[i] == to)
                .Select(candidate => candidate.Name),
        ];

    private static long VotesOfTied(Tally tally, Seating seating) => tally.Votes[Array.IndexOf(seating.Outcomes, Outcome.Tied)];

    private static string NameOf(CandidateResult result) => result.Candidate.Name;
}
