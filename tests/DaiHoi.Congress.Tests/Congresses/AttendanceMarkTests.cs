using System.Net;
using DaiHoi.Web.Congresses.Hall;
using static DaiHoi.Web.Tests.Congresses.CountedHall;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Marks of who comes and goes: late, early, twice, mistaken, out of their order.</summary>
public abstract class AttendanceMarkTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AttendanceMarkTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : AttendanceMarkTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_mark_that_arrives_twice_counts_once()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        var an = numbers["Nguyễn Văn An"];
        for (var again = 0; again < 3; again++)
            await Assembled.DoneAsync(assembled.MarkAsync(door, session, an, "Arrived", "k1"));
        // Another desk marks him too.
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, an, "Arrived", "k2"));
        var count = await CountAsync(assembled, session);
        Assert.Equal((3, 1, 2), (count.Summoned, count.Present, count.Awaited));
        // Two thirds of three are two.
        Assert.False(count.Quorum!.Value);
        await Assembled.DoneAsync(assembled.MarkAsync(door, session, numbers["Trần Thị Bình"], "Arrived", "k3"));
        Assert.True((await CountAsync(assembled, session)).Quorum!.Value);
        // The same key for somebody else is nobody's mark.
        using var forged = await assembled.MarkAsync(door, session, numbers["Lê Văn Chính"], "Arrived", "k1");
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task Late_early_excused_and_cleared_are_told_apart()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        // It is nine in the morning.
        var session = await assembled.SessionAsync("8:00", "11:30");
        var numbers = await assembled.NumbersAsync(session);
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        Task MarkAsync(string name, string mark, string key, params (string, string)[] fields) =>
            Assembled.DoneAsync(assembled.MarkAsync(door, session, numbers[name], mark, key, fields));
        Assert.Contains(
            "chưa có mặt nên không thể ra về",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.MarkAsync(door, session, numbers["Nguyễn Văn An"], "Left", "k0")
            ),
            StringComparison.Ordinal
        );
        await MarkAsync("Nguyễn Văn An", "Arrived", "k1");
        // The line was down for an hour and a half: he was in time.
        await MarkAsync("Trần Thị Bình", "Arrived", "k2", ("ago", "5400000"));
        await MarkAsync("Trần Thị Bình", "Left", "k3");
        await MarkAsync("Lê Văn Chính", "Unexcused", "k4");
        await MarkAsync("Lê Văn Chính", "Excused", "k5");
        var page = WebUtility.HtmlDecode(await door.ReadAsync($"{Assembled.District}/diem-danh?phien={session}"));
        Assert.Contains("Có mặt, đến muộn lúc 09:00", page, StringComparison.Ordinal);
        Assert.Contains("Về sớm lúc 09:00", page, StringComparison.Ordinal);
        var count = await CountAsync(assembled, session);
        Assert.Equal((1, 1, 1, 0), (count.Present, count.Left, count.Excused, count.Unexcused));
        // Taken back mark by mark: first the reason, then the absence.
        await MarkAsync("Lê Văn Chính", "Cleared", "k6");
        count = await CountAsync(assembled, session);
        Assert.Equal((0, 1, 0), (count.Excused, count.Unexcused, count.Awaited));
        await MarkAsync("Lê Văn Chính", "Cleared", "k7");
        count = await CountAsync(assembled, session);
        Assert.Equal((0, 0, 1), (count.Excused, count.Unexcused, count.Awaited));
    }

    [Fact]
    public async Task Who_stays_away_throughout_for_a_reason_of_the_rules_leaves_the_base()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        foreach (var name in new[] { "Nguyễn Văn An", "Trần Thị Bình" })
            await Assembled.DoneAsync(
                assembled.SendAsync(
                    "tham-tra",
                    "Deduct",
                    ("id", $"{numbers[name]}"),
                    ("code", "delegate-absent-throughout-without-alternate")
                )
            );
        var found = await BaseAsync(assembled);
        // An has come to a session, so he stays in the base whatever was written of him.
        Assert.Equal((3, 1, 1), (found!.Summoned, found.Present, found.Deducted.Sum(one => one.Count)));
    }

    [Fact]
    public async Task Who_was_marked_by_mistake_has_not_come_and_who_comes_after_has()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync("8:00", "11:30");
        var numbers = await assembled.NumbersAsync(session);
        Task MarkAsync(string name, string mark, string key, params (string, string)[] fields) =>
            Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers[name], mark, key, fields));
        await MarkAsync("Nguyễn Văn An", "Arrived", "k1", ("ago", "1200000"));
        await MarkAsync("Trần Thị Bình", "Arrived", "k2", ("ago", "1200000"));
        await MarkAsync("Trần Thị Bình", "Cleared", "k3", ("ago", "600000"));
        await MarkAsync("Lê Văn Chính", "Arrived", "k4", ("ago", "5400000"));
        await MarkAsync("Lê Văn Chính", "Cleared", "k5", ("ago", "1200000"));
        await MarkAsync("Lê Văn Chính", "Arrived", "k6");
        foreach (var name in numbers.Keys)
            await Assembled.DoneAsync(
                assembled.SendAsync(
                    "tham-tra",
                    "Deduct",
                    ("id", $"{numbers[name]}"),
                    ("code", "delegate-absent-throughout-without-alternate")
                )
            );
        var hall = assembled.Site.Service<HallReading>();
        var found = await BaseAsync(assembled);
        Assert.Equal((3, 2, 1), (found!.Summoned, found.Present, found.Deducted.Sum(one => one.Count)));
        var attendance = await hall.AttendanceAsync(await CongressAsync(assembled), CancellationToken.None);
        Assert.Equal((3, 2), (attendance!.Summoned, attendance.Came));
        // He came in time for nobody: the mark before was not his.
        Assert.Contains(
            "Có mặt, đến muộn lúc 09:00",
            WebUtility.HtmlDecode(
                await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}&tim=le van chinh")
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_wrong_departure_is_taken_back_and_the_arrival_stays()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false));
        var session = await assembled.SessionAsync("9:30", "11:30");
        var an = (await assembled.NumbersAsync(session))["Nguyễn Văn An"];
        Task MarkAsync(string mark, string key, params (string, string)[] fields) =>
            Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, an, mark, key, fields));
        async Task<string> DoorAsync() =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}"));
        await MarkAsync("Arrived", "k1", ("ago", "300000"));
        await MarkAsync("Left", "k2");
        Assert.Contains("Về sớm lúc 09:00", await DoorAsync(), StringComparison.Ordinal);
        await MarkAsync("Cleared", "k3", ("sees", "Left"));
        // Another desk still shows him as gone, and takes the same mark back.
        await MarkAsync("Cleared", "k4", ("sees", "Left"));
        Assert.Contains("Có mặt lúc 08:55", await DoorAsync(), StringComparison.Ordinal);
        var count = await CountAsync(assembled, session);
        Assert.Equal((1, 0, 1), (count.Present, count.Left, count.Awaited));
        Assert.Equal(1, (await BaseAsync(assembled))!.Present);
        var attendance = await assembled
            .Site.Service<HallReading>()
            .AttendanceAsync(await CongressAsync(assembled), CancellationToken.None);
        Assert.Equal((2, 1), (attendance!.Summoned, attendance.Came));
        // The list that the door keeps says what a further mistake would bring back.
        Assert.Contains(
            "\"mark\":\"Arrived\",\"state\":\"Có mặt lúc 08:55\",\"before\":{\"mark\":null,\"state\":\"Chưa điểm danh\"}",
            System.Text.RegularExpressions.Regex.Unescape(
                await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}&handler=List")
            ),
            StringComparison.Ordinal
        );
        await MarkAsync("Cleared", "k5");
        Assert.Equal(0, (await CountAsync(assembled, session)).Present);
        await using var database = Database.Factory.Create();
        Assert.Equal(4, database.Set<AttendanceMark>().Count(mark => mark.SessionId == session));
    }

    [Fact]
    public async Task A_departure_that_arrives_before_its_arrival_is_kept_by_its_moment()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false));
        var session = await assembled.SessionAsync("8:00", "11:30");
        var numbers = await assembled.NumbersAsync(session);
        Task MarkAsync(string name, string mark, string key, string ago) =>
            Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers[name], mark, key, ("ago", ago)));
        // Two doors without their lines: he went out at one an hour after he had come in at the other, which sends later.
        await MarkAsync("Nguyễn Văn An", "Left", "k1", "600000");
        Assert.Equal(0, (await CountAsync(assembled, session)).Present);
        await MarkAsync("Nguyễn Văn An", "Arrived", "k2", "4200000");
        var count = await CountAsync(assembled, session);
        Assert.Equal((0, 1, 1), (count.Present, count.Left, count.Awaited));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}"));
        Assert.Contains("Về sớm lúc 08:50", page, StringComparison.Ordinal);
        // She came in at one door in time, and is seen by another an hour later, which has its line.
        await MarkAsync("Trần Thị Bình", "Arrived", "k3", "0");
        await MarkAsync("Trần Thị Bình", "Arrived", "k4", "3660000");
        Assert.Equal(1, (await CountAsync(assembled, session)).Present);
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}"));
        Assert.Contains("Có mặt lúc 09:00", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN", 0)]
    [InlineData("-Infinity", 0)]
    [InlineData("-5", 0)]
    [InlineData("Infinity", 24)]
    [InlineData("1e300", 24)]
    public async Task However_a_telephone_reckons_its_mark_happened_within_a_day(string ago, int hours)
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false));
        var session = await assembled.SessionAsync();
        var an = (await assembled.NumbersAsync(session))["Nguyễn Văn An"];
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, an, "Arrived", "k1", ("ago", ago)));
        await using var database = Database.Factory.Create();
        var mark = Assert.Single(database.Set<AttendanceMark>().ToList());
        Assert.Equal(TimeSpan.FromHours(hours), mark.RecordedAt - mark.At);
    }

    [Fact]
    public async Task Who_was_let_out_by_mistake_has_been_there_all_the_time()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false));
        var session = await assembled.SessionAsync("8:00", "11:30");
        var an = (await assembled.NumbersAsync(session))["Nguyễn Văn An"];
        Task MarkAsync(string mark, string key, params (string, string)[] fields) =>
            Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, an, mark, key, fields));
        await MarkAsync("Arrived", "k1", ("ago", "5400000"));
        await MarkAsync("Left", "k2");
        await MarkAsync("Cleared", "k3");
        Assert.Equal("1", await PresentAsync(assembled, session));
        // The same once more changes nothing; the page before, with another of its buttons, is told to be old.
        await MarkAsync("Cleared", "k3");
        Assert.Equal("1", await PresentAsync(assembled, session));
        await Assembled.RefusedAsync(
            HttpStatusCode.Conflict,
            assembled.MarkAsync(assembled.Officer, session, an, "Cleared", "k1")
        );
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}"));
        Assert.Contains("Có mặt lúc 07:30", page, StringComparison.Ordinal);
        Assert.DoesNotContain("đến muộn", page, StringComparison.Ordinal);
        // A second press takes back that he came at all.
        await MarkAsync("Cleared", "k4");
        Assert.Equal("0", await PresentAsync(assembled, session));
    }
}
