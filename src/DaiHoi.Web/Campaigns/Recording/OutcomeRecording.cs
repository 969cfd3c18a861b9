using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>What came out of a congress, from its own list, hall and signed elections. Null where nobody knows it.</summary>
/// <param name="HeldOn">its last day</param>
/// <param name="Elected">to the committee; of them the rest</param>
public sealed record CongressOutcome(
    DateOnly HeldOn,
    int? Summoned,
    int? Attended,
    int? Elected,
    int? Women,
    int? Under40,
    int? Minority
);

/// <summary>An outcome as it was reported: it stays so, whatever is marked, listed or corrected afterwards.</summary>
/// <param name="Event">id of the entry</param>
/// <param name="At">when it was entered</param>
/// <param name="IsAccepted">the level above has accepted it, so that only a return makes way for another</param>
public sealed record ReportedOutcome(long Event, CongressOutcome Outcome, DateTime At, string By, bool IsAccepted);

/// <summary>Where a congress stands in its campaign, for who reports its outcome or decides on it.</summary>
/// <param name="ReportedOn">the day on which its outcome was reported; null before</param>
/// <param name="ReturnedBecause">why the level above has returned the last report; null where it has not</param>
/// <param name="MayReport">the person is its officer</param>
/// <param name="MayRatify">the person is a checker of the level directly above</param>
public sealed record OutcomeStanding(
    bool IsHeld,
    DateOnly? ReportedOn,
    bool IsRatified,
    string? ReturnedBecause,
    bool MayReport,
    bool MayRatify
)
{
    /// <summary>What was reported; null while nothing is.</summary>
    public ReportedOutcome? Reported { get; init; }
}

/// <summary>
/// Carries what a congress has decided into its campaign: held, reported, ratified or returned, by the same checks as an entry by
/// hand. Rooms that know the congress call it.
/// </summary>
public sealed class OutcomeRecording
{
    private readonly DatabaseFactory databases;
    private readonly EventRecording recording;

    internal OutcomeRecording(DatabaseFactory databases, EventRecording recording) =>
        (this.databases, this.recording) = (databases, recording);

    /// <returns>null where no such congress is expected</returns>
    public async Task<OutcomeStanding?> StandingAsync(Person person, string campaign, string organisation, CancellationToken stop)
    {
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        if (work?.File is not { } file)
            return null;
        var status = file.Last?.Status;
        var returned = file.Events.LastOrDefault(happened => happened.Status == CongressStatus.ResultReported);
        var reported = file.Standing.LastOrDefault(happened => happened.Status == CongressStatus.ResultReported);
        return new(
            status is { } known && CongressHistory.IsHeld(known),
            reported?.EffectiveOn,
            status == CongressStatus.Ratified,
            returned is { Returned: true } ? returned.WithdrawnNote : null,
            person.Is(file.Place.Path, Role.Officer),
            StepRights.MayDecide(person, file.Place)
        )
        {
            Reported = reported is null ? null : ReportedOf(file, reported),
        };
    }

    // A number that the report leaves open is the one with which the congress was entered as held.
    private static ReportedOutcome ReportedOf(CongressFile file, ShownEvent reported)
    {
        var held = file.Standing.LastOrDefault(happened => happened.Status == CongressStatus.Held);
        var (now, before) = (reported.Numbers, held?.Numbers ?? default);
        return new(
            reported.Id,
            new(
                held?.EffectiveOn ?? reported.EffectiveOn,
                now.Summoned ?? before.Summoned,
                now.Attended ?? before.Attended,
                now.Elected ?? before.Elected,
                now.Women ?? before.Women,
                now.Under40 ?? before.Under40,
                now.Minority ?? before.Minority
            ),
            reported.RecordedAt,
            reported.RecordedByName,
            reported.AcceptedOn is not null
        );
    }

