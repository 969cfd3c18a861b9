using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests;

/// <summary>Each refusal of a count and of a rule set, for the reading of its words.</summary>
internal static class EveryRefusal
{
    public static IEnumerable<(string What, IReadOnlyList<Problem> Problems)> All()
    {
        foreach (
            var text in new[]
            {
                "{",
                "7",
                """{"rules":"x"}""",
                """{"rules":"vn-2020","congress":{"kind":1,"summoned":"a","present":-1,"deducted":{}},"election":{"of":"","seats":0,"form":null,"x":1},"candidates":[{"id":"","name":5,"born":"1"}],"ballots":{"issued":true,"papers":[{"issuedByBoard":1,"struck":7}]}}""",
                """{"rules":"vn-2020","congress":{"kind":"delegates","summoned":9,"present":9},"election":{"of":"committee","seats":2,"form":"strike-out"},"candidates":[{"id":"a","name":"A"}],"ballots":{"issued":9,"collected":9,"papers":[{"struck":["b"]}]}}""",
                """{"rules":"vn-2020","congress":{"kind":"delegates","summoned":9,"present":9},"election":{"of":"committee","seats":2,"form":"strike-out"},"candidates":[{"id":"a","name":"A"}],"ballots":{"issued":9,"collected":9,"totals":{"valid":9,"invalid":0,"votes":{"b":1}}}}""",
                """{"rules":"vn-2020","congress":{"kind":"delegates","summoned":9,"present":9},"rules":"vn-2020"}""",
            }
        )
            yield return (text, CountFile.Read(System.Text.Encoding.UTF8.GetBytes(text), RuleSet.Named).Problems);
        yield return ("UTF-16", CountFile.Read(new byte[] { 0xFF, 0xFE }, RuleSet.Named).Problems);
        yield return ("17 MB", CountFile.Read(new byte[17_000_000], RuleSet.Named).Problems);
        foreach (var (what, counting) in Tests.Elections.ImpossibleTests.All)
            yield return (what, [.. Impossible.In(counting)]);
        foreach (var (path, value) in Tests.RuleSets.RefusedRuleSetTests.Mistakes)
            yield return ($"{path} {value}", RuleSet.Read(Tests.RuleSets.RefusedRuleSetTests.Edited(path, value)).Problems);
    }
}
