using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

/// <summary>
/// A count as on a blackboard: ballot by ballot, name by name, seat by seat, with what each association asks for written out
/// from its regulations and not read from a rule set. Slow and obvious.
/// </summary>
internal sealed record SlowCount(
    long Base,
    long Threshold,
    long Valid,
    long Invalid,
    Dictionary<InvalidReason, long> Reasons,
    long[] Votes,
    string[] OfBase,
    string[] OfValid,
    int[] Ranks,
    Outcome[] Outcomes,
    bool SurplusAllowed,
    NextStep Next
)
{
    private static readonly string[] PartyCongresses = ["vn-2015", "vn-2020", "vn-2025"];

    public static SlowCount Of(Counting counting)
    {
        var votes = new long[counting.Candidates.Count];
        var reasons = new Dictionary<InvalidReason, long>();
        var valid = 0L;
        foreach (var paper in counting.Ballots.Papers!)
        {
            for (var ballot = 0; ballot < paper.Count; ballot++)
            {
                var names = Enumerable.Range(0, votes.Length).Where(who => VotedFor(counting, paper, who)).ToList();
                if (Fault(counting, paper, names.Count) is { } fault)
                {
                    reasons[fault] = reasons.GetValueOrDefault(fault) + 1;
                    continue;
                }
                valid++;
                foreach (var who in names)
                    votes[who]++;
            }
        }
        var basis = BaseOf(counting, valid);
        var threshold = counting.Election.Among == Among.Tied ? 1 : LeastAboveHalf(basis);
        var outcomes = Seated(counting, votes, threshold);
        return new(
            basis,
            threshold,
            valid,
            reasons.Values.Sum(),
            reasons,
            votes,
            [.. votes.Select(own => Percent(own, basis))],
            [.. votes.Select(own => Percent(own, valid))],
            [.. votes.Select(own => votes.Count(other => other > own) + 1)],
            outcomes,
            MayStand(counting),
            After(counting, outcomes)
        );
    }

    /// <summary>2/3 of those summoned; a plain association is content with one half.</summary>
    public static bool EnoughPresent(Counting counting) =>
        counting.Rules.Id is "association" or "state"
            ? counting.Hall.Present >= counting.Hall.Summoned / 2m
            : counting.Hall.Present >= counting.Hall.Summoned * 2 / 3m;

    /// <summary>A list with more names than seats is struck through, one without is marked.</summary>
    public static bool RightForm(Counting counting) =>
        counting.Candidates.Count > counting.Election.Seats == (counting.Election.Form == BallotForm.StrikeOut);

    /// <summary>Party congresses: 10 to 15 % more than the seats, one more for five seats or fewer; null where nobody asks.</summary>
    public static bool? PreparedAsItShould(Counting counting)
    {
        var seats = counting.Election.Seats;
        if (!IsParty(counting) || counting.Election.Of is not (Post.Committee or Post.StandingCommittee))
            return null;
        if (counting.Election.ListedByCommittee is not { } listed)
            return null;
        var more = Math.Max(0, listed - seats);
        return seats <= 5 ? more == 1 : more >= seats * 0.10m && more <= seats * 0.15m;
    }

    private static bool IsParty(Counting counting) => PartyCongresses.Contains(counting.Rules.Id);

    private static bool VotedFor(Counting counting, Paper paper, int who) =>
        counting.Election.Form == BallotForm.StrikeOut
            ? !paper.Struck.Contains(who)
            : paper.Agree.Contains(who) && !paper.Disagree.Contains(who);

    private static InvalidReason? Fault(Counting counting, Paper paper, int names)
    {
        if (!paper.IssuedByBoard)
            return InvalidReason.NotIssuedByBoard;
        if (names > counting.Election.Seats)
            return InvalidReason.TooManyNames;
        if (counting.Election.Form == BallotForm.StrikeOut && names == 0)
            return InvalidReason.NobodyVotedFor;
        if (
            counting.Election.Form == BallotForm.AgreeDisagree
            && counting.Candidates.Count == 1
            && paper.Agree.Contains(0) == paper.Disagree.Contains(0)
        )
            return InvalidReason.BothOrNoneOnSingleList;
        if (paper.NamesAdded)
            return InvalidReason.NamesAdded;
        return paper.Marked ? InvalidReason.Marked : null;
    }

    // Party congresses: those summoned, less each who leaves the base. Unions: the ballots in the box, valid or not.
    private static long BaseOf(Counting counting, long valid)
    {
        if (counting.Rules.Id is "youth" or "union")
            return counting.Ballots.Collected;
        if (!IsParty(counting))
            return valid;
        var people = counting.Hall.Summoned;
        foreach (var gone in counting.Hall.Deducted)
            people -= gone.Count;
        return people;
    }

    private static long LeastAboveHalf(long basis)
    {
        var votes = 0L;
        while (votes * 2 <= basis)
            votes++;
        return votes;
    }

    private static string Percent(long part, long whole) =>
        (whole == 0 ? 0m : Math.Round(part * 100m / whole, 2, MidpointRounding.AwayFromZero)).ToString(
            "0.00",
            System.Globalization.CultureInfo.InvariantCulture
        );

    // Seat after seat to whoever has the most votes; where more people are level than seats are left, it stops there.
    private static Outcome[] Seated(Counting counting, long[] votes, long threshold)
    {
        var outcomes = votes.Select(_ => Outcome.NotElected).ToArray();
        var left = counting.Election.Seats;
        foreach (var level in votes.Where(own => own >= threshold).Distinct().OrderDescending())
        {
            var who = Enumerable.Range(0, votes.Length).Where(i => votes[i] == level).ToList();
            if (left == 0)
                break;
            if (who.Count <= left)
            {
                who.ForEach(i => outcomes[i] = Outcome.Elected);
                left -= who.Count;
                continue;
            }
            who.ForEach(i => outcomes[i] = Outcome.Tied);
            if (counting.Rules.Id == "state")
                SeatTheOlder(counting, outcomes, who, left);
            break;
        }
        return outcomes;
    }

    // The oldest first; where more of them were born on one day than seats are left, those stay tied.
    private static void SeatTheOlder(Counting counting, Outcome[] outcomes, List<int> tied, int left)
    {
        if (tied.Exists(i => counting.Candidates[i].Born is null))
            return;
        foreach (var sameDay in tied.GroupBy(i => counting.Candidates[i].Born).OrderBy(day => day.Key))
        {
            if (left >= sameDay.Count())
            {
                foreach (var i in sameDay)
                    outcomes[i] = Outcome.Elected;
                left -= sameDay.Count();
                continue;
            }
            foreach (var i in sameDay)
                outcomes[i] = left == 0 ? Outcome.NotElected : Outcome.Tied;
            left = 0;
        }
    }

    // Party congresses: at most 30 % of the seats, one person for five seats or fewer; a committee must have a surplus.
    private static bool MayStand(Counting counting)
    {
        var seats = counting.Election.Seats;
        var more = counting.Candidates.Count - seats;
        if (!IsParty(counting) || counting.Election.Among == Among.Tied)
            return true;
        if (more <= 0)
            return counting.Election.Of is not (Post.Committee or Post.StandingCommittee);
        return seats <= 5 ? more == 1 : more * 10 <= seats * 3;
    }

    private static NextStep After(Counting counting, Outcome[] outcomes)
    {
        var (seats, round, id) = (counting.Election.Seats, counting.Election.Round, counting.Rules.Id);
        var elected = outcomes.Count(outcome => outcome == Outcome.Elected);
        if (outcomes.Contains(Outcome.Tied))
            // A tie in the ballot among the tied goes to the congress; a state election still asks for days of birth.
            return counting.Election.Among == Among.Tied && id != "state" ? NextStep.CongressDecides : NextStep.DecideTie;
        if (elected == seats)
            return NextStep.Complete;
        // State elections: a further ballot only when fewer than two thirds are elected.
        if (id == "state" && elected * 3 >= seats * 2)
            return NextStep.Complete;
        // Party congresses and the youth union vote a second time before anybody asks; the others ask at once.
        return round == 1 && (IsParty(counting) || id == "youth") ? NextStep.AnotherBallot : NextStep.CongressDecides;
    }
}
