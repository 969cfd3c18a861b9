using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>How long the sealed ballots are kept. Until then they are opened only by decision; after it a decision destroys them.</summary>
public static class BallotsKept
{
    /// <param name="rules">the rule set</param>
    /// <param name="closing">the day on which the congress closed and the ballots were handed over</param>
    /// <returns>the last day on which they must be kept; null where the rule set says nothing</returns>
    public static Decision<DateOnly>? Of(RuleSet rules, DateOnly closing)
    {
        if (rules.Elections.BallotsKept is not { } rule)
            return null;
        var last = closing.AddMonths(rule.Value);
        return new(
            Subject.BallotsKept,
            last,
            rule.Article,
            new(
                $"Phiếu bầu đã niêm phong được lưu giữ {Vi(rule.Value)} tháng kể từ {Vi(closing)}, tức đến hết {Vi(last)}; "
                    + "chỉ mở khi có quyết định, hết hạn thì tiêu hủy theo quyết định.",
                $"The sealed ballots are kept for {En(rule.Value, "month")} from {En(closing)}, until the end of {En(last)}; "
                    + "they are opened only by decision, and destroyed by decision after it."
            )
        );
    }
}
