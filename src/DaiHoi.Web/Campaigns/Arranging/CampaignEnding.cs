using DaiHoi.Rules;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Arranging;

/// <summary>Ends a campaign on a day, and takes that back.</summary>
internal sealed class CampaignEnding(
    DatabaseFactory databases,
    RecordedChanges changes,
    SiteClock clock,
    IEnumerable<IFollowTheTree> followers
)
{
    /// <summary>Closes a campaign on a day; from then on it opens as of that day and nothing that happened later is entered.</summary>
    public async Task<RecordingResult> CloseAsync(Actor actor, string campaign, DateOnly on, CancellationToken stop)
    {
        await using var work = await HeldCampaign.BeginAsync(databases, campaign, stop);
        if (work is null)
            return RecordingResult.Of(Recorded.NotFound);
        if (work.Frame.ClosedOn is not null)
            return RecordingResult.Of(Recorded.Changed);
        if (on > clock.Today)
            return Refused("closeOn", $"Ngày {Formats.Day(on)} chưa đến.", $"{Formats.Day(on)} has not come yet.");
        if (on < work.Frame.OpenedOn)
            return Refused("closeOn", "Ngày kết thúc trước ngày mở đợt.", "The closing day is before the opening.");
        var later = await LastEventAsync(work, stop);
        if (later > on)
            return Refused(
                "closeOn",
                $"Đã ghi diễn biến ngày {Formats.Day(later.Value)}; hãy chọn từ ngày đó trở đi.",
                $"Something is recorded for {Formats.Day(later.Value)}; choose that day or a later one."
            );
        var row = await work.Database.Set<Campaign>().FirstAsync(one => one.Id == work.Frame.Id, stop);
        row.Close(on);
        await CommitAsync(work, actor, "campaign.closed", null, new { ClosedOn = on }, stop);
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>Opens a closed campaign again; what was founded since then is expected from its day on.</summary>
    public async Task<RecordingResult> ReopenAsync(Actor actor, string campaign, CancellationToken stop)
    {
        await using var work = await HeldCampaign.BeginAsync(databases, campaign, stop);
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

    private static async Task<DateOnly?> LastEventAsync(HeldCampaign work, CancellationToken stop)
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
