using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Campaigns;

/// <summary>Whether a congress that had to be held by a last day is overdue: from the day after it on, until it is held.</summary>
public static class Overdue
{
    /// <param name="window">from the rule set</param>
    /// <param name="narrowed">what the levels above made of it; null where they left it</param>
    /// <param name="asOf">the day for which one asks</param>
    /// <param name="held">the day on which it was held; null where it was not</param>
    public static Decision<bool> Of(WindowRule window, Period? narrowed, DateOnly asOf, DateOnly? held)
    {
        var last = (narrowed ?? window.Period).Until;
        var done = held <= asOf;
        var overdue = !done && asOf > last;
        return new(Subject.Overdue, overdue, window.Article, Explained(last, asOf, done ? held : null, overdue));
    }

    private static Words Explained(DateOnly? last, DateOnly asOf, DateOnly? held, bool overdue)
    {
        if (held is { } on)
            return last < on
                ? new(
                    $"Đã tổ chức {Vi(on)}, sau hạn {Vi(last.Value)}.",
                    $"Held on {En(on)}, after the last day {En(last.Value)}."
                )
                : new($"Đã tổ chức {Vi(on)}.", $"Held on {En(on)}.");
        if (last is not { } day)
            return new("Không quy định ngày cuối cùng.", "No last day is set.");
        return overdue
            ? new(
                $"Hạn đến hết {Vi(day)}, tính đến {Vi(asOf)} chưa tổ chức: quá hạn {Vi(asOf.DayNumber - day.DayNumber)} ngày.",
                $"Due until the end of {En(day)}, not held as of {En(asOf)}: {En(asOf.DayNumber - day.DayNumber, "day")} overdue."
            )
            : new(
                $"Hạn đến hết {Vi(day)}, tính đến {Vi(asOf)}: còn trong hạn.",
                $"Due until the end of {En(day)}, as of {En(asOf)}: in time."
            );
    }
}
