using DaiHoi.Rules;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Evidence;

/// <summary>To what a file is attached: an event, an item of the checklist, or with neither the congress as a whole.</summary>
internal sealed record EvidencePlace(long? EventId, long? ItemId);

/// <summary>Attaches evidence to what was entered, and takes back what was attached by mistake.</summary>
internal sealed class EvidenceRecording(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>
    /// The organisation's officer attaches until the level above has accepted what the file belongs to; the level above may at
    /// any time. The same file is attached to the same thing once.
    /// </summary>
    public async Task<RecordingResult> AttachAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        EvidencePlace place,
        IReadOnlyList<KeptEvidence> files,
        CancellationToken stop
    )
    {
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        if (work?.File is not { } file || !await IsThereAsync(work, place, stop))
            return RecordingResult.Of(Recorded.NotFound);
        if (RefusalOf(person, file, place.EventId) is { } refused)
            return refused;
        if (files.Count == 0)
            return Refused("Hãy chọn tệp minh chứng.", "Choose a file.");
        var added = await AddAsync(work.Database, file.Place.Congress, place, files, person, clock, stop);
        await changes.CommitAsync(
            work.Database,
            actor,
            new("congress.evidence-added", $"congress:{file.Place.Congress}", file.Place.Name, After: Named(place, added)),
            [],
            stop
        );
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>Takes a file back, with a reason: it stays in the store and in the audit log, and is handed out no more.</summary>
    public async Task<RecordingResult> TakeBackAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long id,
        string? reason,
        CancellationToken stop
    )
    {
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        if (work?.File is not { } file)
            return RecordingResult.Of(Recorded.NotFound);
        var evidence = await work
            .Database.Set<EvidenceFile>()
            .FirstOrDefaultAsync(one => one.Id == id && one.CongressId == file.Place.Congress, stop);
        if (evidence is null)
            return RecordingResult.Of(Recorded.NotFound);
        if (RefusalOf(person, file, evidence.EventId) is { } refused)
            return refused;
        if (evidence.TakenBackAt is not null)
            return RecordingResult.Of(Recorded.Changed);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > EvidenceFile.LongestReason)
            return new(Recorded.Refused, [new("reason", new("Hãy ghi lý do.", "Give the reason."), null)]);
        evidence.TakeBack(clock.UtcNow, person.Name, reason);
        await changes.CommitAsync(
            work.Database,
            actor,
            new(
                "congress.evidence-taken-back",
                $"congress:{file.Place.Congress}",
                file.Place.Name,
                After: new
                {
                    evidence.Name,
                    evidence.Sha256,
                    Reason = reason,
                }
            ),
            [],
            stop
        );
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>Adds rows inside the caller's transaction; those that are attached to the same place already are left out.</summary>
    internal static async Task<IReadOnlyList<EvidenceFile>> AddAsync(
        Database database,
        long congress,
        EvidencePlace place,
        IReadOnlyList<KeptEvidence> files,
        Person person,
        SiteClock clock,
        CancellationToken stop
    )
    {
        var known = await database
            .Set<EvidenceFile>()
            .Where(one =>
                one.CongressId == congress
                && one.EventId == place.EventId
                && one.ItemId == place.ItemId
                && one.TakenBackAt == null
            )
            .Select(one => one.Sha256)
            .ToListAsync(stop);
        var added = files
            .DistinctBy(file => file.Sha256)
            .Where(file => !known.Contains(file.Sha256))
            .Select(file => new EvidenceFile
            {
                CongressId = congress,
                EventId = place.EventId,
                ItemId = place.ItemId,
                Sha256 = file.Sha256,
                IsPicture = file.IsPicture,
                Name = file.Name,
                Length = file.Length,
                AddedOn = clock.Today,
                AddedAt = clock.UtcNow,
                AddedById = person.Id,
                AddedByName = person.Name,
            })
            .ToList();
        database.AddRange(added);
        return added;
    }

    private static RecordingResult? RefusalOf(Person person, CongressFile file, long? eventId)
    {
        if (StepRights.MayDecide(person, file.Place))
            return null;
        if (!person.Is(file.Place.Path, Role.Officer))
            return RecordingResult.Of(Recorded.NotFound);
        return file.Events.FirstOrDefault(one => one.Id == eventId) is { AcceptedOn: not null }
            ? Refused(
                "Cấp trên đã tiếp nhận nên không thay đổi minh chứng được nữa.",
                "The level above has accepted it, so its evidence cannot be changed any more."
            )
            : null;
    }

    private static async Task<bool> IsThereAsync(CongressWork work, EvidencePlace place, CancellationToken stop)
    {
        if (place.EventId is { } happened && work.File!.Events.All(one => one.Id != happened))
            return false;
        if (place.ItemId is not { } item)
            return true;
        var (campaign, level) = (work.Frame.Id, work.File!.Place.Level);
        return await work
            .Database.Set<Checklists.ChecklistItem>()
            .AnyAsync(one => one.Id == item && one.CampaignId == campaign && one.Level == level, stop);
    }

    private static object Named(EvidencePlace place, IReadOnlyList<EvidenceFile> added) =>
        new
        {
            place.EventId,
            place.ItemId,
            Files = added.Select(one => new { one.Name, one.Sha256 }),
        };

    private static RecordingResult Refused(string vietnamese, string english) =>
        new(Recorded.Refused, [new("evidence", new Words(vietnamese, english), null)]);
}
