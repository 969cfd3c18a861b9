using System.Data.Common;
using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Campaigns.Arranging;

/// <summary>One row of a checklist as somebody wants it.</summary>
/// <param name="Id">of the item that it changes; null for a new one</param>
internal sealed record WantedItem(long? Id, string Text, int Days, string? Responsible, string? EvidenceWanted);

/// <summary>A window that an organisation wants to set for a level below it; without days it takes its own back.</summary>
internal sealed record WantedWindow(int Level, DateOnly? From, DateOnly? Until, string? Decision);

/// <summary>
/// What is settled in a campaign after it was opened: its checklists, the days for entering, windows that levels narrow, its
/// end. Who expects what is not: that list changes by events only.
/// </summary>
internal sealed class CampaignArranging(
    DatabaseFactory databases,
    RecordedChanges changes,
    SiteClock clock,
    IEnumerable<IFollowTheTree> followers
)
{
    /// <summary>Puts the checklist of one level in the place of the one that was seen. What was ticked already stays ticked.</summary>
    /// <param name="entryDays">within how many days its congresses are to be entered</param>
    /// <param name="seen">the mark of what the person had before him (<see cref="SeenOf"/>)</param>
    public async Task<RecordingResult> SetChecklistAsync(
        Actor actor,
        string campaign,
        int level,
        int entryDays,
        IReadOnlyList<WantedItem> wanted,
        string? seen,
        CancellationToken stop
    )
    {
        await using var work = await BeginAsync(campaign, stop);
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

    /// <summary>Narrows the window of a level below an organisation, or takes that back; every last day below follows.</summary>
    public async Task<RecordingResult> NarrowAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        WantedWindow wanted,
        CancellationToken stop
    )
    {
        await using var work = await BeginAsync(campaign, stop);
        if (work is null || work.Frame.Levels.FirstOrDefault(one => one.Ordinal == wanted.Level) is not { } level)
            return RecordingResult.Of(Recorded.NotFound);
        var owner = await work
            .Database.Set<Organisation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.Code == organisation, stop);
        if (owner is null || !MayNarrow(person, work.Frame, owner.Path))
            return RecordingResult.Of(Recorded.NotFound);
        var tree = await TreeInTime.WholeAsync(work.Connection, work.Transaction, stop);
        if (PlaceOf(work.Frame, tree, owner.Id, clock.Today) is not { } own || own >= wanted.Level)
            return RecordingResult.Of(Recorded.NotFound);
        var known = await work
            .Database.Set<NarrowedWindow>()
            .FirstOrDefaultAsync(
                one => one.CampaignId == work.Frame.Id && one.OrganisationId == owner.Id && one.Ordinal == wanted.Level,
                stop
            );
        if (wanted.From is null && wanted.Until is null)
        {
            if (known is null)
                return RecordingResult.Of(Recorded.Already);
            work.Database.Remove(known);
        }
        else
        {
            if (ProblemOf(work.Frame, level, owner.Id, tree, wanted) is { } problem)
                return new(Recorded.Refused, [problem]);
            if (known is null)
                work.Database.Add(
                    known = new()
                    {
                        CampaignId = work.Frame.Id,
                        OrganisationId = owner.Id,
                        Ordinal = wanted.Level,
                    }
                );
            (known.From, known.Until, known.Decision) = (wanted.From, wanted.Until, wanted.Decision);
        }
        await work.Database.SaveChangesAsync(stop);
        var after = await FrameAsync(work.Connection, work.Transaction, campaign, stop);
        var below = tree.EverBelow(owner.Id);
        await Rereckoning.RunAsync(
            work.Connection,
            work.Transaction,
            (work.Frame, tree),
            (after!, tree),
            below,
            new(work.Frame.Id),
            stop
        );
        await CommitAsync(
            work,
            actor,
            "campaign.window-narrowed",
            null,
            new
            {
                Organisation = organisation,
                Level = level.Code,
                wanted.From,
                wanted.Until,
                wanted.Decision,
            },
            stop
        );
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>Closes a campaign on a day; from then on it opens as of that day and nothing that happened later is entered.</summary>
    public async Task<RecordingResult> CloseAsync(Actor actor, string campaign, DateOnly on, CancellationToken stop)
    {
        await using var work = await BeginAsync(campaign, stop);
        if (work is null)
            return RecordingResult.Of(Recorded.NotFound);
        if (work.Frame.ClosedOn is not null)
            return RecordingResult.Of(Recorded.Changed);
        if (on > clock.Today)
            return Refused(
                "closeOn",
                $"Ngày {Platform.Text.Formats.Day(on)} chưa đến.",
                $"{Platform.Text.Formats.Day(on)} has not come yet."
            );
        if (on < work.Frame.OpenedOn)
            return Refused("closeOn", "Ngày kết thúc trước ngày mở đợt.", "The closing day is before the opening.");
        var later = await LastEventAsync(work, stop);
        if (later > on)
            return Refused(
                "closeOn",
                $"Đã ghi diễn biến ngày {Platform.Text.Formats.Day(later.Value)}; hãy chọn từ ngày đó trở đi.",
                $"Something is recorded for {Platform.Text.Formats.Day(later.Value)}; choose that day or a later one."
            );
        var row = await work.Database.Set<Campaign>().FirstAsync(one => one.Id == work.Frame.Id, stop);
        row.Close(on);
        await CommitAsync(work, actor, "campaign.closed", null, new { ClosedOn = on }, stop);
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>Opens a closed campaign again; what was founded since then is expected from its day on.</summary>
    public async Task<RecordingResult> ReopenAsync(Actor actor, string campaign, CancellationToken stop)
    {
        await using var work = await BeginAsync(campaign, stop);
        if (work is null)
            return RecordingResult.Of(Recorded.NotFound);
        if (work.Frame.ClosedOn is not { } closed)
            return RecordingResult.Of(Recorded.Changed);
        var row = await work.Database.Set<Campaign>().FirstAsync(one => one.Id == work.Frame.Id, stop);
        row.Reopen();
        await work.Database.SaveChangesAsync(stop);
        var tree = await TreeInTime.WholeAsync(work.Connection, work.Transaction, stop);
        var founded = tree.Organisations.Where(one => tree.FoundedOn(one) > closed).ToList();
        foreach (var some in founded.Chunk(500))
        foreach (var follower in followers)
            await follower.FollowAsync(work.Database, some, closed.AddDays(1), stop);
        await CommitAsync(work, actor, "campaign.reopened", new { ClosedOn = closed }, null, stop);
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>The mark of a checklist as it is shown.</summary>
    public static string SeenOf(FrameLevel level, IEnumerable<ChecklistItem> items) =>
        SeenMark.Of(new { level.EntryDays, Items = items.Select(Said) });

    /// <summary>Whether somebody sets windows for what lies below an organisation: a checker of it, or the administrator.</summary>
    public static bool MayNarrow(Person person, CampaignFrame frame, string path) =>
        path.Contains(FormattableString.Invariant($"/{frame.Root}/"), StringComparison.Ordinal)
        && person.Is(path, Role.Checker, Role.Administrator);

    /// <summary>The place of an organisation's level in the ladder of the campaign's rules; null where the rules do not know it.</summary>
    public static int? PlaceOf(CampaignFrame frame, TreeInTime tree, long organisation, DateOnly day)
    {
        var code = tree.On(organisation, day).Level;
        var levels = frame.RuleSet.Levels.Value;
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i].Code == code)
                return i;
        }
        return null;
    }

    private EventProblem? ProblemOf(CampaignFrame frame, FrameLevel level, long owner, TreeInTime tree, WantedWindow wanted)
    {
        if (wanted.From > wanted.Until)
            return new("until", new("Ngày cuối trước ngày đầu.", "The last day is before the first."), null);
        // What stands above the organisation; its own earlier window does not bind it.
        var stretch = Scope.Of(tree, owner, level.Ordinal, frame.Root, frame.LastDays).On(clock.Today.DayNumber);
        var last = stretch.LastDay is { } day ? DateOnly.FromDayNumber(day) : (DateOnly?)null;
        var above = new Period(frame.FirstDays.Of(level.Ordinal, stretch.Above), last);
        var decision = Window.MayNarrow(frame.RuleSet, above, new(wanted.From ?? above.From, wanted.Until ?? above.Until));
        return decision.Value ? null : new("until", decision.Explanation, decision.Article);
    }

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

    private static async Task<DateOnly?> LastEventAsync(Work work, CancellationToken stop)
    {
        var congresses = work.Database.Set<Congress>().Where(one => one.CampaignId == work.Frame.Id);
        return await work
            .Database.Set<CongressEvent>()
            .Where(one => one.WithdrawnOn == null)
            .Join(congresses, one => one.CongressId, congress => congress.Id, (one, _) => (DateOnly?)one.EffectiveOn)
            .MaxAsync(stop);
    }

    private static RecordingResult Refused(string field, string vietnamese, string english) =>
        new(Recorded.Refused, [new(field, new Words(vietnamese, english), null)]);

    private Task CommitAsync(Work work, Actor actor, string action, object? before, object? after, CancellationToken stop) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, $"campaign:{work.Frame.Id}", work.Frame.Name, Before: before, After: after),
            ["campaigns", $"campaign:{work.Frame.Id}"],
            stop
        );

    private async Task<Work?> BeginAsync(string campaign, CancellationToken stop)
    {
        var database = databases.Create();
        var transaction = await database.Database.BeginTransactionAsync(stop);
        var work = new Work(database, transaction);
        if (await FrameAsync(work.Connection, work.Transaction, campaign, stop) is not { } found)
        {
            await work.DisposeAsync();
            return null;
        }
        await CampaignLock.TakeAsync(work.Connection, work.Transaction, found.Id, stop);
        // What another has changed while this one waited for the lock.
        work.Frame = (await FrameAsync(work.Connection, work.Transaction, campaign, stop))!;
        return work;
    }

    private static async Task<CampaignFrame?> FrameAsync(
        DbConnection connection,
        DbTransaction transaction,
        string campaign,
        CancellationToken stop
    ) => (await CampaignFrame.ReadAllAsync(connection, transaction, stop)).FirstOrDefault(frame => frame.Code == campaign);

    private sealed class Work(Database database, IDbContextTransaction transaction) : IAsyncDisposable
    {
        public Database Database => database;
        public DbConnection Connection => database.Database.GetDbConnection();
        public DbTransaction Transaction => transaction.GetDbTransaction();
        public CampaignFrame Frame { get; set; } = null!;

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
