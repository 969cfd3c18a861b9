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
);

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
        return new(
            status is { } known && CongressHistory.IsHeld(known),
            file.Standing.LastOrDefault(happened => happened.Status == CongressStatus.ResultReported)?.EffectiveOn,
            status == CongressStatus.Ratified,
            returned is { Returned: true } ? returned.WithdrawnNote : null,
            person.Is(file.Place.Path, Role.Officer),
            StepRights.MayDecide(person, file.Place)
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
        // What a signed count proves is there: minutes, evidence, the report.
        HashSet<Demand> given = [Demand.Evidence, Demand.SignedMinutes, Demand.Report];
        var numbers = new ResultNumbers(
            outcome.Summoned,
            outcome.Attended,
            outcome.Elected,
            outcome.Women,
            outcome.Under40,
            outcome.Minority,
            null
        );
        if (!standing.IsHeld)
        {
            var held = await recording.RecordAsync(
                person,
                actor,
                campaign,
                organisation,
                new NewEvent(CongressStatus.Held, outcome.HeldOn, given) { Numbers = numbers },
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
                new NewEvent(CongressStatus.ResultReported, reportedOn, given) { Numbers = numbers },
                null,
                null,
                stop
            )
        );
    }

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
    ) =>
        Told(
            await recording.RecordAsync(
                person,
                actor,
                campaign,
                organisation,
                new NewEvent(CongressStatus.Ratified, on, new HashSet<Demand> { Demand.NoOpenComplaint }) { Note = note },
                null,
                null,
                stop
            )
        );

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
        long? reported;
        await using (var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop))
        {
            reported = work?.File?.Standing.LastOrDefault(happened => happened.Status == CongressStatus.ResultReported)?.Id;
        }
        return reported is { } id
            ? Told(await recording.ReturnAsync(person, actor, campaign, organisation, id, reason, null, stop))
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
