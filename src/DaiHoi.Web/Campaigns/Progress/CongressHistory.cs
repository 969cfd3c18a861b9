using System.Runtime.InteropServices;
using DaiHoi.Rules.Campaigns;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>Numbers that an event may bring with it; null where it says nothing of one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ResultNumbers(
    int? Summoned,
    int? Attended,
    int? Elected,
    int? Women,
    int? Under40,
    int? Minority,
    int? FirstTime
);

/// <summary>One thing that was recorded of a congress, as far as progress is reckoned from it. Days are day numbers.</summary>
/// <param name="Order">of entry; unique and growing</param>
/// <param name="EffectiveOn">the day on which it happened</param>
/// <param name="RecordedOn">the day on which it was entered</param>
/// <param name="WithdrawnOn">the day on which its withdrawal was entered; null while it stands</param>
/// <param name="AcceptedOn">the day on which the level above accepted it; null where it has not</param>
/// <param name="Model">whether it calls the congress a model; null where it says nothing of it</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordedEvent(
    long Order,
    int EffectiveOn,
    int RecordedOn,
    CongressStatus Status,
    int? WithdrawnOn,
    int? AcceptedOn,
    bool? Model,
    ResultNumbers Numbers
)
{
    /// <summary>The day for which it plans the congress; null where it says nothing of it. No sum depends on it.</summary>
    public int? PlannedOn { get; init; }

    public bool IsKnown(int knownOn) => RecordedOn <= knownOn && !(WithdrawnOn <= knownOn);

    public bool IsAccepted(int knownOn) => AcceptedOn <= knownOn;
}

/// <summary>An expected congress with all that was ever recorded of it.</summary>
/// <param name="ExpectedFrom">the opening of the campaign, or the day on which the organisation was founded during it</param>
/// <param name="EndedFrom">the first day without the organisation; null where it has no end</param>
/// <param name="Events">by effective day, then recorded day, then order of entry</param>
internal sealed record CongressHistory(int ExpectedFrom, int? EndedFrom, IReadOnlyList<RecordedEvent> Events)
{
    /// <summary>Puts events into the order in which the last one decides.</summary>
    public static List<RecordedEvent> InOrder(IEnumerable<RecordedEvent> events)
    {
        var ordered = events.ToList();
        ordered.Sort(static (a, b) => (a.EffectiveOn, a.RecordedOn, a.Order).CompareTo((b.EffectiveOn, b.RecordedOn, b.Order)));
        return ordered;
    }

    public static bool IsHeld(CongressStatus status) =>
        status is CongressStatus.Held or CongressStatus.ResultReported or CongressStatus.Ratified;

    /// <summary>Where the congress stands on a day, from its events alone; null where nothing has been recorded.</summary>
    public CongressStatus? StatusOn(int day, int knownOn)
    {
        CongressStatus? status = null;
        foreach (var happened in Events)
        {
            if (happened.EffectiveOn <= day && happened.IsKnown(knownOn))
                status = happened.Status;
        }
        return status;
    }

    /// <summary>What this congress adds to each <see cref="Measure"/> on a day.</summary>
    /// <param name="day">for which one asks</param>
    /// <param name="knownOn">what was entered after this day is left out</param>
    /// <param name="lastDay">on which it may be held, as its scope on <paramref name="day"/> leaves it; null without end</param>
    /// <param name="sums">one place for each measure; every place is written</param>
    public void Fill(int day, int knownOn, int? lastDay, Span<int> sums)
    {
        sums.Clear();
        if (day < ExpectedFrom)
            return;
        var (status, model, accepted, heldAccepted) = ((CongressStatus?)null, false, false, false);
        var numbers = default(ResultNumbers);
        foreach (var happened in Events)
        {
            if (happened.EffectiveOn > day)
                break;
            if (!happened.IsKnown(knownOn))
                continue;
            status = happened.Status;
            accepted = happened.IsAccepted(knownOn);
            heldAccepted = IsHeld(happened.Status) && (heldAccepted || accepted);
            model = happened.Model ?? model;
            numbers = Latest(numbers, happened.Numbers);
        }
        var held = status is { } known && IsHeld(known);
        // An organisation that has gone before its congress was held does not hold one: it is exempt, and stays expected.
        if (!held && day >= EndedFrom)
            (status, accepted) = (CongressStatus.Exempt, true);
        var exempt = status == CongressStatus.Exempt;
        sums[(int)Measure.Expected] = 1;
        if (status is { } stands)
            sums[(int)MeasureOf(stands)] = 1;
        Set(sums, Measure.Overdue, !held && !exempt && lastDay < day);
        Set(sums, Measure.Model, model);
        Set(sums, Measure.ModelHeld, model && held);
        Set(sums, Measure.ModelExempt, model && exempt);
        Set(sums, Measure.HeldAccepted, heldAccepted);
        Set(sums, Measure.RatifiedAccepted, status == CongressStatus.Ratified && accepted);
        Set(sums, Measure.ExemptAccepted, exempt && accepted);
        Set(sums, Measure.ModelHeldAccepted, model && heldAccepted);
        if (!held)
            return;
        sums[(int)Measure.Summoned] = numbers.Summoned ?? 0;
        Add(sums, Measure.Attended, Measure.AttendedAccepted, numbers.Attended, heldAccepted);
        Add(sums, Measure.Elected, Measure.ElectedAccepted, numbers.Elected, heldAccepted);
        Add(sums, Measure.Women, Measure.WomenAccepted, numbers.Women, heldAccepted);
        Add(sums, Measure.Under40, Measure.Under40Accepted, numbers.Under40, heldAccepted);
        Add(sums, Measure.Minority, Measure.MinorityAccepted, numbers.Minority, heldAccepted);
        Add(sums, Measure.FirstTime, Measure.FirstTimeAccepted, numbers.FirstTime, heldAccepted);
    }

    public static Measure MeasureOf(CongressStatus status) =>
        status switch
        {
            CongressStatus.Preparing => Measure.Preparing,
            CongressStatus.PlanSubmitted => Measure.PlanSubmitted,
            CongressStatus.PlanApproved => Measure.PlanApproved,
            CongressStatus.Held => Measure.Held,
            CongressStatus.ResultReported => Measure.ResultReported,
            CongressStatus.Ratified => Measure.Ratified,
            CongressStatus.Postponed => Measure.Postponed,
            CongressStatus.Exempt => Measure.Exempt,
            CongressStatus.Annulled => Measure.Annulled,
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    private static ResultNumbers Latest(ResultNumbers before, ResultNumbers after) =>
        new(
            after.Summoned ?? before.Summoned,
            after.Attended ?? before.Attended,
            after.Elected ?? before.Elected,
            after.Women ?? before.Women,
            after.Under40 ?? before.Under40,
            after.Minority ?? before.Minority,
            after.FirstTime ?? before.FirstTime
        );

    private static void Set(Span<int> sums, Measure measure, bool holds) => sums[(int)measure] = holds ? 1 : 0;

    private static void Add(Span<int> sums, Measure all, Measure accepted, int? number, bool isAccepted)
    {
        sums[(int)all] = number ?? 0;
        sums[(int)accepted] = isAccepted ? number ?? 0 : 0;
    }
}
