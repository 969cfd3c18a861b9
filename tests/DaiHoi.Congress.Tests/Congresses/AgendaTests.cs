using System.Globalization;
using System.Net;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using static DaiHoi.Web.Tests.Congresses.WalkedDay;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Sessions and agenda: where they lie, how long they take, what they say, and what no longer moves.</summary>
public abstract class AgendaTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AgendaTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : AgendaTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Sessions_lie_in_the_campaign_and_beside_each_other()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        foreach (var on in (string[])["3/3/2002", "31/12/2019", "4/3/2021"])
            Assert.Contains(
                "từ 01/01/2020 đến 03/03/2021",
                await Assembled.RefusedAsync(
                    HttpStatusCode.UnprocessableEntity,
                    assembled.TrySessionAsync("8:00", "11:00", "Phiên một", on)
                ),
                StringComparison.Ordinal
            );
        var first = await assembled.SessionAsync("8:00", "11:00", "Phiên một");
        Assert.Contains(
            "Trùng giờ với «Phiên một» (08:00–11:00)",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.TrySessionAsync("10:59", "12:00", "Phiên hai")
            ),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.TrySessionAsync("11:00", "12:00", "Phiên hai"));
        // Its own hours are no hours of another.
        await Assembled.DoneAsync(
            assembled.SendAsync(
                "chuong-trinh",
                "Session",
                ("id", $"{first}"),
                ("name", "Phiên một"),
                ("on", "3/3/2020"),
                ("starts", "8:30"),
                ("ends", "11:00")
            )
        );
        foreach (var (minutes, runsOver) in new[] { ("150", false), ("30", true) })
        {
            await Assembled.DoneAsync(
                assembled.SendAsync(
                    "chuong-trinh",
                    "Item",
                    ("session", $"{first}"),
                    ("step", "Discussion"),
                    ("title", "Thảo luận"),
                    ("minutes", minutes)
                )
            );
            var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/chuong-trinh"));
            Assert.Equal(
                runsOver,
                page.Contains("dự kiến đến 11:30 mới xong, muộn hơn giờ kết thúc phiên (11:00) 30 phút", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Sessions_that_take_more_days_than_the_rules_give_are_set_and_told()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        async Task<string> SetAsync(string on, string starts, string ends, bool preparatory = false)
        {
            await Assembled.DoneAsync(assembled.TrySessionAsync(starts, ends, $"Phiên {on}", on, preparatory));
            return WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/chuong-trinh"));
        }
        const string HalfDays = "phiên trù bị không quá 1 buổi, nằm trong thời gian đại hội; 2 buổi: quá quy định. Căn cứ: ";
        const string Days = "không quá 3 ngày; 4 ngày: quá quy định. Căn cứ: ";
        Assert.DoesNotContain(
            "quá quy định",
            await SetAsync("3/3/2020", "7:30", "12:00", preparatory: true),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("quá quy định", await SetAsync("3/3/2020", "13:30", "17:00"), StringComparison.Ordinal);
        Assert.DoesNotContain("quá quy định", await SetAsync("4/3/2020", "7:30", "17:00"), StringComparison.Ordinal);
        Assert.DoesNotContain("quá quy định", await SetAsync("5/3/2020", "7:30", "11:00"), StringComparison.Ordinal);
        // Told once when it is saved, and on the page as long as it is so.
        var page = await SetAsync("6/3/2020", "7:30", "11:00");
        Assert.Equal(2, page.Split(Days).Length - 1);
        Assert.DoesNotContain(HalfDays, page, StringComparison.Ordinal);
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/chuong-trinh"));
        Assert.Equal(1, page.Split(Days).Length - 1);
        page = await SetAsync("5/3/2020", "13:30", "17:00", preparatory: true);
        Assert.Contains(HalfDays, page, StringComparison.Ordinal);
    }

    /// <summary>Hours of preparatory sessions of one congress, and of an official one: what the rules say of them.</summary>
    [Theory]
    [InlineData("vn-2025", "branch", "", "7:30-11:30", "")]
    [InlineData("vn-2025", "branch", "", "7:30-11:30 31:30-35:30", "không quá 1 ngày; 2 ngày")]
    [InlineData("vn-2025", "branch", "7:30-8:30", "9:00-11:30", "không tổ chức phiên trù bị")]
    [InlineData("vn-2025", "grassroots", "", "7:30-17:00 31:30-35:30", "")]
    [InlineData("vn-2025", "district", "7:30-12:00", "13:30-17:00", "")]
    [InlineData(
        "vn-2025",
        "district",
        "7:30-12:01",
        "13:30-17:00",
        "phiên trù bị không quá 1 buổi, nằm trong thời gian đại hội; 2 buổi"
    )]
    [InlineData("vn-2025", "district", "7:30-9:00 9:30-11:30", "13:30-17:00", "")]
    [InlineData(
        "vn-2025",
        "district",
        "14:00-16:00 18:00-19:00",
        "31:30-35:30",
        "phiên trù bị không quá 1 buổi, nằm trong thời gian đại hội; 2 buổi"
    )]
    // Until midnight, not beyond.
    [InlineData("vn-2025", "branch", "", "14:00-24:00", "")]
    [InlineData("vn-2025", "branch", "", "14:00-24:01", "không quá 1 ngày; 2 ngày")]
    // A rule set that says nothing of it.
    [InlineData("association", "branch", "7:30-17:00", "31:30-35:30", "")]
    public void The_rules_say_how_long_a_congress_takes(
        string rules,
        string level,
        string preparatory,
        string official,
        string beyond
    )
    {
        var clock = new Platform.Time.SiteClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        var midnight = clock.ToUtc(Assembled.Today.ToDateTime(TimeOnly.MinValue));
        var sessions = Of(preparatory, isPreparatory: true).Concat(Of(official, isPreparatory: false)).ToList();
        var said = CongressTime.Beyond(Opened(rules, "party", CongressKind.Members, level), sessions, clock);
        Assert.Equal(beyond.Length == 0 ? 0 : 1, said.Count);
        Assert.All(said, one => Assert.Contains(beyond, one.Explanation.Vietnamese, StringComparison.Ordinal));

        IEnumerable<CongressSession> Of(string hours, bool isPreparatory) =>
            hours
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(one => one.Split('-'))
                .Select(ends => new CongressSession
                {
                    CongressId = 1,
                    Name = "Phiên",
                    StartsAt = midnight + At(ends[0]),
                    EndsAt = midnight + At(ends[1]),
                    IsPreparatory = isPreparatory,
                });

        static TimeSpan At(string time) =>
            TimeSpan.FromHours(int.Parse(time.Split(':')[0], CultureInfo.InvariantCulture))
            + TimeSpan.FromMinutes(int.Parse(time.Split(':')[1], CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("vn-2020", "party", CongressKind.Members, "đảng viên", "các đồng chí")]
    [InlineData("union", "plain", CongressKind.Members, "đoàn viên", "quý vị đại biểu")]
    [InlineData("youth", "youth", CongressKind.Delegates, "đoàn viên", "các đồng chí")]
    public void The_usual_agenda_speaks_as_the_association_does(
        string rules,
        string association,
        CongressKind kind,
        string member,
        string people
    )
    {
        var opened = Opened(rules, association, kind);
        var alone = UsualAgenda.For(opened, preparatory: false).ToList();
        var whole = string.Join('\n', alone.Select(step => $"{step.Title} {step.Text}"));
        Assert.DoesNotContain('{', whole);
        Assert.Contains(people, whole, StringComparison.Ordinal);
        Assert.Equal(kind == CongressKind.Members, whole.Contains($"tình hình {member} tham dự", StringComparison.Ordinal));
        foreach (var word in (string[])["cấp ủy", "báo cáo chính trị"])
            Assert.Equal(association == "party", whole.Contains(word, StringComparison.Ordinal));
        Assert.Equal(association != "party", whole.Contains("báo cáo của Ban chấp hành trình đại hội", StringComparison.Ordinal));
        // The salute to the flag comes first; where a preparatory session elects the presidium, first of the official one.
        Assert.StartsWith("Chào cờ", alone[0].Title, StringComparison.Ordinal);
        var beside = UsualAgenda.For(opened, preparatory: true).ToList();
        Assert.Equal(AgendaStep.Presidium, beside[0].Step);
        Assert.StartsWith("Chào cờ", beside.First(step => !step.Preparatory).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_on_a_day_does_not_move_with_its_session()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false));
        var session = await assembled.SessionAsync("8:00", "11:30");
        var numbers = await assembled.NumbersAsync(session);
        Task<HttpResponseMessage> SetAsync(string on, string ends) =>
            assembled.SendAsync(
                "chuong-trinh",
                "Session",
                ("id", $"{session}"),
                ("name", "Phiên thứ nhất"),
                ("on", on),
                ("starts", "8:00"),
                ("ends", ends)
            );
        await Assembled.DoneAsync(SetAsync("4/3/2020", "11:30"));
        await Assembled.DoneAsync(SetAsync("3/3/2020", "11:30"));
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        Assert.Contains(
            "đã tiến hành ngày 03/03/2020",
            await Assembled.RefusedAsync(HttpStatusCode.Conflict, SetAsync("15/12/2020", "11:30")),
            StringComparison.Ordinal
        );
        // It may end later.
        await Assembled.DoneAsync(SetAsync("3/3/2020", "12:30"));
    }

    [Fact]
    public async Task What_has_begun_stays_in_the_agenda_as_it_was()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        await Assembled.RefusedAsync(HttpStatusCode.Conflict, assembled.SendAsync("chuong-trinh", "Usual"));
        var first = await FirstAsync(assembled);
        await Assembled.DoneAsync(BeginAsync(assembled, first, seen: true));
        await Assembled.RefusedAsync(HttpStatusCode.Conflict, assembled.SendAsync("chuong-trinh", "Remove", ("id", $"{first}")));
        Assert.Contains(
            "Giờ kết thúc phải sau giờ bắt đầu",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync(
                    "chuong-trinh",
                    "Session",
                    ("name", "Phiên hai"),
                    ("on", "3/3/2020"),
                    ("starts", "9h"),
                    ("ends", "8h30")
                )
            ),
            StringComparison.Ordinal
        );
    }

    private static OpenedCongress Opened(string rules, string association, CongressKind kind, string level = "branch") =>
        new(
            1,
            new(1, "C", "Đợt", null, 1, Assembled.Today, null, association, [new(0, level, level, level)], rules),
            new(1, "T", "Tổ chức", "/1/", 0, "/1/", null, null),
            RuleSet.Named(rules)!,
            kind,
            new(kind, true, null),
            new(true, true, [])
        );
}
