using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>A difficulty or a lesson as whoever recorded it wants it now.</summary>
/// <param name="Organisation">code of the one at whose congress it was met</param>
internal sealed record MendedDifficulty(bool IsLesson, DifficultyTopic? Topic, string? Text, string? Organisation);

/// <summary>Whoever recorded a difficulty corrects or withdraws it, until somebody has answered, passed up or merged it.</summary>
internal sealed class DifficultyMending(
    DatabaseFactory databases,
    CampaignPlaces places,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>Puts other words, another kind, another congress in the place of those that were recorded.</summary>
    /// <param name="version">what the person had before him</param>
    public Task<RecordingResult> CorrectAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        MendedDifficulty wanted,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            id,
            version,
            async work =>
            {
                var (one, text) = (work.One, TypedLine.Of(wanted.Text) ?? "");
                if (DifficultyRecording.RefusalOf(work.Campaign, wanted.Topic, text) is { } refused)
                    return refused;
                if (
                    await places.FindAsync(work.Campaign, wanted.Organisation?.Trim() ?? "", clock.Today, stop) is not { } place
                    || !DifficultyRights.MayRecord(person, place.Path)
                )
                    return DifficultyRecording.Refused(
                        "organisation",
                        "Không có đơn vị mang mã này trong phần việc của bạn.",
                        "There is no organisation of this code at which you record."
                    );
                var wasLesson = one.IsLesson;
                if ((one.IsLesson, one.Topic, one.Text, one.OrganisationId) == (wanted.IsLesson, wanted.Topic, text, place.Id))
                    return RecordingResult.Of(Recorded.Already);
                var before = Said(one, work.Place);
                (one.IsLesson, one.Topic, one.Text) = (wanted.IsLesson, wanted.Topic!.Value, text);
                if (one.OrganisationId != place.Id)
                {
                    one.OrganisationId = place.Id;
                    one.HolderId = place.Id == work.Campaign.Root ? place.Id : TreePath.Id(place.PathAbove);
                }
                one.Reindex();
                await CommitAsync(
                    work,
                    actor,
                    one.Stepped(DifficultyStepKind.Corrected, clock.UtcNow, person.Name, null),
                    wasLesson ? "lesson.corrected" : "difficulty.corrected",
                    before,
                    Said(one, place),
                    stop
                );
                return RecordingResult.Of(Recorded.Done);
            },
            stop
        );

    /// <summary>Withdraws it: from now on it is in no list and no count.</summary>
    /// <param name="version">what the person had before him</param>
    public Task<RecordingResult> WithdrawAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        string? reason,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            id,
            version,
            async work =>
            {
                if (TypedLine.Of(reason) is not { } why)
                    return DifficultyRecording.Refused("reason", "Hãy ghi lý do.", "Give the reason.");
                if (why.Length > Difficulty.LongestNote)
                    return DifficultyRecording.Refused(
                        "reason",
                        $"Dài quá {Difficulty.LongestNote} ký tự.",
                        $"Longer than {Difficulty.LongestNote} characters."
                    );
                work.One.Withdraw(clock.UtcNow, person.Name, why);
                await CommitAsync(
                    work,
                    actor,
                    work.One.Stepped(DifficultyStepKind.Withdrawn, clock.UtcNow, person.Name, why),
                    work.One.IsLesson ? "lesson.withdrawn" : "difficulty.withdrawn",
                    Said(work.One, work.Place),
                    new { Reason = why },
                    stop
                );
                return RecordingResult.Of(Recorded.Done);
            },
            stop
        );

    private async Task<RecordingResult> ChangeAsync(
        Person person,
        long id,
        int version,
        Func<Work, Task<RecordingResult>> change,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await DifficultyDeciding.HoldAsync(database, [id], stop);
        var one = await database.Set<Difficulty>().FirstOrDefaultAsync(d => d.Id == id, stop);
        if (one is not { WithdrawnAt: null } || one.RecordedById != person.Id)
            return RecordingResult.Of(Recorded.NotFound);
        var campaign = (await places.CampaignsAsync(stop)).First(known => known.Id == one.CampaignId);
        if (
            await places.FindAsync(campaign, one.OrganisationId, clock.Today, stop) is not { } place
            || !DifficultyRights.MayRecord(person, place.Path)
        )
            return RecordingResult.Of(Recorded.NotFound);
        if (one.Version != version || await IsDealtWithAsync(database, one, stop))
            return RecordingResult.Of(Recorded.Changed);
        if (DifficultyRecording.ClosedOf(campaign) is { } refused)
            return refused;
        one.Version++;
        return await change(new(database, campaign, place, one));
    }

    // Also one that was merged and taken out again: somebody has read it.
    private static async Task<bool> IsDealtWithAsync(Database database, Difficulty one, CancellationToken stop) =>
        one.AnsweredAt is not null
        || one.MergedIntoId is not null
        || await database.Set<Difficulty>().AnyAsync(other => other.MergedIntoId == one.Id, stop)
        || await database
            .Set<DifficultyStep>()
            .AnyAsync(
                step =>
                    step.DifficultyId == one.Id
                    && step.Kind != DifficultyStepKind.Recorded
                    && step.Kind != DifficultyStepKind.Corrected,
                stop
            );

    private static object Said(Difficulty one, CampaignPlace place) =>
        new
        {
            one.IsLesson,
            one.Topic,
            one.Text,
            Organisation = place.Name,
        };

    private Task CommitAsync(
        Work work,
        Actor actor,
        DifficultyStep step,
        string action,
        object before,
        object after,
        CancellationToken stop
    )
    {
        work.Database.Add(step);
        return changes.CommitAsync(
            work.Database,
            actor,
            new(action, Difficulty.KeyOf(work.One.Id), work.Place.Name, before, after),
            [work.Campaign.ChangeKey, Difficulty.ChangeKey],
            stop
        );
    }

    private sealed record Work(Database Database, KnownCampaign Campaign, CampaignPlace Place, Difficulty One);
}
