using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>An item with the time at which it is to begin, if what came before took as long as planned.</summary>
/// <param name="At">in UTC</param>
internal sealed record PlannedItem(AgendaItem Item, DateTime At);

/// <summary>A session with its agenda.</summary>
internal sealed record PlannedSession(CongressSession Session, IReadOnlyList<PlannedItem> Items)
{
    /// <summary>In UTC, when its last item is over as planned; without items its beginning.</summary>
    public DateTime PlannedUntil => Items is [.., var last] ? last.At.AddMinutes(last.Item.Minutes) : Session.StartsAt;

    /// <summary>Its items take longer than the session.</summary>
    public bool RunsOver => PlannedUntil > Session.EndsAt;
}

/// <summary>The day of a congress: its agenda, and where it stands.</summary>
/// <param name="Votes">all that were entered, in their order</param>
internal sealed record CongressDay(IReadOnlyList<PlannedSession> Sessions, IReadOnlyList<HandVote> Votes)
{
    public IEnumerable<AgendaItem> Items => Sessions.SelectMany(session => session.Items).Select(planned => planned.Item);

    /// <summary>Votes that were not set aside: those alone decide.</summary>
    public IReadOnlyList<HandVote> StandingVotes => [.. Votes.Where(vote => vote.Stands)];

    public AgendaItem? UnderWay => Items.Where(item => item.IsUnderWay).MaxBy(item => item.BegunAt);

    /// <summary>What comes next; null where everything has begun.</summary>
    public AgendaItem? Next => Items.FirstOrDefault(item => item.BegunAt is null);

    public CongressSession? SessionOf(AgendaItem item) =>
        Sessions.FirstOrDefault(planned => planned.Session.Id == item.SessionId)?.Session;

    /// <summary>The session that is meant now (<see cref="PresentSession"/>).</summary>
    public CongressSession? SessionAt(DateTime utc) =>
        PresentSession.Of([.. Sessions.Select(planned => planned.Session)], UnderWay, utc);
}

/// <summary>Reads the day of a congress.</summary>
internal sealed class DayReading(
    DatabaseFactory databases,
    HallReading hall,
    CredentialReading credentials,
    CongressDuties duties,
    IEnumerable<IElectionsOfTheDay> elections,
    CampaignPlaces places,
    SiteClock clock
)
{
    public async Task<CongressDay> DayAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var items = await database.Set<AgendaItem>().AsNoTracking().Where(one => one.CongressId == congress).ToListAsync(stop);
        var votes = await database
            .Set<HandVote>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress)
            .OrderBy(one => one.Id)
            .ToListAsync(stop);
        return new([.. (await hall.SessionsAsync(congress, stop)).Select(session => Plan(session, items))], votes);
    }

    public async Task<IReadOnlyList<ElectionOfTheDay>> ElectionsAsync(long congress, CancellationToken stop)
    {
        var all = new List<ElectionOfTheDay>();
        foreach (var room in elections)
            all.AddRange(await room.OfAsync(congress, stop));
        return all;
    }

    public async Task<HallCount?> CountAsync(OpenedCongress opened, CongressDay day, CancellationToken stop) =>
        day.SessionAt(clock.UtcNow) is { } session
            ? await hall.CountAsync(opened.Rules, opened.Congress, session.Id, stop)
            : null;

    /// <summary>What the guide looks at before an item.</summary>
    public async Task<DayState> StateAsync(OpenedCongress opened, CongressDay day, AgendaItem item, CancellationToken stop)
    {
        var list = await credentials.ListAsync(opened, stop);
        var session = day.SessionOf(item);
        return new(
            opened.Kind,
            session is null ? null : await hall.CountAsync(opened.Rules, opened.Congress, session.Id, stop),
            session?.IsPreparatory == true,
            day.StandingVotes,
            list.Summoned.Count(one => one.CheckedAt is null),
            list.WithPlaces.Count(one => list.EmptyPlacesOf(one).Any(empty => empty.Reason is null)),
            list.Twice().Count(),
            [.. (await duties.HoldersAsync(opened.Congress, stop)).Select(holder => holder.Duty).Distinct()],
            await ElectionsAsync(opened.Congress, stop),
            day.Items.Any(one => one.BegunAt is not null)
                ? null
                : PlanApproval.Of(opened.Rules, await places.StatusAsync(opened.Congress, stop), clock.Today)
        );
    }

    private static PlannedSession Plan(CongressSession session, List<AgendaItem> items)
    {
        var at = session.StartsAt;
        var planned = new List<PlannedItem>();
        foreach (var item in items.Where(one => one.SessionId == session.Id).OrderBy(one => one.Place).ThenBy(one => one.Id))
        {
            planned.Add(new(item, at));
            at = at.AddMinutes(item.Minutes);
        }
        return new(session, planned);
    }
}
