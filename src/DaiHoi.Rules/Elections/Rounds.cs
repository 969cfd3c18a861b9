using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>Whether so many ballots are allowed.</summary>
public static class Rounds
{
    /// <returns>null while the rule set allows the ballot</returns>
    public static Decision<bool>? Of(RuleSet rules, Election election)
    {
        var rule = rules.Elections.FurtherBallots;
        if (!(election.Round > rule.Maximum))
            return null;
        return new(
            Subject.Round,
            false,
            rule.Article,
            new(
                $"Lần bầu thứ {Vi(election.Round)} vượt số lần tối đa là {Vi(rule.Maximum.Value)}.",
                $"Ballot {En(election.Round)} is beyond the {En(rule.Maximum.Value)} that are allowed."
            )
        );
    }
}
