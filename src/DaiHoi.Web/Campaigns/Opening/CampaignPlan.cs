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
);

/// <summary>What was opened, or why nothing was.</summary>
/// <param name="Expected">how many congresses are expected</param>
/// <param name="Problems">keys of texts with their values; none where it was opened</param>
internal sealed record OpeningResult(long Campaign, int Expected, IReadOnlyList<OpeningProblem> Problems);

/// <param name="Field">of the form, or option of the command line: code, name, rules, root, on, levels</param>
/// <param name="Text">key of the message</param>
internal sealed record OpeningProblem(string Field, string Text, params object[] Values);
