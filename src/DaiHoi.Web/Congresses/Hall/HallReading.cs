using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>What holds of somebody in one session.</summary>
/// <param name="Last">null where nothing was noted</param>
/// <param name="FirstArrived">in UTC; null where he has not come</param>
internal sealed record AttendanceStanding(AttendanceMark? Last, DateTime? FirstArrived)
{
    public static readonly AttendanceStanding None = new(null, null);

    public Attendance? Mark => Last is null or { Mark: Attendance.Cleared } ? null : Last.Mark;

    public bool IsPresent => Mark == Attendance.Arrived;
}

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
        return await database
            .Set<CongressSession>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress)
            .OrderBy(one => one.StartsAt)
            .ThenBy(one => one.Id)
            .ToListAsync(stop);
    }

    /// <summary>What holds of each delegate in a session, by his id; who has no mark is not there.</summary>
    internal async Task<Dictionary<long, AttendanceStanding>> StandingsAsync(long session, CancellationToken stop)
    {
        await using var database = databases.Create();
        var marks = await database
            .Set<AttendanceMark>()
            .AsNoTracking()
            .Where(one => one.SessionId == session)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id)
            .ToListAsync(stop);
        return marks
            .GroupBy(one => one.DelegateId)
            .ToDictionary(
                those => those.Key,
                those => new AttendanceStanding(those.Last(), those.FirstOrDefault(one => one.Mark == Attendance.Arrived)?.At)
            );
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
        var marks = await sql.ListAsync(
            Counted,
            row => row.IsDBNull(1) ? (Attendance?)null : Enum.Parse<Attendance>(row.GetString(1)),
            stop,
            ("s", session),
            ("c", congress)
        );
        var summoned = marks.Count;
        var present = marks.Count(mark => mark == Attendance.Arrived);
        return new(
            summoned,
            present,
            marks.Count(mark => mark == Attendance.Left),
            marks.Count(mark => mark == Attendance.Excused),
            marks.Count(mark => mark == Attendance.Unexcused),
            marks.Count(mark => mark is null or Attendance.Cleared),
            rules.Congress.Quorum.Value.LeastOf(summoned),
            summoned == 0 ? null : Quorum.Of(rules, summoned, present)
        );
    }

    /// <summary>How many are summoned to a congress; 0 where it has no list.</summary>
    public async Task<int> SummonedAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await DelegateListing
            .Standing(database, congress)
            .CountAsync(one => !one.IsAlternate || one.TookPlaceAt != null, stop);
    }

    /// <summary>Ids of the delegates who have come to any session so far.</summary>
    internal async Task<HashSet<long>> CameAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var came = await database
            .Set<AttendanceMark>()
            .Where(one => one.Mark == Attendance.Arrived)
            .Join(
                database.Set<CongressSession>().Where(one => one.CongressId == congress),
                mark => mark.SessionId,
                one => one.Id,
                (mark, _) => mark.DelegateId
            )
            .Distinct()
            .ToListAsync(stop);
        return [.. came];
    }

    /// <summary>Who was summoned to a congress and who of them came to any session; null where nobody was summoned.</summary>
    public async Task<HallAttendance?> AttendanceAsync(long congress, CancellationToken stop)
    {
        var there = await CameAsync(congress, stop);
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

    /// <summary>The figures for an election that is held now: of the session that is under way, or was last.</summary>
    /// <param name="now">in UTC</param>
    /// <returns>null where no session is known or nobody is summoned</returns>
    public async Task<HallBase?> BaseAsync(RuleSet rules, CongressKind kind, long congress, DateTime now, CancellationToken stop)
    {
        var sessions = await SessionsAsync(congress, stop);
        if (sessions.FindLast(one => one.StartsAt <= now.AddHours(1)) is not { } session)
            return null;
        var count = await CountAsync(rules, congress, session.Id, stop);
        if (count.Summoned == 0)
            return null;
        var there = await CameAsync(congress, stop);
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
}
