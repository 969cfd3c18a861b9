using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>Whether a list may be closed, and what closing it decides.</summary>
internal static class ListClosing
{
    /// <param name="toElect">from the list in the end, with alternates</param>
    /// <param name="candidates">who stand</param>
    /// <param name="beyond">the congress wants more on the list of a further ballot than a first list may hold</param>
    /// <returns>null where the list may be closed</returns>
    public static Answer? Refusal(
        RuleSet rules,
        HeldElection election,
        int toElect,
        IReadOnlyCollection<ElectionCandidate> candidates,
        bool beyond
    )
    {
        if (candidates.Count == 0)
            return Answer.Refused("", "election-list-empty");
        if (candidates.Count < election.Seats && (election.ContinuesId is null || election.Post == Post.Alternates))
            return Answer.Refused("", "election-seats-more-than-names", election.Seats, candidates.Count);
        // QĐ 244-QĐ/TW Điều 20 khoản 2: the list of a further ballot is what the congress makes of those who are left. Of people
        // who join it no regulation that was read says how many; the measure of a first list is named, and the congress decides.
        if (election.ContinuesId is not null)
            return !beyond && BeyondFirst(rules, election, candidates) is { } more
                ? Answer.Refused("beyond", "election-list-beyond", more.Decision.Explanation, more.Decision.Article.Citation)
                : null;
        var surplus = Surplus.Of(rules, election.Post, toElect, candidates.Count);
        if (surplus.Allowed)
            return null;
        // An opinion ballot chooses among nominees from the floor: without any there is nobody whom it could leave out.
        var opinion = FloorSupport.OpinionBallot(rules, election.Post, toElect, candidates.Count);
        var decision =
            opinion is { Value: true } && candidates.Any(candidate => candidate.IsFromFloor) ? opinion : surplus.Decision;
        return Answer.Refused("", "election-rule", decision.Explanation, decision.Article.Citation);
    }

    // Where nobody has joined, nobody can be asked to leave.
    private static SurplusOfList? BeyondFirst(
        RuleSet rules,
        HeldElection election,
        IReadOnlyCollection<ElectionCandidate> candidates
    )
    {
        if (candidates.All(candidate => candidate.Source == CandidateSource.Remaining))
            return null;
        var surplus = Surplus.Of(rules, election.Post, election.Seats, candidates.Count);
        return surplus is { Allowed: false, People: > 0 } ? surplus : null;
    }

    /// <summary>Numbers the names in their order and takes the form of ballot that the rule set asks for.</summary>
    public static void Close(
        RuleSet rules,
        HeldElection election,
        IReadOnlyCollection<ElectionCandidate> candidates,
        DateTime at,
        string by,
        long? attending,
        long? votesFor
    )
    {
        var number = 0;
        foreach (var candidate in ElectionCandidate.InOrder(candidates))
            candidate.Stand(++number);
        var prepared = candidates.Count(candidate => candidate.Source == CandidateSource.Prepared);
        election.CloseList(
            at,
            by,
            FormFor(rules, election.Seats, candidates.Count),
            election.ContinuesId is null ? prepared : null,
            attending,
            votesFor
        );
    }

    private static BallotForm FormFor(RuleSet rules, int seats, int candidates) =>
        Form.Of(rules, BallotForm.StrikeOut, seats, candidates).Value ? BallotForm.StrikeOut : BallotForm.AgreeDisagree;
}
