using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Delegates;

/// <summary>Whether somebody about whom something is special is summoned to the congress.</summary>
public static class Summons
{
    /// <param name="rules">the rule set</param>
    /// <param name="reason">code of what is special</param>
    /// <returns>null where the rule set says nothing about it: then they are summoned like everybody</returns>
    public static Decision<bool>? Of(RuleSet rules, string reason)
    {
        if (rules.Delegates.Summons.FirstOrDefault(rule => rule.Reason == reason) is not { } rule)
            return null;
        var said = (rule.Summoned, rule.CountsOnlyIfPresent) switch
        {
            (false, _) => new Words("không triệu tập.", "not summoned."),
            (true, true) => new Words(
                "được triệu tập, có mặt thì mới tính vào số được triệu tập.",
                "summoned; they count among those summoned only if they come."
            ),
            (true, false) => new Words("được triệu tập.", "summoned."),
        };
        return new(
            Subject.Summons,
            rule.Summoned,
            rule.Article,
            new($"{rule.Name.Vietnamese}: {said.Vietnamese}", $"{rule.Name.English}: {said.English}")
        );
    }
}
