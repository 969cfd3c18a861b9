using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>Whether a person nominated from the floor, or by himself, enters the list.</summary>
public static class FloorSupport
{
    /// <param name="rules">the rule set</param>
    /// <param name="attending">those who attend, &gt; 0</param>
    /// <param name="supporters">of them</param>
    /// <returns>null where the rule set asks for no support</returns>
    public static Decision<bool>? Of(RuleSet rules, long attending, long supporters)
    {
        if (rules.Elections.FloorSupport is not { } rule)
            return null;
        var enters = rule.Value.IsExceededBy(supporters, attending);
        var share = new Share(supporters, attending);
        var needed = rule.Value.LeastAbove(attending);
        return new(
            Subject.FloorSupport,
            enters,
            rule.Article,
            new(
                $"{Vi(supporters)}/{Vi(attending)} người dự ủng hộ ({Vi(share)}); cần trên {rule.Value}, tức ít nhất {Vi(needed)} người: "
                    + (enters ? "đưa vào danh sách." : "không đưa vào danh sách."),
                $"{En(supporters)} of {En(attending)} attending support the nominee ({En(share)}); more than {rule.Value} is needed, "
                    + $"at least {En(needed)}: "
                    + (enters ? "enters the list." : "does not enter the list.")
            )
        );
    }

    /// <summary>For how many nominees a list has room beside the others who stand.</summary>
    /// <param name="rules">the rule set</param>
    /// <param name="post">what is elected</param>
    /// <param name="seats">≥ 1</param>
    /// <param name="others">on the list without the nominees</param>
    /// <param name="nominees">with enough support</param>
    /// <returns>0 to <paramref name="nominees"/>; null where the others alone exceed the cap</returns>
    public static int? Room(RuleSet rules, Post post, int seats, int others, int nominees)
    {
        for (var room = nominees; room >= 0; room--)
        {
            if (Surplus.Of(rules, post, seats, others + room) is not { People: > 0, Allowed: false })
                return room;
        }
        return null;
    }

    /// <summary>Whether an opinion ballot must choose, because with the nominees the list would exceed the cap.</summary>
    /// <param name="rules">the rule set</param>
    /// <param name="post">what is elected</param>
    /// <param name="seats">≥ 1</param>
    /// <param name="candidates">on the list, with the nominees who have enough support</param>
    /// <returns>null where the rule set asks for no support</returns>
    public static Decision<bool>? OpinionBallot(RuleSet rules, Post post, int seats, int candidates)
    {
        if (rules.Elections.FloorSupport is not { } rule)
            return null;
        var surplus = Surplus.Of(rules, post, seats, candidates);
        var needed = surplus is { People: > 0, Allowed: false };
        return new(
            Subject.OpinionBallot,
            needed,
            rule.Article,
            surplus.Decision.Explanation
                + (
                    needed
                        ? new Words(
                            "Phải lấy phiếu xin ý kiến để chọn người đưa vào danh sách.",
                            "An opinion ballot has to choose who enters the list."
                        )
                        : new Words("Không cần lấy phiếu xin ý kiến.", "No opinion ballot is needed.")
                )
        );
    }
}
