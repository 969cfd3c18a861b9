using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>A mark as a desk sends it.</summary>
/// <param name="Key">of this one mark; the same once more changes nothing</param>
/// <param name="Ago">how long ago it happened: a desk that was cut off sends later, and its clock may be wrong</param>
/// <param name="Note">why somebody stays away who has a reason; null where nobody has said</param>
/// <param name="Sees">what the desk shows of him: a mark that takes that back takes back nothing else; null where it does not say</param>
/// <param name="IsAfterwards">the door knows that the session is over, and notes who was there</param>
internal sealed record SentMark(
    long Delegate,
    Attendance Mark,
    string? Key,
    TimeSpan Ago,
    string? Desk,
    string? Note,
    bool IsAfterwards = false,
    Attendance? Sees = null
);

/// <summary>What became of a mark.</summary>
/// <param name="Since">when he had come already, where he had</param>
/// <param name="Elsewhere">the session that was meant when it happened, where it is refused because the door has one that is over</param>
internal sealed record MarkAnswer(
    Answer Answer,
    ListedDelegate? Delegate = null,
    AttendanceMark? Since = null,
    CongressSession? Elsewhere = null
);

/// <summary>Marks who comes and goes. Any number of desks at once; nobody is counted twice, because a count is of people.</summary>
internal sealed class CheckingIn(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Longer than any session.</summary>
    public static readonly TimeSpan LongestAgo = TimeSpan.FromHours(24);

    /// <summary>A mark that has waited longer was made without the line.</summary>
    private static readonly TimeSpan Delayed = TimeSpan.FromSeconds(5);

    public async Task<MarkAnswer> MarkAsync(
        Actor actor,
        OpenedCongress opened,
        long session,
        SentMark sent,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayCheckIn)
            return new(Answer.NotFound);
        if (sent.Key is not { Length: > 0 and <= AttendanceMark.LongestKey })
            return new(Answer.Refused("", "attendance-key-missing"));
        if (sent.Note is { Length: > AttendanceMark.LongestNote })
            return new(Answer.Refused("", "congress-text-long", AttendanceMark.LongestNote));
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var sessions = await HallReading.SessionsAsync(database, opened.Congress, stop);
        if (sessions.Find(one => one.Id == session) is not { } asked)
            return new(Answer.NotFound);
        if (
            await database
                .Set<ListedDelegate>()
                .AsNoTracking()
                .FirstOrDefaultAsync(one => one.Id == sent.Delegate && one.CongressId == opened.Congress, stop)
            is not { } who
        )
            return new(Answer.NotFound);
        // Two desks that mark one man in the same moment: one of them waits here and finds the other's mark.
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from listed_delegate where id = {who.Id} for update", stop);
        if (
            await database.Set<AttendanceMark>().AsNoTracking().FirstOrDefaultAsync(one => one.Key == sent.Key, stop) is { } known
        )
            return new(
                known.SessionId != session || known.DelegateId != who.Id ? Answer.NotFound
                    : known.Mark == sent.Mark ? Answer.Already(known.Id)
                    // The page before, brought back by the browser, with another of its buttons.
                    : Answer.Taken("attendance-form-old"),
                who,
                known
            );
        if (!who.IsSummoned)
            return new(
                Answer.Refused("", who.IsOnList ? "attendance-alternate" : "attendance-not-on-list", who.EndReason ?? ""),
                who
            );
        if (await ElsewhereAsync(database, sessions, asked, sent, stop) is { } other)
            return new(Answer.Refused("", "attendance-session-over", asked.Name, other.Name), who, Elsewhere: other);
        var marks = await database
            .Set<AttendanceMark>()
            .AsNoTracking()
            .Where(one => one.SessionId == session && one.DelegateId == who.Id)
            .ToListAsync(stop);
        var at = Behind(marks.MaxBy(one => (one.At, one.Id)), sent, clock.UtcNow - Clamp(sent.Ago));
        // A mark that comes late is held against what was known at its own moment, whatever doors have noted since.
        var last = AttendanceStanding.Of(marks.Where(one => one.At <= at)).Last;
        var note = sent.Mark == Attendance.Excused ? TypedLine.Of(sent.Note) : null;
        // A reason that comes later is noted beside the same absence.
        if (last?.Mark == sent.Mark && (note is null || last.Note == note))
            return new(Answer.Already(last.Id), who, last);
        if (sent.Mark == Attendance.Cleared && (last is null || (sent.Sees is { } seen && seen != last.Mark)))
            return new(Answer.Already(last?.Id ?? 0), who, last);
        // Who goes out at one door may have come in at another that is still without its line.
        if (sent.Mark == Attendance.Left && last?.Mark != Attendance.Arrived && IsNow(sent))
            return new(Answer.Refused("", "attendance-left-not-there"), who);
        var mark = new AttendanceMark
        {
            SessionId = session,
            DelegateId = who.Id,
            Mark = sent.Mark,
            At = at,
            RecordedAt = clock.UtcNow,
            ByName = actor.Name,
            Desk = Shortened(sent.Desk),
            Key = sent.Key,
            Note = note,
        };
        database.Add(mark);
        await database.SaveChangesAsync(stop);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "attendance.marked",
                ListedDelegate.KeyOf(who.Id),
                opened.Place.Name,
                After: new
                {
                    attendance = mark.Mark,
                    session,
                    desk = mark.Desk.Length == 0 ? null : mark.Desk,
                }
            ),
            [HallKey(opened.Congress)],
            stop
        );
        return new(Answer.Done(mark.Id), who, mark);
    }

    /// <summary>
    /// The session into which somebody came, where it is another than the door believes: its page was opened before that one was
    /// over, and has been left open since. What was noted in time and comes late belongs where it says.
    /// </summary>
    private async Task<CongressSession?> ElsewhereAsync(
        Database database,
        List<CongressSession> sessions,
        CongressSession asked,
        SentMark sent,
        CancellationToken stop
    )
    {
        var happened = clock.UtcNow - Clamp(sent.Ago);
        if (sent.Mark != Attendance.Arrived || sent.IsAfterwards || happened < asked.EndsAt)
            return null;
        var meant = PresentSession.Of(
            sessions,
            await HallReading.UnderWayAsync(database, asked.CongressId, happened, stop),
            happened
        );
        return meant?.Id == asked.Id ? null : meant;
    }

    /// <summary>
    /// When it happened. What a door notes now comes behind everything noted before, even where the clock was set back meanwhile; and
    /// who was let in is there, though another door had him down as absent because it did not know.
    /// </summary>
    private static DateTime Behind(AttendanceMark? last, SentMark sent, DateTime at)
    {
        var wasUnknown = sent.Mark == Attendance.Arrived && last is { Mark: Attendance.Excused or Attendance.Unexcused };
        return last is not null && last.At >= at && (IsNow(sent) || wasUnknown) ? last.At.AddMicroseconds(1) : at;
    }

    /// <summary>Announced with each mark: who shows a count asks anew.</summary>
    public static string HallKey(long congress) => FormattableString.Invariant($"hall:{congress}");

    private static bool IsNow(SentMark sent) => Clamp(sent.Ago) < Delayed;

    private static TimeSpan Clamp(TimeSpan ago) =>
        ago < TimeSpan.Zero ? TimeSpan.Zero
        : ago > LongestAgo ? LongestAgo
        : ago;

    private static string Shortened(string? desk) =>
        TypedLine.Of(desk) is not { } name ? ""
        : name.Length <= AttendanceMark.LongestDesk ? name
        : name[..AttendanceMark.LongestDesk];
}
