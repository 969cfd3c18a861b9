using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Campaigns;

/// <summary>How long a congress and its preparatory session may last.</summary>
public static class Duration
{
    /// <param name="rules">the rule set</param>
    /// <param name="level">code of the level</param>
    /// <param name="days">begun days, with the preparatory session, ≥ 1</param>
    /// <returns>null where the rule set has no limit for the level</returns>
    public static Decision<bool>? Of(RuleSet rules, string level, int days)
    {
        if (rules.Campaign.Days.FirstOrDefault(rule => rule.Level == level) is not { } rule)
            return null;
        var within = days <= rule.Most;
        var name = rules.Level(level).Name;
        return new(
            Subject.Duration,
            within,
            rule.Article,
            new(
                $"{name.Vietnamese}: không quá {Vi(rule.Most)} ngày; {Vi(days)} ngày: "
                    + (within ? "đúng quy định." : "quá quy định."),
                $"{name.English}: at most {En(rule.Most, "day")}; {En(days, "day")}: " + (within ? "within it." : "too long.")
            )
        );
    }

    /// <summary>Whether a preparatory session of so many half days is allowed.</summary>
    /// <returns>null where the rule set says nothing about preparatory sessions</returns>
    public static Decision<bool>? OfPreparatorySession(RuleSet rules, string level, int halfDays)
    {
        if (rules.Campaign.Preparatory is not { } rule)
            return null;
        var has = rule.Levels.Contains(level);
        var within = halfDays == 0 || (has && halfDays <= rule.MostHalfDays);
        var name = rules.Level(level).Name;
        return new(
            Subject.PreparatorySession,
            within,
            rule.Article,
            has
                ? new(
                    $"{name.Vietnamese}: phiên trù bị không quá {Vi(rule.MostHalfDays)} buổi, nằm trong thời gian đại hội; {Vi(halfDays)} buổi: "
                        + (within ? "đúng quy định." : "quá quy định."),
                    $"{name.English}: the preparatory session takes at most {En(rule.MostHalfDays, "half day")}, inside the days of the congress; {En(halfDays, "half day")}: "
                        + (within ? "within it." : "too long.")
                )
                : new($"{name.Vietnamese}: không tổ chức phiên trù bị.", $"{name.English}: no preparatory session is held.")
        );
    }
}
