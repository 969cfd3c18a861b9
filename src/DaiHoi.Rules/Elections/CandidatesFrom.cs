using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>Out of whom somebody is elected to a post.</summary>
public static class CandidatesFrom
{
    /// <param name="rules">the rule set</param>
    /// <param name="post">what is elected</param>
    /// <param name="hasStandingCommittee">a body without one elects from its committee</param>
    /// <returns>null where the rule set says nothing of the post</returns>
    public static Decision<string>? Of(RuleSet rules, Post post, bool hasStandingCommittee)
    {
        if (rules.Elections.CandidatesFrom.FirstOrDefault(rule => rule.Of == post) is not { } rule)
            return null;
        var among = rule.Among == Post.StandingCommittee && !hasStandingCommittee ? Post.Committee : rule.Among;
        var (what, from) = (rules.Terms.Posts[post], rules.Terms.Posts[among]);
        return new(
            Subject.CandidatesFrom,
            among.Code(),
            rule.Article,
            new(
                $"Bầu {what.Vietnamese} trong số người đã trúng cử vào {from.Vietnamese}.",
                $"The {what.English} is elected from those elected to the {from.English}."
            )
        );
    }
}
