using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Campaigns;

/// <summary>By when something has to be done.</summary>
/// <param name="Code">notice, approval, report, ratification, complaint …</param>
/// <param name="Name">what has to be done</param>
/// <param name="WorkingDays">≥ 1</param>
/// <param name="Side">before or after the event</param>
/// <param name="Of">the event from which days are counted</param>
/// <param name="InForce">the events for which it holds</param>
/// <param name="Article">where it is written</param>
public sealed record DeadlineRule(
    string Code,
    Words Name,
    int WorkingDays,
    Side Side,
    DeadlineEvent Of,
    Period InForce,
    Article Article
);

public enum Side
{
    Before,
    After,
}

/// <summary>What days are counted from.</summary>
public enum DeadlineEvent
{
    Opening,
    Closing,
    Receipt,
}

/// <inheritdoc cref="DeadlineRule" />
public static class Deadline
{
    /// <param name="rules">the rule set</param>
    /// <param name="code">of the deadline</param>
    /// <param name="day">of the event; the rule in force on that day is used</param>
    /// <returns>the last day on which it can be done; null where the rule set has no such deadline on that day</returns>
    public static Decision<DateOnly>? Of(RuleSet rules, string code, DateOnly day)
    {
        var rule = rules.Campaign.Deadlines.FirstOrDefault(rule => rule.Code == code && rule.InForce.Contains(day));
        if (rule is null)
            return null;
        var calendar = rules.Campaign.Calendar;
        var last = rule.Side == Side.Before ? calendar.Before(day, rule.WorkingDays) : calendar.After(day, rule.WorkingDays);
        var what = Event(rule.Of);
        var days = rule.WorkingDays;
        var said =
            rule.Side == Side.Before
                ? new Words(
                    $"{rule.Name.Vietnamese}: chậm nhất {Vi(days)} ngày làm việc trước ngày {what.Vietnamese} {Vi(day)}, tức hết {Vi(last)}.",
                    $"{rule.Name.English}: at the latest {En(days, "working day")} before {what.English} on {En(day)}, that is by the end of {En(last)}."
                )
                : new Words(
                    $"{rule.Name.Vietnamese}: trong {Vi(days)} ngày làm việc kể từ ngày {what.Vietnamese} {Vi(day)}, tức hết {Vi(last)}.",
                    $"{rule.Name.English}: within {En(days, "working day")} of {what.English} on {En(day)}, that is by the end of {En(last)}."
                );
        if (!calendar.Covers.Contains(day) || !calendar.Covers.Contains(last))
            said += new Words(
                "Lịch nghỉ lễ chưa có các ngày này, mới chỉ trừ thứ bảy và chủ nhật.",
                "The holiday calendar does not reach there: only Saturdays and Sundays were left out."
            );
        return new(Subject.Deadline, last, rule.Article, said);
    }

    private static Words Event(DeadlineEvent of) =>
        of switch
        {
            DeadlineEvent.Opening => new("khai mạc đại hội", "the opening of the congress"),
            DeadlineEvent.Closing => new("bế mạc đại hội", "the closing of the congress"),
            DeadlineEvent.Receipt => new("nhận được báo cáo", "the receipt of the report"),
            _ => throw new InvalidOperationException(of.ToString()),
        };
}
