using DaiHoi.Rules;
using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>A difficulty or a lesson as somebody records it.</summary>
/// <param name="SameAs">one that he has before him and that says the same: his is merged into it at once</param>
/// <param name="RequestKey">of the form; sent twice it records once</param>
internal sealed record NewDifficulty(bool IsLesson, DifficultyTopic? Topic, string? Text, long? SameAs, string RequestKey);

/// <summary>Records difficulties and lessons.</summary>
internal sealed class DifficultyRecording(
    DatabaseFactory databases,
    OpenDifficulties opening,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <returns>what became of it, and its id where it was recorded now or by the same form before</returns>
    public async Task<(RecordingResult Result, long? Id)> RecordAsync(
        Person person,
        Actor actor,
        KnownCampaign campaign,
        CampaignPlace place,
        NewDifficulty wanted,
        IReadOnlyList<KeptEvidence> files,
        CancellationToken stop
    )
    {
        if (!DifficultyRights.MayRecord(person, place.Path))
            return (RecordingResult.Of(Recorded.NotFound), null);
        var text = TypedLine.Of(wanted.Text) ?? "";
        if (RefusalOf(campaign, wanted.Topic, text) is { } refused)
            return (refused, null);
        if (wanted.SameAs is { } same && await opening.OneAsync(person, same, stop) is null)
            return (Refused("same", "Không có mục này.", "There is no such entry."), null);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var known = await database
            .Set<Difficulty>()
            .Where(one => one.RequestKey == wanted.RequestKey)
            .Select(one => new { one.Id, one.RecordedById })
            .FirstOrDefaultAsync(stop);
        // Whoever sends another's key learns nothing by it.
        if (known is not null)
            return known.RecordedById == person.Id
                ? (RecordingResult.Of(Recorded.Already), known.Id)
                : (RecordingResult.Of(Recorded.Changed), null);
        var into = await IntoAsync(database, campaign, wanted, stop);
        if (wanted.SameAs is not null && into is null)
            return (Refused("same", "Mục này đã thay đổi.", "That entry has changed meanwhile."), null);
        var above = place.Id == campaign.Root ? place.Id : TreePath.Id(place.PathAbove);
        var difficulty = new Difficulty
        {
            CampaignId = campaign.Id,
            OrganisationId = place.Id,
            IsLesson = wanted.IsLesson,
            Topic = wanted.Topic!.Value,
            Text = text,
            RequestKey = wanted.RequestKey,
            RecordedOn = clock.Today,
            RecordedAt = clock.UtcNow,
            RecordedById = person.Id,
            RecordedByName = person.Name,
            HolderId = into?.HolderId ?? above,
            MergedIntoId = into?.Id,
        };
        difficulty.Reindex();
        database.Add(difficulty);
        await database.SaveChangesAsync(stop);
        database.Add(difficulty.Stepped(DifficultyStepKind.Recorded, clock.UtcNow, person.Name, null));
        if (into is not null)
            database.Add(difficulty.Stepped(DifficultyStepKind.Merged, clock.UtcNow, person.Name, null));
        database.AddRange(
            files
                .DistinctBy(file => file.Sha256)
                .Select(file => new DifficultyFile
                {
                    DifficultyId = difficulty.Id,
                    Sha256 = file.Sha256,
                    IsPicture = file.IsPicture,
                    Name = file.Name,
                    Length = file.Length,
                })
        );
        await changes.CommitAsync(
            database,
            actor,
            new(
                wanted.IsLesson ? "lesson.recorded" : "difficulty.recorded",
                Difficulty.KeyOf(difficulty.Id),
                place.Name,
                After: new
                {
                    difficulty.Topic,
                    difficulty.Text,
                    Files = files.Select(file => new { file.Name, file.Sha256 }),
                    SameAs = into?.Id,
                }
            ),
            [campaign.ChangeKey, Difficulty.ChangeKey],
            stop
        );
        return (RecordingResult.Of(Recorded.Done), difficulty.Id);
    }

    internal static RecordingResult? RefusalOf(KnownCampaign campaign, DifficultyTopic? topic, string text)
    {
        if (ClosedOf(campaign) is { } refused)
            return refused;
        var problems = new List<EventProblem>();
        if (text.Length == 0)
            problems.Add(new("text", new("Hãy ghi nội dung.", "Say what it is."), null));
        else if (text.Length > Difficulty.LongestText)
            problems.Add(
                new(
                    "text",
                    new($"Dài quá {Difficulty.LongestText} ký tự.", $"Longer than {Difficulty.LongestText} characters."),
                    null
                )
            );
        if (topic is null)
            problems.Add(new("topic", new("Hãy chọn lĩnh vực.", "Choose what it is about."), null));
        return problems.Count == 0 ? null : new(Recorded.Refused, problems);
    }

    // One that was merged itself leads to where it lies now.
    private static async Task<Difficulty?> IntoAsync(
        Database database,
        KnownCampaign campaign,
        NewDifficulty wanted,
        CancellationToken stop
    )
    {
        if (wanted.SameAs is not { } same)
            return null;
        var found = await database.Set<Difficulty>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == same, stop);
        var into = found?.MergedIntoId ?? same;
        // Held, so that it is not merged elsewhere meanwhile.
        await DifficultyDeciding.HoldAsync(database, [into], stop);
        return await database
            .Set<Difficulty>()
            .FirstOrDefaultAsync(
                one =>
                    one.Id == into
                    && one.CampaignId == campaign.Id
                    && one.IsLesson == wanted.IsLesson
                    && one.MergedIntoId == null
                    && one.WithdrawnAt == null,
                stop
            );
    }

    /// <summary>Refuses what is recorded or changed after the campaign; null while it is open.</summary>
    internal static RecordingResult? ClosedOf(KnownCampaign campaign) =>
        campaign.ClosedOn is { } closed
            ? Refused(
                "form",
                $"Đợt đại hội đã kết thúc ngày {Formats.Day(closed)}, không ghi hay sửa được nữa.",
                $"The campaign was closed on {Formats.Day(closed)}; nothing can be recorded or changed any more."
            )
            : null;

    internal static RecordingResult Refused(string field, string vietnamese, string english) =>
        new(Recorded.Refused, [new(field, new Words(vietnamese, english), null)]);
}
