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

namespace DaiHoi.Web.Campaigns.Checklists;

/// <summary>The officer of an organisation ticks what its congress has done, or takes a tick back.</summary>
internal sealed class ChecklistTicking(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <param name="on">the day on which it was done</param>
    /// <param name="evidence">what shows it</param>
    public async Task<RecordingResult> TickAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long item,
        DateOnly on,
        IReadOnlyList<KeptEvidence> evidence,
        CancellationToken stop
    )
    {
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        if (await ItemAsync(work, person, item, stop) is not { EndedOn: null } wanted)
            return RecordingResult.Of(Recorded.NotFound);
        var place = work!.File!.Place;
        if (on > clock.Today)
            return Refused($"Ngày {Formats.Day(on)} chưa đến.", $"{Formats.Day(on)} has not come yet.");
        if (on < work.Frame.OpenedOn)
            return Refused("Ngày này trước khi mở đợt đại hội.", "This day is before the campaign was opened.");
        if (await MarkAsync(work, item, stop) is not null)
            return RecordingResult.Of(Recorded.Already);
        work.Database.Add(
            new ChecklistMark
            {
                CongressId = place.Congress,
                ItemId = item,
                DoneOn = on,
                RecordedAt = clock.UtcNow,
                RecordedById = person.Id,
                RecordedByName = person.Name,
            }
        );
        await EvidenceRecording.AddAsync(work.Database, place.Congress, new(null, item), evidence, person, clock, stop);
        await CommitAsync(work, actor, "congress.item-ticked", wanted, on, stop);
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>Takes a tick back; what was attached stays.</summary>
    public async Task<RecordingResult> UntickAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long item,
        CancellationToken stop
    )
    {
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        if (await ItemAsync(work, person, item, stop) is not { } wanted)
            return RecordingResult.Of(Recorded.NotFound);
        if (await MarkAsync(work!, item, stop) is not { } mark)
            return RecordingResult.Of(Recorded.Changed);
        work!.Database.Remove(mark);
        await CommitAsync(work, actor, "congress.item-unticked", wanted, mark.DoneOn, stop);
        return RecordingResult.Of(Recorded.Done);
    }

    private static async Task<ChecklistItem?> ItemAsync(CongressWork? work, Person person, long item, CancellationToken stop)
    {
        if (work?.File is not { } file || !person.Is(file.Place.Path, Role.Officer))
            return null;
        var (campaign, level) = (work.Frame.Id, file.Place.Level);
        return await work
            .Database.Set<ChecklistItem>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == item && one.CampaignId == campaign && one.Level == level, stop);
    }

    private static Task<ChecklistMark?> MarkAsync(CongressWork work, long item, CancellationToken stop)
    {
        var congress = work.File!.Place.Congress;
        return work
            .Database.Set<ChecklistMark>()
            .FirstOrDefaultAsync(mark => mark.CongressId == congress && mark.ItemId == item, stop);
    }

    private Task CommitAsync(
        CongressWork work,
        Actor actor,
        string action,
        ChecklistItem item,
        DateOnly on,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, $"congress:{work.File!.Place.Congress}", work.File.Place.Name, After: new { item.Text, DoneOn = on }),
            [work.Frame.ChangeKey],
            stop
        );

    private static RecordingResult Refused(string vietnamese, string english) =>
        new(Recorded.Refused, [new("doneOn", new Words(vietnamese, english), null)]);
}
