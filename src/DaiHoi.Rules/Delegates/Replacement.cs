using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Delegates;

/// <summary>Who takes the place of an official delegate.</summary>
public enum Successor
{
    /// <summary>the alternate with the most votes of those who can come</summary>
    Alternate,

    /// <summary>the reason allows none</summary>
    NotReplaced,

    /// <summary>no alternate is left</summary>
    NobodyLeft,

    /// <summary>several alternates have the same number of votes</summary>
    Tied,
}

/// <summary>An alternate of the same delegation.</summary>
/// <param name="Id">key</param>
/// <param name="Name">name</param>
/// <param name="Votes">with which the alternate was elected</param>
/// <param name="CanCome">not yet in another's place, and able to come</param>
public sealed record Alternate(string Id, string Name, long Votes, bool CanCome = true);

/// <summary>Who takes the place, and why.</summary>
/// <param name="By">null where nobody, or nobody yet</param>
public sealed record ReplacementResult(Alternate? By, Decision<Successor> Decision);

/// <summary>Replaces an official delegate by an alternate, in the order of their votes.</summary>
public static class Replacement
{
    /// <param name="rules">the rule set</param>
    /// <param name="reason">code of why the delegate does not come; a code that the rule set does not list allows an alternate</param>
    /// <param name="alternates">of the same delegation, in any order</param>
    public static ReplacementResult Of(RuleSet rules, string reason, IReadOnlyList<Alternate> alternates)
    {
        var rule = rules.Delegates.Replacement;
        if (rule.Without.FirstOrDefault(without => without.Reason == reason) is { } without)
            return new(
                null,
                Decided(
                    Successor.NotReplaced,
                    without.Article,
                    new(
                        $"{without.Name.Vietnamese}: không cử đại biểu dự khuyết thay thế.",
                        $"{without.Name.English}: no alternate takes the place."
                    )
                )
            );
        var able = alternates.Where(alternate => alternate.CanCome).ToList();
        if (able.Count == 0)
            return new(
                null,
                Decided(
                    Successor.NobodyLeft,
                    rule.Article,
                    new("Không còn đại biểu dự khuyết để thay thế.", "No alternate is left to take the place.")
                )
            );
        var most = able.Max(alternate => alternate.Votes);
        var first = able.Where(alternate => alternate.Votes == most).ToList();
        if (first.Count > 1)
            return new(
                null,
                Decided(
                    Successor.Tied,
                    rule.Article,
                    new(
                        $"{Vi(first.Count)} đại biểu dự khuyết cùng được {Vi(most)} phiếu: cấp triệu tập quyết định.",
                        $"{En(first.Count)} alternates have {En(most, "vote")} each: the summoning committee decides."
                    )
                )
            );
        return new(
            first[0],
            Decided(
                Successor.Alternate,
                rule.Article,
                new(
                    $"{first[0].Name} thay thế, vì có số phiếu cao nhất ({Vi(most)}) trong các đại biểu dự khuyết còn lại.",
                    $"{first[0].Name} takes the place, with the most votes ({En(most)}) of the alternates who are left."
                )
            )
        );
    }

    private static Decision<Successor> Decided(Successor successor, Article article, Words explanation) =>
        new(Subject.Replacement, successor, article, explanation);
}
