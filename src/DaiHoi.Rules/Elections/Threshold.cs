using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>The least votes that elect.</summary>
public static class Threshold
{
    /// <param name="rules">the rule set</param>
    /// <param name="basis">the base: people or ballots, ≥ 0</param>
    /// <returns>votes, ≥ 1</returns>
    public static Decision<long> Of(RuleSet rules, long basis)
    {
        var (share, article) = rules.Elections.Threshold;
        var least = share.LeastAbove(basis);
        var votes = least * share.Denominator;
        var against = basis * share.Numerator;
        // With one half the right side is the base itself; with 2/3 of 9 it is written out.
        var right = share.Numerator == 1 ? "" : $"{share.Numerator} × ";
        return new(
            Subject.Threshold,
            least,
            article,
            new(
                $"Người trúng cử phải được quá {Vi(share)} so với {Vi(basis)}, tức ít nhất {Vi(least)} phiếu: "
                    + $"{Vi(least)} × {share.Denominator} = {Vi(votes)}, lớn hơn {right}{Vi(basis)}{(right.Length == 0 ? "" : $" = {Vi(against)}")}.",
                $"Somebody is elected by more than {En(share)} of {En(basis)}, which takes at least {En(least, "vote")}: "
                    + $"{En(least)} × {share.Denominator} = {En(votes)}, above {right}{En(basis)}{(right.Length == 0 ? "" : $" = {En(against)}")}."
            )
        );
    }

    /// <summary>Among people who were tied the one with more votes wins; no share of the base is needed.</summary>
    /// <returns>1 vote</returns>
    public static Decision<long> AmongTied(RuleSet rules) =>
        new(
            Subject.Threshold,
            1,
            rules.Elections.Tie.Article,
            new(
                "Bầu lại giữa những người có số phiếu bằng nhau: ai nhiều phiếu hơn thì trúng cử, không cần quá một phần hai.",
                "A further ballot among people who were tied: whoever has more votes is elected, half of the base is not needed."
            )
        );
}
