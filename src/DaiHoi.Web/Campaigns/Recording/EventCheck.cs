using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>What somebody wants to record of a congress.</summary>
/// <param name="Given">demands of the regulations that he declares to be met</param>
internal sealed record NewEvent(CongressStatus Status, DateOnly EffectiveOn, IReadOnlySet<Demand> Given)
{
    public bool? Model { get; init; }
    public DateOnly? PlannedOn { get; init; }
    public int? Days { get; init; }

    /// <summary>Of delegates or of all members; null where it says nothing of it.</summary>
    public CongressKind? Kind { get; init; }

    /// <summary>Whether it elects; null where it says nothing of it.</summary>
    public bool? WithElection { get; init; }
    public ResultNumbers Numbers { get; init; }
    public string? Note { get; init; }

    /// <summary>Files that lie in the store and are attached to it.</summary>
    public IReadOnlyList<KeptEvidence> Evidence { get; init; } = [];
}

/// <summary>Something that stands against an entry, or should be looked at.</summary>
/// <param name="Field">of the form; "" for the whole</param>
/// <param name="Words">in both languages, with its numbers</param>
/// <param name="Article">the article that decided it; null where arithmetic or the calendar did</param>
internal sealed record EventProblem(string Field, Words Words, Article? Article);

/// <summary>Asks the regulations, the calendar and arithmetic whether an entry can be so.</summary>
internal static class EventCheck
{
    /// <param name="frame">the campaign</param>
    /// <param name="file">as it stands</param>
    /// <param name="window">in which the congress may be held, as the levels above have left it; null where none is set</param>
    /// <param name="wanted">the entry</param>
    /// <param name="today">of the site</param>
    /// <returns>what refuses it, and what is only pointed out</returns>
    public static (IReadOnlyList<EventProblem> Refused, IReadOnlyList<EventProblem> Noted) Of(
        CampaignFrame frame,
        CongressFile file,
        Period? window,
        NewEvent wanted,
        DateOnly today
    )
    {
        var (refused, noted) = (new List<EventProblem>(), new List<EventProblem>());
        if (wanted.EffectiveOn > today)
            refused.Add(
                new("on", new($"Ngày {Vi(wanted.EffectiveOn)} chưa đến.", $"{Vi(wanted.EffectiveOn)} has not come yet."), null)
            );
        if (wanted.EffectiveOn > frame.ClosedOn)
            refused.Add(
                new(
                    "on",
                    new(
                        $"Đợt đại hội đã kết thúc ngày {Vi(frame.ClosedOn.Value)}.",
                        $"The campaign was closed on {Vi(frame.ClosedOn.Value)}."
                    ),
                    null
                )
            );
        refused.AddRange(NumbersCheck.Of(wanted.Numbers));
        Transition(frame, file, window, wanted, refused, noted);
        if (wanted.Numbers is { Summoned: { } summoned and > 0, Attended: { } attended })
        {
            var quorum = Quorum.Of(frame.RuleSet, summoned, attended);
            if (!quorum.Value)
                refused.Add(new("attended", quorum.Explanation, quorum.Article));
        }
        return (refused, noted);
    }

    private static void Transition(
        CampaignFrame frame,
        CongressFile file,
        Period? window,
        NewEvent wanted,
        List<EventProblem> refused,
        List<EventProblem> noted
    )
    {
        var before = file.Standing.LastOrDefault(happened => happened.EffectiveOn <= wanted.EffectiveOn);
        var after = file.Standing.FirstOrDefault(happened => happened.EffectiveOn > wanted.EffectiveOn);
        if (before is null)
        {
            if (wanted.Status != CongressStatus.Preparing)
                refused.Add(
                    new(
                        "status",
                        new(
                            "Chưa ghi nhận «Đang chuẩn bị» vào hoặc trước ngày này, nên chưa ghi được bước sau.",
                            "“Preparing” has not been recorded on or before this day, so no later step can be."
                        ),
                        null
                    )
                );
        }
        else
        {
            Ask(frame, file, window, wanted, before, refused, noted);
        }
        if (after is not null && !IsWritten(frame, wanted.Status, after.Status, after.EffectiveOn))
            refused.Add(
                new(
                    "on",
                    new(
                        $"Ngày {Vi(after.EffectiveOn)} đã ghi «{DaiHoi.Rules.Campaigns.Transition.NameOf(after.Status).Vietnamese}», không thể theo sau bước này; hãy rút diễn biến đó trước.",
                        $"“{DaiHoi.Rules.Campaigns.Transition.NameOf(after.Status).English}” is recorded on {Vi(after.EffectiveOn)} and cannot follow this step; withdraw it first."
                    ),
                    null
                )
            );
    }

    private static void Ask(
        CampaignFrame frame,
        CongressFile file,
        Period? window,
        NewEvent wanted,
        ShownEvent before,
        List<EventProblem> refused,
        List<EventProblem> noted
    )
    {
        var level = frame.Level(file.Place.Level);
        var given = new HashSet<Demand>(wanted.Given);
        if (StepRights.IsDecidedAbove(wanted.Status))
            given.Add(Demand.DecisionAbove);
        if (!string.IsNullOrWhiteSpace(wanted.Note))
            given.Add(Demand.Reason);
        // Whether it is met is asked of the numbers themselves.
        if (wanted.Numbers is { Summoned: > 0, Attended: not null })
            given.Add(Demand.QuorumMet);
        var result = DaiHoi.Rules.Campaigns.Transition.Of(
            frame.RuleSet,
            level.Code,
            before.Status,
            wanted.Status,
            new(
                wanted.EffectiveOn,
                before.EffectiveOn,
                WindowOf(frame, file, level, window, wanted),
                wanted.Status == CongressStatus.Held ? wanted.Days : null,
                given
            )
        );
        if (!result.Decision.Value)
            refused.Add(new(FieldOf(result), result.Decision.Explanation, result.Decision.Article));
        else if (result.Expected.Count > 0)
            noted.Add(new("", result.Decision.Explanation, result.Decision.Article));
    }

    private static Period? WindowOf(CampaignFrame frame, CongressFile file, FrameLevel level, Period? window, NewEvent wanted)
    {
        if ((wanted.Model ?? file.IsModel) && Window.OfModels(frame.RuleSet, level.Code) is { } model)
            return model.Period;
        return window;
    }

    private static bool IsWritten(CampaignFrame frame, CongressStatus from, CongressStatus to, DateOnly on) =>
        DaiHoi.Rules.Campaigns.Transition.From(frame.RuleSet, from, on).Any(rule => rule.To == to);

    private static string FieldOf(TransitionResult result) =>
        result.Missing.Count == 0 ? "status"
        : result.Missing.All(demand => demand is Demand.NotBeforePrevious or Demand.InWindow) ? "on"
        : result.Missing.All(demand => demand == Demand.Reason) ? "note"
        : "given";

    private static string Vi(DateOnly day) => Platform.Text.Formats.Day(day);
}
