using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.RuleSets;

/// <summary>What the association calls its people and bodies. English in the singular.</summary>
/// <param name="OfficialDelegate">đại biểu chính thức · official delegate</param>
/// <param name="OfficialMember">đảng viên chính thức · official member</param>
/// <param name="Incumbent">ủy viên đương nhiệm · incumbent member</param>
/// <param name="Posts">each of <see cref="Post"/></param>
public sealed record Terms(Words OfficialDelegate, Words OfficialMember, Words Incumbent, IReadOnlyDictionary<Post, Words> Posts)
{
    /// <summary>Those who are summoned.</summary>
    public Words Summoned(CongressKind kind) =>
        kind switch
        {
            CongressKind.Delegates => OfficialDelegate,
            CongressKind.Members => OfficialMember,
            CongressKind.Committee => Incumbent,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The same of all of them: "official delegates". Vietnamese has one form for both.</summary>
    public Words AllSummoned(CongressKind kind) => All(Summoned(kind));

    /// <summary>Of all members: "official members".</summary>
    public Words OfficialMembers => All(OfficialMember);

    private static Words All(Words one) => new(one.Vietnamese, one.English + "s");
}
