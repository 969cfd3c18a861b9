using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Delegates;

/// <summary>Whether enough of those summoned are there for the congress to be held.</summary>
public static class Quorum
{
    /// <param name="rules">the rule set</param>
    /// <param name="summoned">people, &gt; 0</param>
    /// <param name="present">people, ≥ 0</param>
    public static Decision<bool> Of(RuleSet rules, long summoned, long present)
    {
        var (share, article) = rules.Congress.Quorum;
        var needed = share.LeastOf(summoned);
        var met = share.IsReachedBy(present, summoned);
        var ratio = new Share(present, summoned);
        return new(
            Subject.Quorum,
            met,
            article,
            new(
                $"Có mặt {Vi(present)}/{Vi(summoned)} ({Vi(ratio)}); cần ít nhất {share} số được triệu tập, tức {Vi(needed)}: "
                    + (met ? "đủ để tiến hành." : "chưa đủ để tiến hành."),
                $"{En(present)} of {En(summoned)} are present ({En(ratio)}); at least {share} of those summoned are needed, "
                    + $"which is {En(needed)}: "
                    + (met ? "met." : "not met.")
            )
        );
    }
}
