namespace DaiHoi.Rules.Delegates;

/// <summary>What a rule set says of who meets and when it counts.</summary>
/// <param name="Kinds">by level and size</param>
/// <param name="CommitteeFromMembers">members from which a branch elects a committee; null without such a limit</param>
/// <param name="Quorum">the least share of those summoned</param>
public sealed record CongressRules(IReadOnlyList<KindRule> Kinds, Cited<long>? CommitteeFromMembers, Cited<Fraction> Quorum);
