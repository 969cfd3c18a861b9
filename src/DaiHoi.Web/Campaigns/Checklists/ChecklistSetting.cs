using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Checklists;

/// <summary>One row of a checklist as somebody wants it.</summary>
/// <param name="Id">of the item that it changes; null for a new one</param>
internal sealed record WantedItem(long? Id, string Text, int Days, string? Responsible, string? EvidenceWanted);

/// <summary>Sets what is asked of the congresses of one level, and within how many days they are entered.</summary>
internal sealed class ChecklistSetting(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Puts the checklist of one level in the place of the one that was seen. What was ticked already stays ticked.</summary>
    /// <param name="entryDays">within how many days its congresses are to be entered</param>
    /// <param name="seen">the mark of what the person had before him (<see cref="SeenOf"/>)</param>
    public async Task<RecordingResult> SetAsync(
        Actor actor,
        string campaign,
        int level,
        int entryDays,
        IReadOnlyList<WantedItem> wanted,
        string? seen,
        CancellationToken stop
    )
    {
        await using var work = await HeldCampaign.BeginAsync(databases, campaign, stop);
        if (work is null || work.Frame.Levels.FirstOrDefault(one => one.Ordinal == level) is not { } place)
            return RecordingResult.Of(Recorded.NotFound);
        var items = await work
            .Database.Set<ChecklistItem>()
            .Where(one => one.CampaignId == work.Frame.Id && one.Level == level && one.EndedOn == null)
            .OrderBy(one => one.Days)
            .ThenBy(one => one.Place)
            .ToListAsync(stop);
        if (seen is not null && seen != SeenOf(place, items))
            return RecordingResult.Of(Recorded.Changed);
        var known = items.ToDictionary(item => item.Id);
        if (wanted.Any(one => one.Id is { } id && !known.ContainsKey(id)))
            return RecordingResult.Of(Recorded.Changed);
        var before = items.ConvertAll(Said);
        foreach (var gone in items.Where(item => wanted.All(one => one.Id != item.Id)))
        {
            if (await work.Database.Set<ChecklistMark>().AnyAsync(mark => mark.ItemId == gone.Id, stop))
                gone.End(clock.Today);
            else
                await RemoveAsync(work.Database, gone, stop);
        }
        for (var i = 0; i < wanted.Count; i++)
        {
            var one = wanted[i];
            if (one.Id is { } id)
                known[id].Change(one.Text, one.Days, i, one.Responsible, one.EvidenceWanted);
            else
                work.Database.Add(
                    new ChecklistItem
                    {
                        CampaignId = work.Frame.Id,
                        Level = level,
                        Place = i,
                        Text = one.Text,
                        Days = one.Days,
                        Responsible = one.Responsible,
                        EvidenceWanted = one.EvidenceWanted,
                    }
                );
        }
        var row = await work
            .Database.Set<CampaignLevel>()
            .FirstAsync(one => one.CampaignId == work.Frame.Id && one.Ordinal == level, stop);
        row.EntryDays = entryDays;
        await CommitAsync(
            work,
            actor,
            "campaign.checklist-set",
            new { place.EntryDays, Items = before },
            new { EntryDays = entryDays, Items = wanted },
            stop
        );
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>The mark of a checklist as it is shown.</summary>
    public static string SeenOf(FrameLevel level, IEnumerable<ChecklistItem> items) =>
        SeenMark.Of(new { level.EntryDays, Items = items.Select(Said) });

    private static async Task RemoveAsync(Database database, ChecklistItem item, CancellationToken stop)
    {
        // What was attached to it, without a tick, belongs to the congress now.
        await database
            .Set<Evidence.EvidenceFile>()
            .Where(file => file.ItemId == item.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.ItemId, (long?)null), stop);
        database.Remove(item);
    }

    private static object Said(ChecklistItem item) =>
        new
        {
            item.Id,
            item.Text,
            item.Days,
            item.Responsible,
            item.EvidenceWanted,
        };

    private Task CommitAsync(
        HeldCampaign work,
        Actor actor,
        string action,
        object? before,
        object? after,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, work.Frame.ChangeKey, work.Frame.Name, Before: before, After: after),
            ["campaigns", work.Frame.ChangeKey],
            stop
        );
}
