using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

/// <summary>A count as on a blackboard: ballot by ballot, name by name, seat by seat. Slow and obvious.</summary>
internal sealed record SlowCount(
    long Valid,
    long Invalid,
    Dictionary<InvalidReason, long> Reasons,
    long[] Votes,
    Outcome[] Outcomes
)
{
    public static SlowCount Of(Counting counting)
    {
        var votes = new long[counting.Candidates.Count];
        var reasons = new Dictionary<InvalidReason, long>();
        var valid = 0;
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
        return new(valid, reasons.Values.Sum(), reasons, votes, Seated(counting, valid, votes));
    }

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

    private static Outcome[] Seated(Counting counting, long valid, long[] votes)
    {
        var basis = counting.Rules.Id switch
        {
            "vn-2020" or "vn-2025" => counting.Hall.Summoned,
            "youth" or "union" => counting.Ballots.Collected,
            _ => valid,
        };
        bool Enough(long own) => counting.Election.Among == Among.Tied ? own >= 1 : own * 2 > basis;
        return
        [
            .. votes.Select(own =>
            {
                if (!Enough(own))
                    return Outcome.NotElected;
                var ahead = votes.Count(other => other > own);
                var level = votes.Count(other => other == own);
                if (ahead >= counting.Election.Seats)
                    return Outcome.NotElected;
                return ahead + level <= counting.Election.Seats ? Outcome.Elected : Outcome.Tied;
            }),
        ];
    }
}
