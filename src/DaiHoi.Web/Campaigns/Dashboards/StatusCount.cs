using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>One of the nine places at which a congress can stand, as the dashboard counts it.</summary>
/// <param name="Measure">how many stand there</param>
/// <param name="Accepted">of which the level above has accepted; null where it is not asked</param>
/// <param name="Code">its word in the texts and its look in the bar</param>
/// <param name="Figure">the named figure with the list behind it</param>
internal sealed record StatusCount(Measure Measure, Measure? Accepted, CongressStatus Status, string Code, string Figure)
{
    /// <summary>As a congress goes, the furthest first; then what does not go on.</summary>
    public static readonly IReadOnlyList<StatusCount> All =
    [
        new(Measure.Ratified, Measure.RatifiedAccepted, CongressStatus.Ratified, "ratified", "congresses-ratified"),
        new(Measure.ResultReported, null, CongressStatus.ResultReported, "result-reported", "congresses-awaiting-ratification"),
        new(Measure.Held, null, CongressStatus.Held, "held", "congresses-awaiting-report"),
        new(Measure.PlanApproved, null, CongressStatus.PlanApproved, "plan-approved", "congresses-plan-approved"),
        new(Measure.PlanSubmitted, null, CongressStatus.PlanSubmitted, "plan-submitted", "congresses-plan-submitted"),
        new(Measure.Preparing, null, CongressStatus.Preparing, "preparing", "congresses-preparing"),
        new(Measure.Postponed, null, CongressStatus.Postponed, "postponed", "congresses-postponed"),
        new(Measure.Annulled, null, CongressStatus.Annulled, "annulled", "congresses-annulled"),
        new(Measure.Exempt, Measure.ExemptAccepted, CongressStatus.Exempt, "exempt", "congresses-exempt"),
    ];
}
