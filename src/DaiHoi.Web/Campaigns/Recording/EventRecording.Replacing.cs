using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Campaigns.Recording;

internal sealed partial class EventRecording
{
    /// <summary>
    /// Puts another entry in the place of the last one, by the organisation that recorded it, before the level above has accepted it:
    /// the one before is withdrawn with the reason and stays in the file. Both, or neither.
    /// </summary>
    /// <param name="eventId">of the entry that is replaced</param>
    public async Task<RecordingResult> ReplaceAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long eventId,
        string reason,
        NewEvent wanted,
        CancellationToken stop
    )
    {
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        if (work?.File is not { } file || !StepRights.MayRecord(person, file.Place, wanted.Status))
            return RecordingResult.Of(Recorded.NotFound);
        if (file.Events.FirstOrDefault(one => one.Id == eventId) is not { } happened || happened.Status != wanted.Status)
            return RecordingResult.Of(Recorded.NotFound);
        if (!happened.Stands)
            return RecordingResult.Of(Recorded.Changed);
        if (happened.AcceptedOn is not null)
            return new(Recorded.Refused, [AcceptedAlready]);
        if (Withdrawable(file, happened, reason) is { Length: > 0 } problems)
            return new(Recorded.Refused, problems);
        await work.Writing(clock)
            .ChangeAsync(
                file.Place.Organisation,
                Withdraw("false"),
                [
                    ("today", clock.Today),
                    ("now", clock.UtcNow),
                    ("by", person.Id),
                    ("name", person.Name),
                    ("id", eventId),
                    ("note", reason.Trim()),
                ],
                stop
            );
        var without = await CongressFile.ReadAsync(work.Connection, work.Transaction, work.Frame, organisation, stop);
        // Not committed where the new one is refused: the one before stands on.
        var (entry, result) = await CheckAsync(work, without!, person, wanted, seen: null, requestKey: null, stop);
        if (entry is null)
            return result;
        await work.Writing(clock).WriteAsync([entry], new(person.Id, person.Name, clock.UtcNow), null, stop);
        await CommitAsync(
            work,
            actor,
            "congress.replaced",
            new
            {
                wanted.Status,
                wanted.EffectiveOn,
                Reason = reason,
            },
            stop
        );
        return result;
    }
}
