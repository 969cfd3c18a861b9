using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>Whether a congress of delegates may elect the secretary itself.</summary>
/// <param name="Allowed">where it is only tried out, the article's note says so</param>
/// <param name="Then">who elects when the congress has elected nobody</param>
/// <param name="AfterBallots">ballots after which it is given up; null: as for other posts</param>
/// <param name="Article">where it is written</param>
public sealed record SecretaryDirectRule(bool Allowed, AfterFailure Then, int? AfterBallots, Article Article);

/// <summary>Who elects the secretary when the congress has elected nobody.</summary>
public enum AfterFailure
{
    CongressDecides,
    NewCommittee,
}

/// <inheritdoc cref="SecretaryDirectRule" />
public static class SecretaryDirect
{
    /// <returns>null where the rule set says nothing about it</returns>
    public static Decision<bool>? Of(RuleSet rules)
    {
        if (rules.Elections.SecretaryDirect is not { } rule)
            return null;
        return new(
            Subject.SecretaryDirect,
            rule.Allowed,
            rule.Article,
            rule.Allowed
                ? new("Đại hội được bầu trực tiếp bí thư.", "The congress may elect the secretary directly.")
                : new("Đại hội không bầu trực tiếp bí thư.", "The congress does not elect the secretary directly.")
        );
    }

    /// <summary>Who elects after ballots that have elected nobody. It holds at every congress that votes on its secretary itself, of members as of delegates.</summary>
    /// <param name="rules">the rule set</param>
    /// <param name="ballots">held so far, ≥ 1</param>
    /// <returns>null while the congress goes on voting</returns>
    public static Decision<string>? AfterFailure(RuleSet rules, int ballots)
    {
        if (rules.Elections.SecretaryDirect is not { AfterBallots: { } most } rule || ballots < most)
            return null;
        return new(
            Subject.SecretaryDirect,
            rule.Then.Code(),
            rule.Article,
            rule.Then == Elections.AfterFailure.NewCommittee
                ? new(
                    $"Sau {Vi(most)} lần bầu không ai trúng cử: việc bầu bí thư chuyển cho ban chấp hành mới.",
                    $"Nobody was elected in {En(most, "ballot")}: the new committee elects the secretary."
                )
                : new(
                    $"Sau {Vi(most)} lần bầu không ai trúng cử: đại hội quyết định.",
                    $"Nobody was elected in {En(most, "ballot")}: the congress decides."
                )
        );
    }
}
