using System.Net;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Who comes and goes: at several doors, over lines that break, counted once.</summary>
public abstract class CheckInTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : CheckInTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : CheckInTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Who_was_let_in_is_there_though_another_door_had_him_down_as_absent()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        var (an, binh) = (numbers["Nguyễn Văn An"], numbers["Trần Thị Bình"]);
        // Let in a minute ago by a door without its line; meanwhile another door noted that he stays away.
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, an, "Unexcused", "k1"));
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, an, "Arrived", "k2", ("ago", "60000")));
        Assert.Equal("1", await PresentAsync(assembled, session));
        // The page from before, brought back, with another of its buttons: nothing is noted, and nothing is said to be.
        Assert.Contains(
            "Trang này đã cũ",
            await Assembled.RefusedAsync(
                HttpStatusCode.Conflict,
                assembled.MarkAsync(assembled.Officer, session, an, "Left", "k2")
            ),
            StringComparison.Ordinal
        );
        // An absence that comes late takes nobody out of the hall.
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, binh, "Arrived", "k3"));
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, binh, "Unexcused", "k4", ("ago", "60000")));
        Assert.Equal("2", await PresentAsync(assembled, session));
        // The clock is set back by half an hour: who goes now has gone.
        assembled.Site.Time.Advance(TimeSpan.FromMinutes(-30));
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, binh, "Left", "k5"));
        Assert.Equal("1", await PresentAsync(assembled, session));
    }

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
    public async Task A_badge_opens_its_delegate_to_the_door_and_nothing_to_others()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, true));
        var session = await assembled.SessionAsync();
        var list = await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}&handler=List");
        var badge = System.Text.RegularExpressions.Regex.Match(list, "\"badge\":\"([^\"]+)\"").Groups[1].Value;
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        using var stranger = await Following.SignedInAsync(assembled.Site, "nguoi-la", "T004", Role.Officer);
        using var hidden = await stranger.GetAsync($"/the/{badge}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var found = await door.GetAsync($"/the/{badge}");
        Assert.Equal($"{Assembled.District}/diem-danh?tim={badge}", found.Headers.Location!.ToString());
        // A hand scanner types the whole address.
        var page = await door.ReadAsync($"{Assembled.District}/diem-danh?tim=https%3A%2F%2Fcong%2Fthe%2F{badge}");
        Assert.Contains("Nguyễn Văn An", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using var unknown = await door.GetAsync("/the/22222222222222222222");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Many_doors_at_once_lose_nobody_and_count_nobody_twice()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        for (var i = 0; i < 30; i++)
            await Assembled.DoneAsync(
                assembled.ListAsync($"Đại biểu {i:00}", "Elected", ("delegation", i % 2 == 0 ? "T003" : "T004"))
            );
        var session = await assembled.SessionAsync();
        var numbers = (await assembled.NumbersAsync(session)).Values.ToList();
        var site = assembled.Site;
        var person = new Person(7, "Bàn điểm danh", [new(Role.Officer, "/")]);
        var opened = await site.Service<CongressBook>().OpenAsync(await OfficerAsync(site), "C", "T002", CancellationToken.None);
        var marking = site.Service<CheckingIn>();
        // Eight desks, each of which marks everybody, in an order of its own.
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(desk =>
                    Task.Run(async () =>
                    {
                        foreach (var who in numbers.OrderBy(number => (number * 31 * (desk + 1)) % 97))
                        {
                            var answer = await marking.MarkAsync(
                                new Actor(person.Id, person.Name, null),
                                opened!,
                                session,
                                new(who, Attendance.Arrived, $"{desk}-{who}", TimeSpan.Zero, $"Bàn {desk}", null),
                                CancellationToken.None
                            );
                            Assert.True(answer.Answer.Stands);
                        }
                    })
                )
        );
        var count = await CountAsync(assembled, session);
        Assert.Equal((30, 30), (count.Summoned, count.Present));
        await using var database = Database.Factory.Create();
        Assert.Equal(30, database.Set<AttendanceMark>().Count(mark => mark.SessionId == session));
        Assert.Equal(30, database.Set<AuditEntry>().Count(entry => entry.Action == "attendance.marked"));
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
    public async Task The_hall_speaks_English_of_several_in_the_plural_and_of_hours_as_clocks_do()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        await assembled.SessionAsync();
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        (await assembled.Officer.GetAsync("/ngon-ngu?l=en&ve=/")).Dispose();
        var screen = await assembled.Officer.ReadAsync($"{Assembled.District}/man-hinh");
        Assert.Contains("Official delegates present", screen, StringComparison.Ordinal);
        Assert.Contains("Quorum: 2", screen, StringComparison.Ordinal);
        Assert.Contains("Not quorate", screen, StringComparison.Ordinal);
        var duties = await assembled.Officer.ReadAsync($"{Assembled.District}/nhiem-vu");
        Assert.Contains("03/03/2020 09:00", duties, StringComparison.Ordinal);
        Assert.DoesNotContain("09:00 SA", duties, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_door_shows_first_who_is_written_as_it_was_typed()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(
            ("Nguyễn Văn An", 80, false),
            ("Nguyễn Văn Ân", 79, false),
            ("Nguyễn Văn Ấn", 78, false),
            ("Nguyễn Văn Anh", 77, false)
        );
        var session = await assembled.SessionAsync();
        async Task<string[]> FoundAsync(string words) =>
            [
                .. System
                    .Text.RegularExpressions.Regex.Matches(
                        WebUtility.HtmlDecode(
                            await assembled.Officer.ReadAsync(
                                $"{Assembled.District}/diem-danh?phien={session}&tim={Uri.EscapeDataString(words)}"
                            )
                        ),
                        "<strong lang=\"vi\">([^<]+)</strong>"
                    )
                    .Select(match => match.Groups[1].Value),
            ];
        Assert.Equal("Nguyễn Văn Ân", (await FoundAsync("nguyễn văn  ân"))[0]);
        Assert.Equal("Nguyễn Văn Ấn", (await FoundAsync("VĂN ẤN"))[0]);
        Assert.Equal("Nguyễn Văn An", (await FoundAsync("văn an"))[0]);
        // Without marks all are found, as before.
        Assert.Equal(4, (await FoundAsync("nguyen van an")).Length);
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
    public async Task A_door_is_told_all_figures_of_the_hall_at_once()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        await Assembled.DoneAsync(
            assembled.MarkAsync(assembled.Officer, session, numbers["Lê Văn Chính"], "Excused", "k2", ("note", "Ốm"))
        );
        var told = System.Text.RegularExpressions.Regex.Unescape(
            await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}&handler=List")
        );
        Assert.Contains(
            "\"present\":\"1\",\"summoned\":\"3\",\"left\":\"0\",\"excused\":\"1\",\"unexcused\":\"0\",\"awaited\":\"1\","
                + "\"isQuorum\":false,\"quorum\":\"Có mặt 1/3",
            told,
            StringComparison.Ordinal
        );
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}"));
        foreach (var figure in (string[])["present", "summoned", "left", "excused", "unexcused", "awaited", "quorum", "article"])
            Assert.Contains($"data-figure=\"{figure}\"", page, StringComparison.Ordinal);
        Assert.Contains("Vắng có lý do: Ốm", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_badge_screen_and_base_mean_the_session_that_is_under_way()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false));
        // It is nine in the morning: the preparatory session has ended, and nobody has begun an item of it.
        await assembled.SessionAsync("7:00", "8:15", "Phiên trù bị", preparatory: true);
        var official = await assembled.SessionAsync("8:20", "11:30", "Phiên chính thức");
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        var numbers = await assembled.NumbersAsync(official);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, official, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        Assert.Equal(1, (await BaseAsync(assembled))!.Present);
        var list = await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={official}&handler=List");
        var badge = System.Text.RegularExpressions.Regex.Match(list, "\"badge\":\"([^\"]+)\"").Groups[1].Value;
        using var found = await assembled.Officer.GetAsync($"/the/{badge}");
        foreach (var path in new[] { found.Headers.Location!.ToString(), $"{Assembled.District}/diem-danh" })
            Assert.Contains(
                $"phien={official}\" aria-current=\"page\"",
                WebUtility.HtmlDecode(await assembled.Officer.ReadAsync(path)),
                StringComparison.Ordinal
            );
        foreach (var page in (string[])["man-hinh", "dieu-hanh"])
            Assert.Contains(
                page == "man-hinh" ? "lang=\"vi\">Phiên chính thức<span>" : "lang=\"vi\">Phiên chính thức</p>",
                WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/{page}")),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task A_door_left_open_from_a_session_that_is_over_notes_nobody_into_it()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        // It is nine in the morning.
        var over = await assembled.SessionAsync("7:00", "8:15", "Phiên trù bị", preparatory: true);
        var official = await assembled.SessionAsync("8:20", "11:30", "Phiên chính thức");
        var numbers = await assembled.NumbersAsync(official);
        Task<HttpResponseMessage> MarkAsync(string name, string mark, string key, params (string, string)[] fields) =>
            assembled.MarkAsync(assembled.Officer, over, numbers[name], mark, key, fields);
        var told = await Assembled.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            MarkAsync("Nguyễn Văn An", "Arrived", "k1", ("ago", "60000"))
        );
        Assert.Contains(
            "«Phiên trù bị» đã kết thúc, nay điểm danh cho «Phiên chính thức»; lần này chưa được ghi.",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains($"phien={official}\" lang=\"vi\">Điểm danh «Phiên chính thức»</a>", told, StringComparison.Ordinal);
        Assert.Equal("0", await PresentAsync(assembled, over));
        // Let in a minute before the end by a door that was cut off.
        await Assembled.DoneAsync(MarkAsync("Nguyễn Văn An", "Arrived", "k2", ("ago", "2760000")));
        // Whoever is asked whether he has come already into the session that is over has not come into the other.
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, MarkAsync("Nguyễn Văn An", "Arrived", "k3"));
        await Assembled.DoneAsync(MarkAsync("Nguyễn Văn An", "Left", "k4"));
        // A page that was opened afterwards says so, and notes who was there.
        foreach (var (session, afterwards) in new[] { (over, true), (official, false) })
        {
            var page = WebUtility.HtmlDecode(
                await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}")
            );
            Assert.Equal(afterwards, page.Contains("Ghi ở trang này là ghi bổ sung", StringComparison.Ordinal));
            Assert.Contains($"name=\"afterwards\" value=\"{(afterwards ? "true" : "false")}\"", page, StringComparison.Ordinal);
        }
        await Assembled.DoneAsync(MarkAsync("Trần Thị Bình", "Arrived", "k5", ("afterwards", "true")));
        await Assembled.DoneAsync(MarkAsync("Lê Văn Chính", "Excused", "k6"));
        Assert.Equal("1", await PresentAsync(assembled, over));
    }

    [Fact]
    public async Task A_session_that_runs_over_takes_who_comes_while_it_does()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        // It is nine in the morning, and what the first session has begun goes on.
        var first = await assembled.SessionAsync("7:00", "8:15", "Phiên thứ nhất", preparatory: true);
        var second = await assembled.SessionAsync("8:20", "11:30", "Phiên thứ hai");
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        var numbers = await assembled.NumbersAsync(second);
        await using var database = Database.Factory.Create();
        var item = database.Set<AgendaItem>().First(one => one.SessionId == first).Id;
        await Assembled.DoneAsync(assembled.SendAsync("dieu-hanh", "Begin", ("id", $"{item}"), ("seen", "true")));
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, first, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        assembled.Site.Time.Advance(TimeSpan.FromMinutes(10));
        await Assembled.DoneAsync(assembled.SendAsync("dieu-hanh", "End", ("id", $"{item}")));
        assembled.Site.Time.Advance(TimeSpan.FromMinutes(5));
        // Ended five minutes ago: who came before belongs here, who comes now does not.
        await Assembled.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            assembled.MarkAsync(assembled.Officer, first, numbers["Trần Thị Bình"], "Arrived", "k2")
        );
        await Assembled.DoneAsync(
            assembled.MarkAsync(assembled.Officer, first, numbers["Trần Thị Bình"], "Arrived", "k3", ("ago", "600000"))
        );
        Assert.Equal("2", await PresentAsync(assembled, first));
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

    private static async Task<HallBase?> BaseAsync(Assembled assembled) =>
        await assembled
            .Site.Service<HallReading>()
            .BaseAsync(
                DaiHoi.Rules.RuleSets.RuleSet.Named("vn-2020")!,
                DaiHoi.Rules.Delegates.CongressKind.Delegates,
                await CongressAsync(assembled),
                assembled.Site.Service<Platform.Time.SiteClock>().UtcNow,
                CancellationToken.None
            );

    private static async Task<Person> OfficerAsync(Site site)
    {
        var where = await site.Service<DaiHoi.Web.Organisations.OrganisationTree>().FindAsync("T002", CancellationToken.None);
        return new(7, "Bàn điểm danh", [new(Role.Officer, where!.Path)]);
    }

    private static async Task<long> CongressAsync(Assembled assembled) =>
        (await assembled.Site.Service<CampaignPlaces>().FindAsync("C", "T002", Assembled.Today, CancellationToken.None))!
            .Value
            .Place
            .Congress!
            .Value;

    private static async Task<HallCount> CountAsync(Assembled assembled, long session) =>
        await assembled
            .Site.Service<HallReading>()
            .CountAsync(
                DaiHoi.Rules.RuleSets.RuleSet.Named("vn-2020")!,
                await CongressAsync(assembled),
                session,
                CancellationToken.None
            );

    private static async Task<string> PresentAsync(Assembled assembled, long session) =>
        System
            .Text.RegularExpressions.Regex.Match(
                await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}&handler=List"),
                "\"present\":\"?(\\d+)"
            )
            .Groups[1]
            .Value;
}
