using System.Net;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
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
        await MarkAsync("Lê Văn Chính", "Cleared", "k6");
        count = await CountAsync(assembled, session);
        Assert.Equal((0, 1), (count.Excused, count.Awaited));
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
                assembled.ListAsync($"Đại biểu {i:00}", "Elected", ("organisation", i % 2 == 0 ? "T003" : "T004"))
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
        var rules = DaiHoi.Rules.RuleSets.RuleSet.Named("vn-2020")!;
        var found = await assembled
            .Site.Service<HallReading>()
            .BaseAsync(
                rules,
                DaiHoi.Rules.Delegates.CongressKind.Delegates,
                await CongressAsync(assembled),
                assembled.Site.Service<Platform.Time.SiteClock>().UtcNow,
                CancellationToken.None
            );
        // An has come to a session, so he stays in the base whatever was written of him.
        Assert.Equal((3, 1, 1), (found!.Summoned, found.Present, found.Deducted.Sum(one => one.Count)));
    }

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
}
