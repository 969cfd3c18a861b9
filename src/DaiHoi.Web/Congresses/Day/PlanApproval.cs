using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>Whether the level above has approved what a congress is to do, as it is recorded.</summary>
internal static class PlanApproval
{
    private static readonly CongressStatus[] HeldAlready =
    [
        CongressStatus.Held,
        CongressStatus.ResultReported,
        CongressStatus.Ratified,
    ];

    /// <param name="status">where the congress stands; null where nothing is recorded</param>
    /// <returns>with the status that is recorded; null where the rules let a congress be held without an approval</returns>
    public static Decision<bool>? Of(RuleSet rules, CongressStatus? status, DateOnly on)
    {
        var ways = rules.Campaign.Transitions.Where(rule => rule.To == CongressStatus.Held && rule.InForce.Contains(on)).ToList();
        return
            ways.Find(way => way.From == CongressStatus.PlanApproved) is not { } way
            || ways.Exists(other => other.From == CongressStatus.Preparing)
            ? null
            : new(
                Subject.Transition,
                status is { } known && (HeldAlready.Contains(known) || ways.Exists(other => other.From == known)),
                way.Article,
                status is { } recorded ? Transition.NameOf(recorded) : new("chưa có gì", "nothing")
            );
    }
}
