using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>What holds of somebody in one session.</summary>
/// <param name="Last">the mark that holds; null where none does</param>
/// <param name="FirstArrived">in UTC; null where he has not come</param>
/// <param name="Before">what holds again when that mark is taken back; null where none holds</param>
/// <param name="Noted">number of the last mark of him, though it was taken back; 0 where there is none</param>
internal sealed record AttendanceStanding(
    AttendanceMark? Last,
    DateTime? FirstArrived,
    AttendanceStanding? Before = null,
    long Noted = 0
)
{
    public static readonly AttendanceStanding None = new(null, null);

    /// <summary>
    /// From all marks of one delegate in one session. One that says «ghi nhầm» takes back the mark that held when it was noted, and
    /// none besides: a mark of an earlier moment that another door sends later was not meant by it.
    /// </summary>
    public static AttendanceStanding Of(IEnumerable<AttendanceMark> marks)
    {
        var held = new List<AttendanceMark>();
        var noted = 0L;
        foreach (var mark in marks.OrderBy(one => one.At).ThenBy(one => one.Id))
        {
            noted = Math.Max(noted, mark.Id);
            if (mark.Mark != Attendance.Cleared)
                held.Add(mark);
            else if (held.FindLastIndex(one => one.Id < mark.Id) is >= 0 and var mistaken)
                held.RemoveAt(mistaken);
        }
        var standing = None;
        foreach (var mark in held)
            standing = new(mark, standing.FirstArrived ?? (mark.Mark == Attendance.Arrived ? mark.At : null), standing);
        return standing with { Noted = noted };
    }

    public Attendance? Mark => Last?.Mark;

    public bool IsPresent => Mark == Attendance.Arrived;

    public bool IsAbsent => Mark is Attendance.Excused or Attendance.Unexcused;

    /// <summary>Why he stays away, where the door has noted it.</summary>
    public string? Reason => Mark == Attendance.Excused ? Last!.Note : null;
}

/// <summary>Who has come to a congress so far, in any of its sessions, and what doors have noted of those who have not.</summary>
/// <param name="Came">ids of delegates</param>
/// <param name="Absent">the last that was noted of somebody who has not come, by his id</param>
internal sealed record CongressAttendance(IReadOnlySet<long> Came, IReadOnlyDictionary<long, AttendanceStanding> Absent);

/// <summary>How many of those summoned are in the hall.</summary>
/// <param name="Awaited">of whom nothing was noted</param>
/// <param name="Needed">the least number who must be there</param>
/// <param name="Quorum">what the rules say of it; null where nobody is summoned</param>
public sealed record HallCount(
    long Summoned,
    long Present,
    long Left,
    long Excused,
    long Unexcused,
    long Awaited,
    long Needed,
    Decision<bool>? Quorum
);

/// <summary>The figures of the hall against which an election is counted.</summary>
/// <param name="Deducted">of those summoned, who do not count: absent from every session so far, and with a reason of the rules</param>
public sealed record HallBase(long Summoned, long Present, IReadOnlyList<Deducted> Deducted);

/// <summary>Who was summoned and who came.</summary>
/// <param name="LastDay">of the last session; null where no session is known</param>
public sealed record HallAttendance(int Summoned, int Came, DateOnly? LastDay);

/// <summary>Reads who is in the hall.</summary>
public sealed class HallReading
{
    private readonly DatabaseFactory databases;
    private readonly Sql sql;
    private readonly SiteClock clock;

    internal HallReading(DatabaseFactory databases, Sql sql, SiteClock clock) =>
        (this.databases, this.sql, this.clock) = (databases, sql, clock);

