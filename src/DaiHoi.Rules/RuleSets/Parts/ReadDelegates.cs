using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Json;

namespace DaiHoi.Rules.RuleSets.Parts;

/// <summary>The part "delegates" of a rule set.</summary>
internal static class ReadDelegates
{
    private const int MostDelegates = 100_000;

    public static DelegateRules Of(Members members) =>
        new(
            members.List("limits", LimitOf),
            members.Cited("allocation", read => read.Choice<ByMembers>("value")),
            members.CitedOr("appointedAtMost", read => read.Fraction("value")),
            members.List("summons", SummonsOf),
            members.Object("replacement", ReplacementOf)
        );

    private static LimitRule LimitOf(Members members)
    {
        var limit = new LimitRule(
            members.Text("for"),
            members.Words("name"),
            members.Text("level"),
            members.IntegerOr("least", 1, MostDelegates),
            members.Integer("most", 1, MostDelegates),
            members.Article()
        );
        if (limit.Least > limit.Most)
            members.Refuse("least", new("lớn hơn most", "is above most"));
        return limit;
    }

    private static SummonsRule SummonsOf(Members members)
    {
        var rule = new SummonsRule(
            members.Text("reason"),
            members.Words("name"),
            members.Flag("summoned"),
            members.Optional("countsOnlyIfPresent")?.Flag() ?? false,
            members.Article()
        );
        if (!rule.Summoned && rule.CountsOnlyIfPresent)
            members.Refuse(
                "countsOnlyIfPresent",
                new("chỉ dùng cho người được triệu tập", "is only for people who are summoned")
            );
        return rule;
    }

    private static ReplacementRule ReplacementOf(Members members) =>
        new(
            members.Article(),
            members.List("without", read => new WithoutReplacement(read.Text("reason"), read.Words("name"), read.Article()))
        );
}