    /// <summary>Records that the congress was held, where nobody has yet, and that its outcome is reported.</summary>
    /// <param name="reportedOn">not before it was held</param>
    public async Task<Answer> ReportAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        CongressOutcome outcome,
        DateOnly reportedOn,
        CancellationToken stop
    )
    {
        if (await StandingAsync(person, campaign, organisation, stop) is not { MayReport: true } standing)
            return Answer.NotFound;
        if (standing.ReportedOn is not null)
            return Answer.Already();
        var numbers = NumbersOf(outcome);
        if (!standing.IsHeld)
        {
            var held = await recording.RecordAsync(
                person,
                actor,
                campaign,
                organisation,
                new NewEvent(CongressStatus.Held, outcome.HeldOn, Given) { Numbers = numbers },
                null,
                null,
                stop
            );
            if (Told(held) is { Stands: false } refused)
                return refused;
        }
        return Told(
            await recording.RecordAsync(
                person,
                actor,
                campaign,
                organisation,
                new NewEvent(CongressStatus.ResultReported, reportedOn, Given) { Numbers = numbers },
                null,
                null,
                stop
            )
        );
    }

    /// <summary>
    /// Reports the outcome anew, with what it is now: the report before is withdrawn with the reason and stays in the file. Until the
    /// level above has accepted it.
    /// </summary>
    /// <param name="reported">id of the entry that the person has seen</param>
    /// <param name="reason">in one line, as the file keeps it</param>
    public async Task<Answer> ReportAgainAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long reported,
        CongressOutcome outcome,
        DateOnly reportedOn,
        string reason,
        CancellationToken stop
    ) =>
        Told(
            await recording.ReplaceAsync(
                person,
                actor,
                campaign,
                organisation,
                reported,
                reason,
                new NewEvent(CongressStatus.ResultReported, reportedOn, Given) { Numbers = NumbersOf(outcome) },
                stop
            )
        );

    // What a signed count proves is there: minutes, evidence, the report.
    private static readonly HashSet<Demand> Given = [Demand.Evidence, Demand.SignedMinutes, Demand.Report];

    private static ResultNumbers NumbersOf(CongressOutcome outcome) =>
        new(outcome.Summoned, outcome.Attended, outcome.Elected, outcome.Women, outcome.Under40, outcome.Minority, null);

    /// <summary>The level above ratifies.</summary>
    /// <param name="note">the paper, and who was ratified and who not</param>
    public async Task<Answer> RatifyAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        DateOnly on,
        string note,
        CancellationToken stop
    )
    {
        var ratified = await recording.RecordAsync(
            person,
            actor,
            campaign,
            organisation,
            new NewEvent(CongressStatus.Ratified, on, new HashSet<Demand> { Demand.NoOpenComplaint }) { Note = note },
            null,
            null,
            stop
        );
        // Whoever ratifies what was reported has received it: it waits for nobody any more.
        if (ratified.Outcome == Recorded.Done && await ReportAsync(campaign, organisation, stop) is { AcceptedOn: null } report)
            await recording.AcceptAsync(person, actor, campaign, organisation, report.Id, null, stop);
        return Told(ratified);
    }

    private async Task<ShownEvent?> ReportAsync(string campaign, string organisation, CancellationToken stop)
    {
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        return work?.File?.Standing.LastOrDefault(happened => happened.Status == CongressStatus.ResultReported);
    }

    /// <summary>The level above returns the report: it is not counted any more, and is reported again.</summary>
    public async Task<Answer> ReturnAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        string? reason,
        CancellationToken stop
    )
    {
        return await ReportAsync(campaign, organisation, stop) is { } report
            ? Told(await recording.ReturnAsync(person, actor, campaign, organisation, report.Id, reason, null, stop))
            : Answer.NotFound;
    }

    private static Answer Told(RecordingResult result) =>
        result.Outcome switch
        {
            Recorded.Done => Answer.Done(),
            Recorded.Already => Answer.Already(),
            Recorded.NotFound => Answer.NotFound,
            Recorded.Changed => Answer.Taken("congress-changed-meanwhile"),
            Recorded.Refused => new(
                Answered.Refused,
                [.. result.Problems.Select(problem => new AnswerProblem(problem.Field, "rule-words", [problem.Words]))]
            ),
            _ => throw new InvalidOperationException(result.Outcome.ToString()),
        };
}
