using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Delegates;

/// <summary>Whether a number of delegates is within what the rule set allows.</summary>
public static class DelegateLimit
{
    /// <param name="rules">the rule set</param>
    /// <param name="kind">code of the kind of organisation</param>
    /// <param name="delegates">in all, ≥ 0</param>
    /// <returns>null where the rule set has no limit for this kind</returns>
    public static Decision<bool>? Of(RuleSet rules, string kind, long delegates)
    {
        if (rules.Delegates.Limits.FirstOrDefault(limit => limit.For == kind) is not { } limit)
            return null;
        var within = delegates >= (limit.Least ?? 0) && delegates <= limit.Most;
        var (vi, en) = limit.Least is { } least
            ? ($"từ {Vi(least)} đến {Vi(limit.Most)}", $"from {En(least)} to {En(limit.Most)}")
            : ($"không quá {Vi(limit.Most)}", $"at most {En(limit.Most)}");
        return new(
            Subject.DelegateLimit,
            within,
            limit.Article,
            new(
                $"{limit.Name.Vietnamese}: {vi} đại biểu; dự kiến {Vi(delegates)}: "
                    + (within ? "đúng quy định." : "không đúng quy định."),
                $"{limit.Name.English}: {en} delegates; {En(delegates)} planned: "
                    + (within ? "within the limits." : "outside the limits.")
            )
        );
    }

    /// <summary>Whether not too many delegates are appointed.</summary>
    /// <returns>null where the rule set has no limit</returns>
    public static Decision<bool>? Appointed(RuleSet rules, long appointed, long delegates)
    {
        if (rules.Delegates.AppointedAtMost is not { } rule)
            return null;
        var most = rule.Value.MostOf(delegates);
        var within = appointed <= most;
        return new(
            Subject.AppointedShare,
            within,
            rule.Article,
            new(
                $"Chỉ định {Vi(appointed)} trong {Vi(delegates)} đại biểu, mức cao nhất {rule.Value} là {Vi(most)}: "
                    + (within ? "đúng quy định." : "vượt quy định."),
                $"{En(appointed)} of {En(delegates)} delegates are appointed, at most {rule.Value} which is {En(most)}: "
                    + (within ? "within the limit." : "above the limit.")
            )
        );
    }
}
