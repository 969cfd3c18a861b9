namespace DaiHoi.Rules.Campaigns;

/// <summary>What a rule set says of the campaign.</summary>
/// <param name="Windows">when congresses are held, by level</param>
/// <param name="ModelWindows">when model congresses are held</param>
/// <param name="NarrowedBy">who may narrow a window; it can only become narrower</param>
/// <param name="Days">how long a congress may last, by level</param>
/// <param name="Preparatory">the preparatory session; null where nothing is said</param>
/// <param name="Contents">what a congress may be about</param>
/// <param name="Transitions">which change of status is allowed, and what it demands</param>
/// <param name="Deadlines">in working days</param>
/// <param name="Calendar">which days are working days</param>
public sealed record CampaignRules(
    IReadOnlyList<WindowRule> Windows,
    IReadOnlyList<WindowRule> ModelWindows,
    Cited<NarrowedBy> NarrowedBy,
    IReadOnlyList<DaysRule> Days,
    PreparatoryRule? Preparatory,
    IReadOnlyList<ContentsRule> Contents,
    IReadOnlyList<TransitionRule> Transitions,
    IReadOnlyList<DeadlineRule> Deadlines,
    HolidayCalendar Calendar
);

/// <summary>Who may narrow a window.</summary>
public enum NarrowedBy
{
    /// <summary>each level for those below it</summary>
    LevelAbove,

    /// <summary>nobody</summary>
    Nobody,
}

/// <summary>When congresses of a level are held.</summary>
/// <param name="Level">code of the level</param>
/// <param name="For">code of a kind of organisation that has a window of its own; null for all others of the level</param>
/// <param name="Period">first and last day</param>
/// <param name="Local">read in the plan of a province, not in a text for the whole country</param>
/// <param name="Article">where it is written</param>
public sealed record WindowRule(string Level, string? For, Period Period, bool Local, Article Article);

/// <summary>How long a congress may last.</summary>
/// <param name="Level">code of the level</param>
/// <param name="Most">days</param>
/// <param name="Article">where it is written</param>
public sealed record DaysRule(string Level, int Most, Article Article);

/// <summary>The preparatory session.</summary>
/// <param name="MostHalfDays">half days; inside the days of the congress</param>
/// <param name="Levels">codes of the levels that hold one</param>
/// <param name="Article">where it is written</param>
public sealed record PreparatoryRule(int MostHalfDays, IReadOnlyList<string> Levels, Article Article);

/// <summary>What a congress may be about.</summary>
/// <param name="Code">its code in files</param>
/// <param name="Name">when this set of contents is used</param>
/// <param name="Items">the contents, in their order</param>
/// <param name="Article">where it is written</param>
public sealed record ContentsRule(string Code, Words Name, IReadOnlyList<Words> Items, Article Article);
