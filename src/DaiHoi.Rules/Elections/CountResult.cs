namespace DaiHoi.Rules.Elections;

/// <summary>What became of a candidate.</summary>
public enum Outcome
{
    Elected,
    NotElected,

    /// <summary>level with others across the last seat: neither seated nor refused</summary>
    Tied,
}

/// <summary>One line of the minutes.</summary>
/// <param name="Candidate">who</param>
/// <param name="Votes">on valid ballots</param>
/// <param name="OfBase">share of the base</param>
/// <param name="OfValid">share of the valid ballots</param>
/// <param name="Outcome">elected, not elected, tied</param>
/// <param name="Rank">1 for the most votes; the same votes have the same rank, and the next rank is left out</param>
public sealed record CandidateResult(Candidate Candidate, long Votes, Share OfBase, Share OfValid, Outcome Outcome, int Rank);

/// <summary>What a count gives.</summary>
/// <param name="Base">what votes are counted against</param>
/// <param name="Threshold">the least votes that elect</param>
/// <param name="Valid">ballots</param>
/// <param name="Invalid">ballots</param>
/// <param name="InvalidReasons">ballots by reason, summing to <paramref name="Invalid"/>; empty for a count made elsewhere</param>
/// <param name="Candidates">in the order of the list</param>
/// <param name="SeatsFilled">those elected, without the tied</param>
/// <param name="Surplus">of the list</param>
/// <param name="Next">what has to be done</param>
/// <param name="Decisions">each step of the reasoning, in its order</param>
public sealed record CountResult(
    long Base,
    long Threshold,
    long Valid,
    long Invalid,
    IReadOnlyDictionary<InvalidReason, long> InvalidReasons,
    IReadOnlyList<CandidateResult> Candidates,
    int SeatsFilled,
    SurplusOfList Surplus,
    NextStep Next,
    IReadOnlyList<Decision> Decisions
)
{
    /// <summary>Those elected, by votes from high to low; equal votes in the order of the list.</summary>
    public IEnumerable<CandidateResult> Elected => With(Outcome.Elected);

    public IEnumerable<CandidateResult> Tied => With(Outcome.Tied);

    private IEnumerable<CandidateResult> With(Outcome outcome) =>
        Candidates.Where(candidate => candidate.Outcome == outcome).OrderBy(candidate => candidate.Rank);
}
