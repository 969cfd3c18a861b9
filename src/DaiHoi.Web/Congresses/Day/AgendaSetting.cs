using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Day;

/// <param name="StartsAt">in UTC; null where it could not be read</param>
/// <param name="EndsAt">likewise</param>
internal sealed record WantedSession(string? Name, DateTime? StartsAt, DateTime? EndsAt, bool IsPreparatory);

internal sealed record WantedItem(long Session, AgendaStep Step, string? Title, long? Minutes, string? Text);

/// <summary>Sets the sessions of a congress and the items of their agendas. What has begun stays as it was.</summary>
internal sealed class AgendaSetting(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <param name="id">of the session that is changed; null for a new one</param>
    public async Task<Answer> SetSessionAsync(
        Actor actor,
        OpenedCongress opened,
        long? id,
        WantedSession wanted,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        if (TypedLine.Of(wanted.Name) is not { Length: <= CongressSession.LongestName } name)
            return Answer.Refused("name", "session-name-missing");
        if (wanted.StartsAt is not { } starts)
            return Answer.Refused("starts", "session-time-missing");
        if (wanted.EndsAt is not { } ends || ends <= starts)
            return Answer.Refused("ends", "session-ends-before");
        if (ends - starts > TimeSpan.FromHours(24))
            return Answer.Refused("ends", "session-too-long");
        var (first, last) = (opened.Campaign.OpenedOn, opened.Campaign.ClosedOn ?? clock.Today.AddYears(1));
        if (clock.DayOf(starts) < first || clock.DayOf(ends) > last)
            return Answer.Refused("on", "session-outside", Formats.Day(first), Formats.Day(last));
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var sessions = await database.Set<CongressSession>().Where(one => one.CongressId == opened.Congress).ToListAsync(stop);
        var session = id is null ? null : sessions.Find(one => one.Id == id);
        if (id is not null && session is null)
            return Answer.NotFound;
        if (sessions.Find(one => one != session && one.StartsAt < ends && starts < one.EndsAt) is { } other)
            return Answer.Refused("starts", "session-overlaps", other.Name, TimeOf(other.StartsAt), TimeOf(other.EndsAt));
        // Who came on that day, and what was done on it, does not move with the session.
        if (
            session is not null
            && clock.DayOf(starts) != clock.DayOf(session.StartsAt)
            && (
                await database.Set<AttendanceMark>().AnyAsync(one => one.SessionId == id, stop)
                || await database.Set<AgendaItem>().AnyAsync(one => one.SessionId == id && one.BegunAt != null, stop)
            )
        )
            return Answer.Taken("session-has-its-day", Formats.Day(clock.DayOf(session.StartsAt)));
        if (session is null)
        {
            session = new()
            {
                CongressId = opened.Congress,
                Name = name,
                StartsAt = starts,
                EndsAt = ends,
                IsPreparatory = wanted.IsPreparatory,
            };
            database.Add(session);
            sessions.Add(session);
        }
        (session.Name, session.StartsAt, session.EndsAt, session.IsPreparatory) = (name, starts, ends, wanted.IsPreparatory);
        await CommitAsync(
            database,
            actor,
            opened,
            "session.set",
            new
            {
                name,
                starts,
                ends,
            },
            stop
        );
        var beyond = CongressTime.Beyond(opened, sessions, clock);
        return new(
            Answered.Done,
            [.. beyond.Select(said => new AnswerProblem("", "rule-says", [said.Explanation, said.Article.Citation]))],
            session.Id
        );
    }

    /// <summary>Takes a session away in which nothing has happened yet, with its items.</summary>
    public async Task<Answer> RemoveSessionAsync(Actor actor, OpenedCongress opened, long id, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await SessionAsync(database, opened, id, stop) is not { } session)
            return Answer.NotFound;
        var items = await database.Set<AgendaItem>().Where(one => one.SessionId == id).ToListAsync(stop);
        if (
            items.Exists(one => one.BegunAt is not null)
            || await database.Set<AttendanceMark>().AnyAsync(one => one.SessionId == id, stop)
        )
            return Answer.Taken("session-has-begun");
        database.RemoveRange(items);
        await database.SaveChangesAsync(stop);
        database.Remove(session);
        await CommitAsync(database, actor, opened, "session.removed", new { name = session.Name }, stop);
        return Answer.Done();
    }

    /// <summary>Lays the usual agenda into the sessions, where none has an item yet.</summary>
    public async Task<Answer> TakeUsualAsync(Actor actor, OpenedCongress opened, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var sessions = await database
            .Set<CongressSession>()
            .Where(one => one.CongressId == opened.Congress)
            .OrderBy(one => one.StartsAt)
            .ThenBy(one => one.Id)
            .ToListAsync(stop);
        if (sessions.Count == 0)
            return Answer.Refused("", "agenda-no-session");
        if (await database.Set<AgendaItem>().AnyAsync(one => one.CongressId == opened.Congress, stop))
            return Answer.Taken("agenda-there-already");
        var preparatory = sessions.Find(one => one.IsPreparatory);
        var official = sessions.Find(one => !one.IsPreparatory) ?? sessions[0];
        var places = new Dictionary<long, int>();
        foreach (var step in UsualAgenda.For(opened, preparatory is not null))
        {
            var session = step.Preparatory && preparatory is not null ? preparatory : official;
            places[session.Id] = places.GetValueOrDefault(session.Id) + 1;
            database.Add(
                new AgendaItem
                {
                    CongressId = opened.Congress,
                    SessionId = session.Id,
                    Place = places[session.Id],
                    Step = step.Step,
                    Title = step.Title,
                    Minutes = step.Minutes,
                    Text = step.Text,
                }
            );
        }
        await CommitAsync(database, actor, opened, "agenda.taken", new { count = places.Values.Sum() }, stop);
        return Answer.Done();
    }

    /// <param name="id">of the item that is changed; null for a new one, which comes last in its session</param>
    public async Task<Answer> SetItemAsync(
        Actor actor,
        OpenedCongress opened,
        long? id,
        WantedItem wanted,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        if (TypedLine.Of(wanted.Title) is not { Length: <= AgendaItem.LongestTitle } title)
            return Answer.Refused("title", "agenda-title-missing");
        if (wanted.Minutes is not (>= 1 and <= AgendaItem.MostMinutes) || wanted.Minutes is not { } minutes)
            return Answer.Refused("minutes", "agenda-minutes-wrong");
        var text = Lines(wanted.Text);
        if (text is { Length: > AgendaItem.LongestText })
            return Answer.Refused("text", "congress-text-long", AgendaItem.LongestText);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await SessionAsync(database, opened, wanted.Session, stop) is not { } session)
            return Answer.NotFound;
        var item = id is null ? null : await ItemAsync(database, opened, id.Value, stop);
        if (id is not null && item is null)
            return Answer.NotFound;
        if (item?.BegunAt is not null)
            return Answer.Taken("agenda-item-has-begun");
        if (item is null)
        {
            var last = await database
                .Set<AgendaItem>()
                .Where(one => one.SessionId == session.Id)
                .MaxAsync(one => (int?)one.Place, stop);
            database.Add(
                item = new()
                {
                    CongressId = opened.Congress,
                    SessionId = session.Id,
                    Place = (last ?? 0) + 1,
                    Step = wanted.Step,
                    Title = title,
                    Minutes = (int)minutes,
                }
            );
        }
        (item.SessionId, item.Step, item.Title, item.Minutes, item.Text) = (session.Id, wanted.Step, title, (int)minutes, text);
        await CommitAsync(database, actor, opened, "agenda.set", new { title }, stop);
        return Answer.Done(item.Id);
    }

    /// <summary>Moves an item before the one above it.</summary>
    public async Task<Answer> MoveUpAsync(Actor actor, OpenedCongress opened, long id, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await ItemAsync(database, opened, id, stop) is not { } item)
            return Answer.NotFound;
        var above = await database
            .Set<AgendaItem>()
            .Where(one => one.SessionId == item.SessionId && one.Place < item.Place)
            .OrderByDescending(one => one.Place)
            .FirstOrDefaultAsync(stop);
        if (above is null)
            return Answer.Already(id);
        if (item.BegunAt is not null || above.BegunAt is not null)
            return Answer.Taken("agenda-item-has-begun");
        (item.Place, above.Place) = (above.Place, item.Place);
        await CommitAsync(database, actor, opened, "agenda.reordered", new { title = item.Title }, stop);
        return Answer.Done(id);
    }

    public async Task<Answer> RemoveItemAsync(Actor actor, OpenedCongress opened, long id, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await ItemAsync(database, opened, id, stop) is not { } item)
            return Answer.NotFound;
        if (item.BegunAt is not null)
            return Answer.Taken("agenda-item-has-begun");
        database.Remove(item);
        await CommitAsync(database, actor, opened, "agenda.removed", new { title = item.Title }, stop);
        return Answer.Done();
    }

    /// <summary>A text of several lines, clean; null for nothing.</summary>
    internal static string? Lines(string? typed)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => TypedLine.Of(line) ?? "");
        var text = string.Join('\n', lines).Trim('\n');
        return text.Length == 0 ? null : text;
    }

    private string TimeOf(DateTime utc) => ClockTime.Of(clock.ToSite(utc));

    private static Task<CongressSession?> SessionAsync(
        Database database,
        OpenedCongress opened,
        long id,
        CancellationToken stop
    ) => database.Set<CongressSession>().FirstOrDefaultAsync(one => one.Id == id && one.CongressId == opened.Congress, stop);

    private static Task<AgendaItem?> ItemAsync(Database database, OpenedCongress opened, long id, CancellationToken stop) =>
        database.Set<AgendaItem>().FirstOrDefaultAsync(one => one.Id == id && one.CongressId == opened.Congress, stop);

    private Task CommitAsync(
        Database database,
        Actor actor,
        OpenedCongress opened,
        string deed,
        object after,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            database,
            actor,
            new(deed, opened.Key, opened.Place.Name, After: after),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
}
