using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Campaigns;

/// <summary>What is known when a change of status is asked for.</summary>
/// <param name="On">the day on which it happened</param>
/// <param name="Previous">the day of the event before; null for the first</param>
/// <param name="Window">as the levels above left it; null where none is set</param>
/// <param name="Days">how long the congress lasted; null where it was not held</param>
/// <param name="Given">what was handed in, of the demands that are not computed</param>
public sealed record TransitionFacts(DateOnly On, DateOnly? Previous, Period? Window, int? Days, IReadOnlySet<Demand> Given);

/// <summary>Whether a change of status is allowed.</summary>
/// <param name="Decision">whether it is</param>
/// <param name="Missing">demands that are not met; a change that is not in the rule set has none</param>
/// <param name="Expected">what would only be expected, and is not met</param>
public sealed record TransitionResult(Decision<bool> Decision, IReadOnlyList<Demand> Missing, IReadOnlyList<Demand> Expected);

/// <inheritdoc cref="TransitionResult" />
public static class Transition
{
    /// <param name="rules">the rule set</param>
    /// <param name="level">code of the level of the organisation</param>
    /// <param name="from">status before</param>
    /// <param name="to">status after</param>
    /// <param name="facts">what is known</param>
    public static TransitionResult Of(RuleSet rules, string level, CongressStatus from, CongressStatus to, TransitionFacts facts)
    {
        var change = new Words(
            $"{NameOf(from).Vietnamese} → {NameOf(to).Vietnamese}",
            $"{NameOf(from).English} → {NameOf(to).English}"
        );
        if (From(rules, from, facts.On).FirstOrDefault(rule => rule.To == to) is not { } rule)
            return new(
                new(
                    Subject.Transition,
                    false,
                    rules.Unwritten,
                    new($"{change.Vietnamese}: không được phép.", $"{change.English}: not allowed.")
                ),
                [],
                []
            );
        var missing = rule.Demands.Where(demand => !Met(rules, level, facts, demand)).ToList();
        var expected = rule.Expects.Where(demand => !Met(rules, level, facts, demand)).ToList();
        return new(
            new(Subject.Transition, missing.Count == 0, rule.Article, Explained(change, missing, expected)),
            missing,
            expected
        );
    }

    /// <summary>The changes that a status can take on a day.</summary>
    public static IEnumerable<TransitionRule> From(RuleSet rules, CongressStatus status, DateOnly on) =>
        rules.Campaign.Transitions.Where(rule => rule.From == status && rule.InForce.Contains(on));

    private static bool Met(RuleSet rules, string level, TransitionFacts facts, Demand demand) =>
        demand switch
        {
            Demand.NotBeforePrevious => !(facts.On < facts.Previous),
            Demand.InWindow => facts.Window?.Contains(facts.On) ?? true,
            Demand.WithinDays => facts.Days is not { } days || Duration.Of(rules, level, days) is not { Value: false },
            _ => facts.Given.Contains(demand),
        };

    private static Words Explained(Words change, List<Demand> missing, List<Demand> expected)
    {
        var said =
            missing.Count == 0
                ? new Words($"{change.Vietnamese}: được phép.", $"{change.English}: allowed.")
                : new Words(
                    $"{change.Vietnamese}: chưa được, vì thiếu {string.Join("; ", missing.Select(demand => NameOf(demand).Vietnamese))}.",
                    $"{change.English}: not yet, for want of {string.Join("; ", missing.Select(demand => NameOf(demand).English))}."
                );
        return expected.Count == 0
            ? said
            : said
                + new Words(
                    $"Cần lưu ý, chưa có: {string.Join("; ", expected.Select(demand => NameOf(demand).Vietnamese))}.",
                    $"Expected as well, not met: {string.Join("; ", expected.Select(demand => NameOf(demand).English))}."
                );
    }

    public static Words NameOf(CongressStatus status) =>
        status switch
        {
            CongressStatus.Preparing => new("Đang chuẩn bị", "Preparing"),
            CongressStatus.PlanSubmitted => new("Đã trình nội dung", "Plan submitted"),
            CongressStatus.PlanApproved => new("Đã duyệt nội dung", "Plan approved"),
            CongressStatus.Held => new("Đã tổ chức", "Held"),
            CongressStatus.ResultReported => new("Đã báo cáo kết quả", "Result reported"),
            CongressStatus.Ratified => new("Đã chuẩn y", "Ratified"),
            CongressStatus.Postponed => new("Tạm hoãn", "Postponed"),
            CongressStatus.Exempt => new("Không phải tổ chức", "Exempt"),
            CongressStatus.Annulled => new("Bị hủy kết quả", "Annulled"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static Words NameOf(Demand demand) =>
        demand switch
        {
            Demand.NotBeforePrevious => new("ngày không trước diễn biến liền trước", "a day not before the event before it"),
            Demand.InWindow => new("ngày trong thời gian quy định", "a day in the window"),
            Demand.WithinDays => new("số ngày đại hội trong mức quy định", "a length within the limit"),
            Demand.Contents => new("hồ sơ nội dung đại hội", "the contents of the congress"),
            Demand.DecisionAbove => new("quyết định của cấp trên", "the decision of the level above"),
            Demand.NoticeGiven => new("thông báo triệu tập đúng hạn", "the notice in time"),
            Demand.QuorumMet => new("đủ số đại biểu để tiến hành", "the quorum"),
            Demand.SignedMinutes => new("biên bản kiểm phiếu đã ký", "the signed minutes of the count"),
            Demand.Evidence => new("tài liệu minh chứng", "evidence"),
            Demand.Report => new(
                "báo cáo kèm biên bản, danh sách trích ngang và lý lịch",
                "the report with minutes, list and curricula"
            ),
            Demand.NoOpenComplaint => new("không còn khiếu nại chưa giải quyết", "no open complaint"),
            Demand.Reason => new("lý do", "the reason"),
            _ => throw new ArgumentOutOfRangeException(nameof(demand)),
        };
}
