using System.Net;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Campaigns;
using static DaiHoi.Web.Tests.Congresses.CountedHall;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>The doors of the hall: several at once, over lines that break, each for the session under way.</summary>
public abstract class DoorTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DoorTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DoorTests(database), IClassFixture<PostgresTestDatabase>;

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

    private static async Task<Person> OfficerAsync(Site site)
    {
        var where = await site.Service<DaiHoi.Web.Organisations.OrganisationTree>().FindAsync("T002", CancellationToken.None);
        return new(7, "Bàn điểm danh", [new(Role.Officer, where!.Path)]);
    }
}
