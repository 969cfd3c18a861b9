namespace DaiHoi.Rules.Elections;

/// <summary>What happens when a ballot has elected too few.</summary>
/// <param name="CongressAskedAfter">ballots after which the congress decides whether to go on, ≥ 1</param>
/// <param name="Maximum">the most ballots; null without a maximum</param>
/// <param name="OnlyBelow">a further ballot only when fewer than this share of the seats is filled; null: whenever a seat is open</param>
/// <param name="Article">where it is written</param>
public sealed record FurtherBallotsRule(int CongressAskedAfter, int? Maximum, Fraction? OnlyBelow, Article Article);
