using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>Who may nominate, or stand, outside the list that the summoning committee prepared.</summary>
public static class OutsideList
{
    /// <summary>A member of the summoning committee.</summary>
    public static Decision<bool> ByMemberOfSummoningCommittee(RuleSet rules) =>
        rules.Elections.OutsideList is { } article
            ? new(
                Subject.OutsideList,
                false,
                article,
                new(
                    "Ủy viên của cấp triệu tập đại hội không được đề cử nhân sự ngoài danh sách do cấp triệu tập đề cử; không được ứng cử, "
                        + "nhận đề cử nếu không có tên trong danh sách đó.",
                    "A member of the summoning committee may neither nominate anybody outside its list nor stand outside it."
                )
            )
            : new(Subject.OutsideList, true, rules.Unwritten, new("Bộ quy tắc không hạn chế.", "The rule set sets no limit."));
}
