using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;

namespace DaiHoi.Web.Campaigns;

/// <summary>Who meets at a congress, and from where that is known.</summary>
/// <param name="Kind">as it was recorded, else as the rules have it, else delegates</param>
/// <param name="IsRecorded">somebody has recorded it</param>
/// <param name="ByRule">what the rule set has for its level and size; null where it says nothing of the level</param>
public sealed record KnownKind(CongressKind Kind, bool IsRecorded, Decision<CongressKind>? ByRule);
