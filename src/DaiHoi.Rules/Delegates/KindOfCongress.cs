using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Delegates;

/// <summary>Which kind of congress an organisation of some level and size holds.</summary>
/// <param name="Level">code of the level</param>
/// <param name="MembersFrom">the least number of members for which it holds</param>
/// <param name="MembersBelow">the first number of members for which it holds no longer; null without end</param>
/// <param name="Kind">delegates or members</param>
/// <param name="Article">where it is written</param>
public sealed record KindRule(string Level, long MembersFrom, long? MembersBelow, CongressKind Kind, Article Article)
{
    internal bool Holds(string level, long members) => level == Level && members >= MembersFrom && !(members >= MembersBelow);
}

/// <inheritdoc cref="KindRule" />
public static class KindOfCongress
{
    /// <param name="rules">the rule set</param>
    /// <param name="level">code of a level of its ladder</param>
    /// <param name="members">official members, ≥ 0</param>
    /// <returns>null where the rule set says nothing of this level; the upper level may allow an exception</returns>
    public static Decision<CongressKind>? Of(RuleSet rules, string level, long members)
    {
        if (rules.Congress.Kinds.FirstOrDefault(kind => kind.Holds(level, members)) is not { } rule)
            return null;
        var name = rules.Level(level).Name;
        var (vi, en) =
            rule.Kind == CongressKind.Members
                ? ("đại hội toàn thể", "a congress of all members")
                : ("đại hội đại biểu", "a congress of delegates");
        return new(
            Subject.KindOfCongress,
            rule.Kind,
            rule.Article,
            new(
                $"{name.Vietnamese}, {Vi(members)} {rules.Terms.OfficialMember.Vietnamese}: {vi}.",
                $"{name.English}, {En(members, rules.Terms.OfficialMember.English)}: {en}."
            )
        );
    }

    /// <summary>Whether a branch of this size elects a committee, or only a secretary (and deputy).</summary>
    /// <returns>null where the rule set has no such limit</returns>
    public static Decision<bool>? HasCommittee(RuleSet rules, long members)
    {
        if (rules.Congress.CommitteeFromMembers is not { } from)
            return null;
        var has = members >= from.Value;
        var (secretary, deputy) = (rules.Terms.Posts[Post.Secretary], rules.Terms.Posts[Post.DeputySecretary]);
        return new(
            Subject.BranchCommittee,
            has,
            from.Article,
            new(
                $"{Vi(members)} {rules.Terms.OfficialMember.Vietnamese}, mức bầu cấp ủy từ {Vi(from.Value)}: "
                    + (has ? "bầu cấp ủy." : $"chỉ bầu {secretary.Vietnamese}, nếu cần thì thêm {deputy.Vietnamese}."),
                $"{En(members, rules.Terms.OfficialMember.English)}; a committee is elected from {En(from.Value)} on: "
                    + (
                        has
                            ? "it elects a committee."
                            : $"it elects only a {secretary.English} and, where needed, a {deputy.English}."
                    )
            )
        );
    }
}
