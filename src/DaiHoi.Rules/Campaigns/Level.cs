namespace DaiHoi.Rules.Campaigns;

/// <summary>A rung of the ladder of organisations.</summary>
/// <param name="Code">its code in files: province, district, branch …</param>
/// <param name="Name">its name</param>
/// <param name="Under">codes of the levels that can stand directly above; none for the top</param>
public sealed record Level(string Code, Words Name, IReadOnlyList<string> Under);
