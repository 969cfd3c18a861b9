namespace DaiHoi.Rules.Campaigns;

/// <summary>Where the congress of one organisation stands.</summary>
public enum CongressStatus
{
    Preparing,
    PlanSubmitted,
    PlanApproved,
    Held,
    ResultReported,
    Ratified,
    Postponed,
    Exempt,
    Annulled,
}

/// <summary>What a change of status can demand.</summary>
public enum Demand
{
    /// <summary>computed: not before the event that came before</summary>
    NotBeforePrevious,

    /// <summary>computed: the day lies in the window</summary>
    InWindow,

    /// <summary>computed: not longer than the level allows</summary>
    WithinDays,

    /// <summary>the contents and the draft documents</summary>
    Contents,

    /// <summary>decided one level up</summary>
    DecisionAbove,

    /// <summary>the notice was given in time</summary>
    NoticeGiven,

    /// <summary>enough were present</summary>
    QuorumMet,

    /// <summary>signed minutes of the counting board</summary>
    SignedMinutes,

    /// <summary>a photograph, a resolution, a report</summary>
    Evidence,

    /// <summary>the report with minutes, extract list and curricula</summary>
    Report,

    /// <summary>no complaint is open</summary>
    NoOpenComplaint,

    /// <summary>why</summary>
    Reason,
}

/// <summary>One change of status that is allowed.</summary>
/// <param name="From">before</param>
/// <param name="To">after</param>
/// <param name="Demands">without which it is refused</param>
/// <param name="Expects">whose absence is only reported</param>
/// <param name="InForce">the days on which it holds; another may stand for the days after</param>
/// <param name="Article">where it is written</param>
public sealed record TransitionRule(
    CongressStatus From,
    CongressStatus To,
    IReadOnlyList<Demand> Demands,
    IReadOnlyList<Demand> Expects,
    Period InForce,
    Article Article
);
