using DaiHoi.Rules.Campaigns;

namespace DaiHoi.Web.Campaigns.Opening;

/// <summary>A campaign that somebody wants to open.</summary>
/// <param name="Levels">codes; none means every level of the rule set</param>
internal sealed record CampaignPlan(
    string Code,
    string Name,
    string? Term,
    string Rules,
    string Root,
    DateOnly On,
    IReadOnlyList<string> Levels
)
{
    /// <summary>Begins with the usual checklist at each level.</summary>
    public bool UsualChecklist { get; init; }

    /// <summary>Windows by code of the level, where the rule set has none.</summary>
    public IReadOnlyDictionary<string, Period> Windows { get; init; } = new Dictionary<string, Period>();
}

/// <summary>What was opened, or why nothing was.</summary>
/// <param name="ByLevel">how many congresses are expected, by code of the level, from the top down</param>
/// <param name="Problems">keys of texts with their values; none where it was opened</param>
internal sealed record OpeningResult(
    long Campaign,
    IReadOnlyList<(string Level, int Expected)> ByLevel,
    IReadOnlyList<OpeningProblem> Problems
)
{
    public int Expected => ByLevel.Sum(level => level.Expected);

    public static OpeningResult Refused(params IReadOnlyList<OpeningProblem> problems) => new(0, [], problems);
}

/// <param name="Field">of the form, or option of the command line: code, name, rules, root, on, levels</param>
/// <param name="Text">key of the message</param>
internal sealed record OpeningProblem(string Field, string Text, params object[] Values);
