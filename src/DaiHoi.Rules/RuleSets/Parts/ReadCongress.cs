using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Json;

namespace DaiHoi.Rules.RuleSets.Parts;

/// <summary>The part "congress" of a rule set.</summary>
internal static class ReadCongress
{
    private const int MostMembers = 100_000_000;

    public static CongressRules Of(Members members) =>
        new(
            members.List("kinds", KindOf),
            members.CitedOr("committeeFromMembers", read => read.Integer("value", 1, MostMembers)),
            members.Cited("quorum", read => read.Fraction("value"))
        );

    private static KindRule KindOf(Members members)
    {
        var rule = new KindRule(
            members.Text("level"),
            members.Integer("membersFrom", 0, MostMembers),
            members.IntegerOr("membersBelow", 1, MostMembers),
            members.Choice<CongressKind>("kind"),
            members.Article()
        );
        if (rule.MembersFrom >= rule.MembersBelow)
            members.Refuse("membersBelow", new("phải lớn hơn membersFrom", "must be above membersFrom"));
        if (rule.Kind == CongressKind.Committee)
            members.Refuse("kind", new("đại hội là của đại biểu hoặc toàn thể", "a congress is of delegates or of members"));
        return rule;
    }
}
