namespace DaiHoi.Rules.Elections;

/// <summary>Ballots and votes, before anything is decided on them.</summary>
/// <param name="Valid">ballots</param>
/// <param name="InvalidReasons">ballots by reason; only reasons that occur</param>
/// <param name="Invalid">ballots</param>
/// <param name="Votes">per candidate, in the order of the list, on valid ballots</param>
public sealed record Tally(
    long Valid,
    long Invalid,
    IReadOnlyDictionary<InvalidReason, long> InvalidReasons,
    IReadOnlyList<long> Votes
)
{
    /// <summary>Counts papers, or takes the totals of a count made elsewhere.</summary>
    public static Tally Of(Counting counting) =>
        counting.Ballots.Totals is { } totals
            ? new(totals.Valid, totals.Invalid, totals.Reasons, totals.Votes)
            : OfPapers(counting, counting.Ballots.Papers!);

    private static Tally OfPapers(Counting counting, IReadOnlyList<Paper> papers)
    {
        var candidates = counting.Candidates.Count;
        var validity = new Validity(counting.Rules, counting.Election.Form, counting.Election.Seats, candidates);
        var votes = new long[candidates];
        var reasons = new SortedDictionary<InvalidReason, long>();
        long valid = 0;
        long invalid = 0;
        var voted = new bool[candidates];
        foreach (var paper in papers)
        {
            if (validity.Judge(paper, voted) is { } reason)
            {
                invalid += paper.Count;
                if (paper.Count > 0)
                    reasons[reason] = reasons.GetValueOrDefault(reason) + paper.Count;
                continue;
            }
            valid += paper.Count;
            for (var i = 0; i < voted.Length; i++)
                votes[i] += voted[i] ? paper.Count : 0;
        }
        return new(valid, invalid, reasons, votes);
    }
}
