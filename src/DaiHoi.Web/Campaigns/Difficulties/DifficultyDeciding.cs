using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>What the organisation that holds a difficulty does with it: answers, passes it up, merges what says the same.</summary>
internal sealed class DifficultyDeciding(
    DatabaseFactory databases,
    CampaignPlaces places,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>Answers a difficulty, or spreads a lesson; said again it replaces what was said, and the steps keep both.</summary>
    /// <param name="answer">may be missing for a lesson, which needs none</param>
    /// <param name="article">where it is written, if anywhere</param>
    /// <param name="version">what the person had before him</param>
    public Task<RecordingResult> AnswerAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        string? answer,
        string? article,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            actor,
            id,
            version,
            async (work, one) =>
            {
                var (said, cited) = (TypedLine.Of(answer), TypedLine.Of(article));
                if (said is null && !one.IsLesson)
                    return Refused("answer", "Hãy ghi nội dung trả lời.", "Write the answer.");
                if (said?.Length > Difficulty.LongestText)
                    return Refused(
                        "answer",
                        $"Dài quá {Difficulty.LongestText} ký tự.",
                        $"Longer than {Difficulty.LongestText} characters."
                    );
                if (cited?.Length > Difficulty.LongestArticle)
                    return Refused(
                        "article",
                        $"Dài quá {Difficulty.LongestArticle} ký tự.",
                        $"Longer than {Difficulty.LongestArticle} characters."
                    );
                var before = new { one.Answer, one.Article };
                one.Say(said, cited, clock.UtcNow, person.Name, one.HolderId);
                work.Database.Add(one.Stepped(DifficultyStepKind.Answered, clock.UtcNow, person.Name, said));
                await CommitAsync(
                    work,
                    actor,
                    one,
                    one.IsLesson ? "lesson.spread" : "difficulty.answered",
                    before,
                    new { one.Answer, one.Article },
                    stop
                );
                return RecordingResult.Of(Recorded.Done);
            },
            stop
        );

    /// <summary>Hands it to the organisation directly above, up to the top of the campaign.</summary>
    public Task<RecordingResult> PassUpAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        string? note,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            actor,
            id,
            version,
            async (work, one) =>
            {
                var why = TypedLine.Of(note);
                if (why?.Length > Difficulty.LongestNote)
                    return Refused(
                        "note",
                        $"Dài quá {Difficulty.LongestNote} ký tự.",
                        $"Longer than {Difficulty.LongestNote} characters."
                    );
                if (one.HolderId == work.Campaign.Root)
                    return Refused("note", "Đây đã là cấp cao nhất.", "This is the highest level already.");
                one.HolderId = TreePath.Id(work.Holder.PathAbove);
                work.Database.Add(one.Stepped(DifficultyStepKind.PassedUp, clock.UtcNow, person.Name, why));
                await CommitAsync(
                    work,
                    actor,
                    one,
                    one.IsLesson ? "lesson.passed-up" : "difficulty.passed-up",
                    null,
                    new { Reason = why, HolderId = one.HolderId },
                    stop
                );
                return RecordingResult.Of(Recorded.Done);
            },
            stop
        );

    /// <summary>
    /// Merges another into one: both keep their texts, the other has from now on the answer of the one, and what had been
    /// merged into the other comes with it. It lies with the lowest organisation that stands above both holders.
    /// </summary>
    public Task<RecordingResult> MergeAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        long other,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            actor,
            id,
            version,
            async (work, one) =>
            {
                var merged = await work.Database.Set<Difficulty>().FirstOrDefaultAsync(d => d.Id == other, stop);
                if (
                    merged is not { WithdrawnAt: null }
                    || merged.Id == id
                    || merged.CampaignId != one.CampaignId
                    || merged.IsLesson != one.IsLesson
                    || await places.FindAsync(work.Campaign, merged.HolderId, clock.Today, stop) is not { } holder
                    || !DifficultyRights.MayDecide(person, holder.Path)
                )
                    return Refused("other", "Không có mục này.", "There is no such entry.");
                if (merged.MergedIntoId is not null)
                    return Refused("other", "Mục này đã được gộp rồi.", "That entry is merged already.");
                one.HolderId = TreePath.Common(work.Holder.Path, holder.Path);
                merged.MergedIntoId = one.Id;
                merged.Version++;
                var followers = await work.Database.Set<Difficulty>().Where(d => d.MergedIntoId == other).ToListAsync(stop);
                foreach (var follower in followers)
                    (follower.MergedIntoId, follower.Version) = (one.Id, follower.Version + 1);
                work.Database.Add(merged.Stepped(DifficultyStepKind.Merged, clock.UtcNow, person.Name, null));
                await CommitAsync(
                    work,
                    actor,
                    one,
                    one.IsLesson ? "lesson.merged" : "difficulty.merged",
                    null,
                    new { Other = other, merged.Text },
                    stop
                );
                return RecordingResult.Of(Recorded.Done);
            },
            stop,
            other
        );

    /// <summary>Takes one that was merged out again: it lies where the one lies, without an answer of its own.</summary>
    public Task<RecordingResult> PartAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        long other,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            actor,
            id,
            version,
            async (work, one) =>
            {
                var parted = await work.Database.Set<Difficulty>().FirstOrDefaultAsync(d => d.Id == other, stop);
                if (parted is null || parted.MergedIntoId != id)
                    return RecordingResult.Of(Recorded.Changed);
                (parted.MergedIntoId, parted.HolderId, parted.Version) = (null, one.HolderId, parted.Version + 1);
                work.Database.Add(parted.Stepped(DifficultyStepKind.Parted, clock.UtcNow, person.Name, null));
                await CommitAsync(
                    work,
                    actor,
                    one,
                    one.IsLesson ? "lesson.parted" : "difficulty.parted",
                    null,
                    new { Other = other, parted.Text },
                    stop
                );
                return RecordingResult.Of(Recorded.Done);
            },
            stop,
            other
        );

    /// <summary>Nobody else changes them before the transaction ends; on SQLite a transaction is the only one that writes.</summary>
    internal static async Task HoldAsync(Database database, IEnumerable<long> ids, CancellationToken stop)
    {
        if (!database.Database.IsNpgsql())
            return;
        // Always in the same order: of two who hold the same two, one waits.
        foreach (var id in ids.Order())
            await database.Database.ExecuteSqlAsync($"select 1 from difficulty where id = {id} for update", stop);
    }

    private async Task<RecordingResult> ChangeAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        Func<Work, Difficulty, Task<RecordingResult>> change,
        CancellationToken stop,
        params long[] others
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await HoldAsync(database, others.Append(id), stop);
        var one = await database.Set<Difficulty>().FirstOrDefaultAsync(d => d.Id == id, stop);
        if (one is not { WithdrawnAt: null })
            return RecordingResult.Of(Recorded.NotFound);
        var campaign = (await places.CampaignsAsync(stop)).First(known => known.Id == one.CampaignId);
        if (
            await places.FindAsync(campaign, one.HolderId, clock.Today, stop) is not { } holder
            || !DifficultyRights.MayDecide(person, holder.Path)
        )
            return RecordingResult.Of(Recorded.NotFound);
        if (one.Version != version || one.MergedIntoId is not null)
            return RecordingResult.Of(Recorded.Changed);
        one.Version++;
        return await change(new(database, campaign, holder), one);
    }

    private Task CommitAsync(
        Work work,
        Actor actor,
        Difficulty one,
        string action,
        object? before,
        object after,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, Difficulty.KeyOf(one.Id), one.Text, before, after),
            [work.Campaign.ChangeKey, Difficulty.ChangeKey],
            stop
        );

    private static RecordingResult Refused(string field, string vietnamese, string english) =>
        DifficultyRecording.Refused(field, vietnamese, english);

    private sealed record Work(Database Database, KnownCampaign Campaign, CampaignPlace Holder);
}
