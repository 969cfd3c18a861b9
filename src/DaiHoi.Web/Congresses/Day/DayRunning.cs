using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>Goes through the agenda: what begins ends what was under way.</summary>
internal sealed class DayRunning(DatabaseFactory databases, DayReading reading, RecordedChanges changes, SiteClock clock)
{
    /// <param name="seenMissing">the presidium has read what is missing and goes on</param>
    public async Task<Answer> BeginAsync(Actor actor, OpenedCongress opened, long id, bool seenMissing, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        var day = await reading.DayAsync(opened.Congress, stop);
        if (day.Items.FirstOrDefault(one => one.Id == id) is not { } seen)
            return Answer.NotFound;
        if (seen.BegunAt is not null)
            return Answer.Already(id);
        var lines = DayGuide.Of(seen.Step, await reading.StateAsync(opened, day, seen, stop));
        if (lines.Find(line => line.Weight == GuideWeight.Forbidden) is { } forbidden)
            return new(Answered.Refused, [new("", forbidden.Text, forbidden.Values)]);
        var missing = lines.Where(line => line.Weight == GuideWeight.Missing).ToList();
        if (missing.Count > 0 && !seenMissing)
            return Answer.Refused("", "guide-look-first");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var items = await database.Set<AgendaItem>().Where(one => one.CongressId == opened.Congress).ToListAsync(stop);
        if (items.Find(one => one.Id == id) is not { } item)
            return Answer.NotFound;
        if (item.BegunAt is not null)
            return Answer.Already(id);
        foreach (var other in items.Where(one => one.IsUnderWay))
            other.End(clock.UtcNow);
        var without = missing.Count == 0 ? null : string.Join("; ", missing.Select(Said));
        item.Begin(clock.UtcNow, actor.Name, without);
        await changes.CommitAsync(
            database,
            actor,
            new("agenda.begun", opened.Key, opened.Place.Name, After: new { title = item.Title, without }),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
        return Answer.Done(id);
    }

    public async Task<Answer> EndAsync(Actor actor, OpenedCongress opened, long id, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (
            await database.Set<AgendaItem>().FirstOrDefaultAsync(one => one.Id == id && one.CongressId == opened.Congress, stop)
            is not { BegunAt: not null } item
        )
            return Answer.NotFound;
        if (item.EndedAt is not null)
            return Answer.Already(id);
        item.End(clock.UtcNow);
        await changes.CommitAsync(
            database,
            actor,
            new("agenda.ended", opened.Key, opened.Place.Name, After: new { title = item.Title }),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
        return Answer.Done(id);
    }

    private static string Said(GuideLine line) =>
        Texts.Vietnamese[
            line.Text,
            [.. line.Values.Select(value => value is DaiHoi.Rules.Words words ? words.Vietnamese : value)]
        ];
}
