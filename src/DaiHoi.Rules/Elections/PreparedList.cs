using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>Whether the list that the summoning committee prepared has the surplus that it should have. It never blocks.</summary>
public static class PreparedList
{
    /// <param name="rules">the rule set</param>
    /// <param name="post">what is elected</param>
    /// <param name="seats">≥ 1</param>
    /// <param name="listed">names on the prepared list</param>
    /// <returns>null where the rule set has no such aim for the post</returns>
    public static Decision<bool>? Of(RuleSet rules, Post post, int seats, int listed)
    {
        if (rules.Elections.PreparedList is not { } rule)
            return null;
        if (rules.Elections.Surplus.FirstOrDefault(surplus => surplus.Required && surplus.Of.Contains(post)) is not { } surplus)
            return null;
        var people = Math.Max(0, listed - seats);
        var share = new Share(people, seats);
        var (from, to) = rule.Value;
        // A body of 3–5 cannot reach 10–15 % with whole people: one more is what it may have.
        var small = surplus.SmallBodies.FirstOrDefault(body => seats >= body.From && seats <= body.To);
        var within = small is null
            ? from.IsReachedBy(people, seats) && !to.IsExceededBy(people, seats)
            : people >= 1 && people <= small.People;
        var (aimVi, aimEn) = small is null
            ? ($"nên từ {from} đến {to}", $"should be {from} to {to}")
            : ($"nên là {Vi(small.People)} người", $"should be {En(small.People)}");
        return new(
            Subject.PreparedList,
            within,
            rule.Article,
            new(
                $"Danh sách do cấp triệu tập chuẩn bị có {Vi(listed)} người, số dư {Vi(people)} người ({Vi(share)}); {aimVi}: "
                    + (within ? "phù hợp." : "cần lưu ý, không làm mất giá trị của danh sách."),
                $"The list that the summoning committee prepared has {En(listed, "name")}, a surplus of {En(people)} ({En(share)}); it {aimEn}: "
                    + (within ? "met." : "worth a look, but the list stands.")
            )
        );
    }
}
