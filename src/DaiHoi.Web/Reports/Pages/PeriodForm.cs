using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>A period as it was typed.</summary>
internal sealed class PeriodForm
{
    public string? Name { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    /// <summary>By place of the level.</summary>
    public Dictionary<int, string?> Due { get; set; } = [];

    /// <summary>Whether somebody means days that are rarely meant.</summary>
    public bool Confirmed { get; set; }

    public static PeriodForm Of(ReportPeriod period, IEnumerable<ReportDue> due) =>
        new()
        {
            Name = period.Name,
            From = Formats.Day(period.From),
            Until = Formats.Day(period.Until),
            Due = due.ToDictionary(one => one.Level, one => (string?)Formats.Day(one.DueOn)),
        };

    /// <summary>What was typed, as it is meant.</summary>
    /// <param name="problems">gets what is not clear, by field</param>
    /// <returns>null where something is not clear</returns>
    public WantedPeriod? Read(Dictionary<string, string> problems, Texts t)
    {
        var (from, until) = (Day(From, "from"), Day(Until, "until"));
        var due = new Dictionary<int, DateOnly>();
        foreach (var (level, typed) in Due)
        {
            if (!string.IsNullOrWhiteSpace(typed) && Day(typed, $"due-{level}") is { } day)
                due[level] = day;
        }
        return problems.Count == 0 ? new(Name, from!.Value, until!.Value, due, Confirmed) : null;

        DateOnly? Day(string? typed, string field)
        {
            var day = TypedDay.Of(typed);
            if (day is { Year: >= 1900 })
                return day;
            problems[field] = t["report-day-unclear"];
            return null;
        }
    }
}

/// <summary>The fields of a period.</summary>
/// <param name="DaysStand">whether its first day and its cut-off are changed no more</param>
internal sealed record PeriodFields(
    PeriodForm Form,
    KnownCampaign Campaign,
    IReadOnlyDictionary<string, string> Problems,
    bool DaysStand,
    Texts T
);
