using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Reports.Periods;

/// <summary>A period as somebody wants it.</summary>
/// <param name="Due">by place of the level; a level without a day does not report</param>
/// <param name="Confirmed">whether he was asked about days that are rarely meant, and means them</param>
internal sealed record WantedPeriod(
    string? Name,
    DateOnly From,
    DateOnly Until,
    IReadOnlyDictionary<int, DateOnly> Due,
    bool Confirmed = false
)
{
    /// <summary>Its name as it is kept; null where none was typed.</summary>
    public string? Title => TypedLine.Of(Name);

    /// <summary>What is wrong with it by itself; null where nothing is.</summary>
    public ReportResult? Refusal()
    {
        if (Title is not { } title)
            return ReportResult.Refused("name", "report-period-name-missing");
        if (title.Length > ReportPeriod.LongestName)
            return ReportResult.Refused("name", "report-text-long", ReportPeriod.LongestName);
        if (Until < From)
            return ReportResult.Refused("until", "report-period-backwards", Formats.Day(From));
        if (Due.Count == 0)
            return ReportResult.Refused("due", "report-due-missing");
        foreach (var (level, day) in Due)
        {
            if (day < Until)
                return ReportResult.Refused($"due-{level}", "report-due-early", Formats.Day(Until));
        }
        // A level sends up after the one below it: who is due first, has nothing to bring together.
        var ordered = Due.OrderByDescending(one => one.Key).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].Value < ordered[i - 1].Value)
                return ReportResult.Refused(
                    $"due-{ordered[i].Key}",
                    "report-due-before-below",
                    Formats.Day(ordered[i - 1].Value)
                );
        }
        return null;
    }

    /// <summary>Days that are rarely meant, of which somebody is asked once more; null where there are none, or he has confirmed them.</summary>
    public ReportResult? Question(DateOnly today)
    {
        if (Confirmed)
            return null;
        var doubts = new List<ReportProblem>();
        if (Until > today)
            doubts.Add(new("confirm", "report-period-future", [Formats.Day(Until)]));
        if (Until > From.AddYears(1))
            doubts.Add(new("confirm-long", "report-period-long", [Formats.Day(From), Formats.Day(Until)]));
        return doubts.Count == 0 ? null : new(ReportOutcome.Refused, doubts);
    }
}