    internal async Task<List<CongressSession>> SessionsAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await SessionsAsync(database, congress, stop);
    }

    /// <summary>In their order.</summary>
    internal static Task<List<CongressSession>> SessionsAsync(Database database, long congress, CancellationToken stop) =>
        database
            .Set<CongressSession>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress)
            .OrderBy(one => one.StartsAt)
            .ThenBy(one => one.Id)
            .ToListAsync(stop);

    /// <summary>The item of the agenda that was under way at a moment; null where none was.</summary>
    /// <param name="moment">in UTC</param>
    internal static Task<AgendaItem?> UnderWayAsync(Database database, long congress, DateTime moment, CancellationToken stop) =>
        database
            .Set<AgendaItem>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress && one.BegunAt <= moment && (one.EndedAt == null || one.EndedAt > moment))
            .OrderByDescending(one => one.BegunAt)
            .FirstOrDefaultAsync(stop);

    /// <summary>What holds of each delegate in a session, by his id; who has no mark is not there.</summary>
    internal async Task<Dictionary<long, AttendanceStanding>> StandingsAsync(long session, CancellationToken stop)
    {
        await using var database = databases.Create();
        var marks = await database.Set<AttendanceMark>().AsNoTracking().Where(one => one.SessionId == session).ToListAsync(stop);
        return marks.GroupBy(one => one.DelegateId).ToDictionary(those => those.Key, AttendanceStanding.Of);
    }

    // One seek per person of the list, by the index (session, delegate, at): some thousands at most.
    private const string Counted = """
        select d.id, (
            select m.mark from attendance_mark m
            where m.session_id = @s and m.delegate_id = d.id order by m.at desc, m.id desc limit 1)
        from listed_delegate d
        where d.congress_id = @c and d.ended_at is null and (d.is_alternate = false or d.took_place_at is not null)
        """;

    /// <summary>The count of a session now.</summary>
    public async Task<HallCount> CountAsync(RuleSet rules, long congress, long session, CancellationToken stop)
    {
        var last = await sql.ListAsync(
            Counted,
            row => (Who: row.GetInt64(0), Mark: row.IsDBNull(1) ? (Attendance?)null : Enum.Parse<Attendance>(row.GetString(1))),
            stop,
            ("s", session),
            ("c", congress)
        );
        var marks = await HoldingAsync(session, last, stop);
        var summoned = marks.Count;
        var present = marks.Count(mark => mark == Attendance.Arrived);
        return new(
            summoned,
            present,
            marks.Count(mark => mark == Attendance.Left),
            marks.Count(mark => mark == Attendance.Excused),
            marks.Count(mark => mark == Attendance.Unexcused),
            marks.Count(mark => mark is null),
            rules.Congress.Quorum.Value.LeastOf(summoned),
            summoned == 0 ? null : Quorum.Of(rules, summoned, present)
        );
    }

    /// <summary>Only of those whose last mark takes another back all marks are read: they are few.</summary>
    private async Task<List<Attendance?>> HoldingAsync(
        long session,
        List<(long Who, Attendance? Mark)> last,
        CancellationToken stop
    )
    {
        var cleared = last.Where(one => one.Mark == Attendance.Cleared).Select(one => one.Who).ToList();
        if (cleared.Count == 0)
            return last.ConvertAll(one => one.Mark);
        await using var database = databases.Create();
        var marks = await database
            .Set<AttendanceMark>()
            .AsNoTracking()
            .Where(one => one.SessionId == session && cleared.Contains(one.DelegateId))
            .ToListAsync(stop);
        var standings = marks.ToLookup(one => one.DelegateId);
        return last.ConvertAll(one => one.Mark == Attendance.Cleared ? AttendanceStanding.Of(standings[one.Who]).Mark : one.Mark);
    }

    /// <summary>How many are summoned to a congress; 0 where it has no list.</summary>
    public async Task<int> SummonedAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await DelegateListing
            .Standing(database, congress)
            .CountAsync(one => !one.IsAlternate || one.TookPlaceAt != null, stop);
    }

    /// <summary>Who has come so far: what was cleared as a mistake brings nobody in.</summary>
    internal async Task<CongressAttendance> AttendedAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var marks = await database
            .Set<AttendanceMark>()
            .AsNoTracking()
            .Join(
                database.Set<CongressSession>().Where(one => one.CongressId == congress),
                mark => mark.SessionId,
                one => one.Id,
                (mark, _) => mark
            )
            .ToListAsync(stop);
        var standings = marks
            .GroupBy(mark => (mark.DelegateId, mark.SessionId))
            .Select(those => (Who: those.Key.DelegateId, Standing: AttendanceStanding.Of(those)))
            .ToList();
        var came = standings.Where(one => one.Standing.FirstArrived is not null).Select(one => one.Who).ToHashSet();
        return new(
            came,
            standings
                .Where(one => one.Standing.IsAbsent && !came.Contains(one.Who))
                .GroupBy(one => one.Who, one => one.Standing)
                .ToDictionary(those => those.Key, those => those.MaxBy(one => (one.Last!.At, one.Last.Id))!)
        );
    }

    /// <summary>Who was summoned to a congress and who of them came to any session; null where nobody was summoned.</summary>
    public async Task<HallAttendance?> AttendanceAsync(long congress, CancellationToken stop)
    {
        var there = (await AttendedAsync(congress, stop)).Came;
        await using var database = databases.Create();
        var listed = await DelegateListing.Standing(database, congress).AsNoTracking().ToListAsync(stop);
        var summoned = listed.Where(one => one.IsSummoned).ToList();
        if (summoned.Count == 0)
            return null;
        var sessions = await SessionsAsync(congress, stop);
        return new(
            summoned.Count,
            summoned.Count(one => there.Contains(one.Id)),
            sessions.Count == 0 ? null : clock.DayOf(sessions[^1].StartsAt)
        );
    }

    /// <summary>The figures for an election that is held now: of the session that is meant now.</summary>
    /// <param name="now">in UTC</param>
    /// <returns>null where no session has come yet or nobody is summoned</returns>
    public async Task<HallBase?> BaseAsync(RuleSet rules, CongressKind kind, long congress, DateTime now, CancellationToken stop)
    {
        // A committee meets by itself: the door of the congress has counted others.
        if (kind == CongressKind.Committee)
            return null;
        if (await PresentAsync(congress, now, stop) is not { } session || !PresentSession.IsNear(session, now))
            return null;
        var count = await CountAsync(rules, congress, session.Id, stop);
        if (count.Summoned == 0)
            return null;
        var there = (await AttendedAsync(congress, stop)).Came;
        await using var database = databases.Create();
        var deducted = (
            await DelegateListing
                .Standing(database, congress)
                .Where(one => one.DeductedFor != null)
                .AsNoTracking()
                .ToListAsync(stop)
        ).Where(one => one.IsSummoned && !there.Contains(one.Id));
        return new(
            count.Summoned,
            count.Present,
            [
                .. deducted
                    .GroupBy(one => one.DeductedFor!, StringComparer.Ordinal)
                    .Where(those => Base.Deduction(rules, kind, those.Key) is not null)
                    .Select(those => new Deducted(those.Key, those.LongCount())),
            ]
        );
    }

    /// <summary>The session that is meant now (<see cref="PresentSession"/>); null where the congress has none.</summary>
    /// <param name="now">in UTC</param>
    private async Task<CongressSession?> PresentAsync(long congress, DateTime now, CancellationToken stop)
    {
        await using var database = databases.Create();
        var begun = await database
            .Set<AgendaItem>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress && one.BegunAt != null && one.EndedAt == null)
            .ToListAsync(stop);
        return PresentSession.Of(await SessionsAsync(congress, stop), begun.MaxBy(one => one.BegunAt), now);
    }
}
