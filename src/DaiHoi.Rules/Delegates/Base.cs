using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Delegates;

/// <summary>
/// The base (mẫu số): what votes are counted against. Somebody who attended a part of the congress but not the vote stays
/// in it; only those absent throughout leave it, and only for a reason that the rule set knows.
/// </summary>
public static class Base
{
    /// <param name="rules">the rule set</param>
    /// <param name="hall">who was summoned, deducted, present; reasons known to the rule set</param>
    /// <param name="ballots">needed where the rule set counts against ballots</param>
    /// <returns>people or ballots, ≥ 0</returns>
    public static Decision<long> Of(RuleSet rules, Hall hall, BallotNumbers ballots)
    {
        var rule = rules.Elections.Bases[hall.Kind];
        return rule.Of switch
        {
            Denominator.Summoned => OfSummoned(rules, rule, hall),
            Denominator.Present => Decided(rule, hall.Present, new("số người có mặt khi bầu", "those present at the vote")),
            Denominator.Issued => Decided(rule, ballots.Issued, new("số phiếu phát ra", "the ballots issued")),
            Denominator.Collected => Decided(
                rule,
                ballots.Collected,
                new("số phiếu thu về, hợp lệ hay không hợp lệ", "the ballots collected, valid or not")
            ),
            Denominator.Valid => Decided(rule, ballots.Valid, new("số phiếu hợp lệ", "the valid ballots")),
            _ => throw new InvalidOperationException(rule.Of.ToString()),
        };
    }

    /// <summary>The reason in the rule set; null where it knows none of this name for this kind of congress.</summary>
    public static Deduction? Deduction(RuleSet rules, CongressKind kind, string reason) =>
        rules.Elections.Bases[kind].Deductions.FirstOrDefault(deduction => deduction.Reason == reason);

    private static Decision<long> OfSummoned(RuleSet rules, BaseRule rule, Hall hall)
    {
        var people = rules.Terms.Summoned(hall.Kind);
        var left = hall.Summoned - hall.DeductedInAll;
        var vi = $"{Vi(hall.Summoned)} {people.Vietnamese} được triệu tập";
        var en = $"{En(hall.Summoned, people.English)} summoned";
        foreach (var deducted in hall.Deducted.Where(deducted => deducted.Count > 0))
        {
            var name = Deduction(rules, hall.Kind, deducted.Reason)!.Name;
            vi += $", trừ {Vi(deducted.Count)} {name.Vietnamese}";
            en += $", less {En(deducted.Count)} ({name.English})";
        }
        return new(
            Subject.Base,
            left,
            rule.Article,
            new($"{vi}: kết quả tính trên {Vi(left)}.", $"{en}: votes are counted against {En(left)}.")
        );
    }

    private static Decision<long> Decided(BaseRule rule, long number, Words what) =>
        new(
            Subject.Base,
            number,
            rule.Article,
            new($"Kết quả tính trên {what.Vietnamese}: {Vi(number)}.", $"Votes are counted against {what.English}: {En(number)}.")
        );
}
