using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>All that one count needs.</summary>
/// <param name="Rules">the rule set</param>
/// <param name="Hall">who was summoned and is present</param>
/// <param name="Election">what is elected, how</param>
/// <param name="Candidates">in the order of the ballot list</param>
/// <param name="Ballots">what the box held</param>
public sealed record Counting(RuleSet Rules, Hall Hall, Election Election, IReadOnlyList<Candidate> Candidates, Ballots Ballots);
