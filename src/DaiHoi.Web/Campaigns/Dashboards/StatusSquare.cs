using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>A status of a congress on the dashboard: its square, its word and its figure.</summary>
/// <param name="Measure">how many stand there</param>
/// <param name="Accepted">of which the level above has accepted; null where it is not asked</param>
/// <param name="Code">of the status: its word and the look of its square</param>
/// <param name="Figure">the named figure with the list behind it</param>
/// <param name="Fill">what is drawn into the square of 16 units</param>
internal sealed record StatusSquare(Measure Measure, Measure? Accepted, string Code, string Figure, string Fill)
{
    /// <summary>As a congress goes, the furthest first; then what does not go on.</summary>
    public static readonly IReadOnlyList<StatusSquare> All =
    [
        new(Measure.Ratified, Measure.RatifiedAccepted, "ratified", "congresses-ratified", "M4 8.2l3 3 5-6"),
        new(Measure.ResultReported, null, "result-reported", "congresses-awaiting-ratification", "M2 3.2h12V14H2z"),
        new(Measure.Held, null, "held", "congresses-awaiting-report", "M2 6.4h12V14H2z"),
        new(Measure.PlanApproved, null, "plan-approved", "congresses-plan-approved", "M2 9.2h12V14H2z"),
        new(Measure.PlanSubmitted, null, "plan-submitted", "congresses-plan-submitted", "M2 11.6h12V14H2z"),
        new(Measure.Preparing, null, "preparing", "congresses-preparing", ""),
        new(Measure.Postponed, null, "postponed", "congresses-postponed", "M4.5 4h2.4v8H4.5zM9.1 4h2.4v8H9.1z"),
        new(Measure.Annulled, null, "annulled", "congresses-annulled", "M4 4l8 8M12 4l-8 8"),
        new(Measure.Exempt, Measure.ExemptAccepted, "exempt", "congresses-exempt", "M4 8h8"),
    ];
}
