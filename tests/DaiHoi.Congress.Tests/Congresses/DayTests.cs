using System.Globalization;
using System.Net;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>The day of a congress: what the guide demands, what is voted, what the hall sees.</summary>
public abstract class DayTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DayTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DayTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_congress_without_its_quorum_is_not_begun()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        var first = await FirstAsync(assembled);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        Assert.Contains(
            "Có mặt 1/3",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, BeginAsync(assembled, first, seen: true)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Chưa đủ số người thì đại hội không biểu quyết",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                VoteOnAsync(assembled, "Other", "", ("present", "1"), ("for", "1"), ("against", "0"))
            ),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Trần Thị Bình"], "Arrived", "k2"));
        // Nobody above has approved what the congress does: told before it begins, and kept.
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, BeginAsync(assembled, first, seen: false));
        Assert.Contains(
            "Cấp trên duyệt nội dung đại hội (đang ghi nhận: chưa có gì). Căn cứ: ",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(BeginAsync(assembled, first, seen: true));
        // With one session the salute to the flag comes before the presidium.
        await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: false));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Contains("id=\"now\" lang=\"vi\">Bầu Đoàn Chủ tịch", page, StringComparison.Ordinal);
        // What is missing is told, gone over only knowingly, and kept.
        var second = await FirstAsync(assembled);
        Assert.Contains("Biểu quyết Đoàn Chủ tịch", page, StringComparison.Ordinal);
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, BeginAsync(assembled, second, seen: false));
        await Assembled.DoneAsync(BeginAsync(assembled, second, seen: true));
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Contains("Tiến hành khi còn thiếu:", page, StringComparison.Ordinal);
        await using var database = Database.Factory.Create();
        Assert.Contains(
            database.Set<AgendaItem>().ToList(),
            item => item.BegunWithout is { } without && without.Contains("Đoàn Chủ tịch", StringComparison.Ordinal)
        );
        Assert.Equal(1, database.Set<AgendaItem>().ToList().Count(item => item.IsUnderWay));
    }

    [Fact]
    public async Task Hands_are_counted_once_and_never_more_than_are_there()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        Task<HttpResponseMessage> VoteAsync(string present, string votes, string against) =>
            assembled.SendAsync(
                "dieu-hanh",
                "Vote",
                ("on", "Presidium"),
                ("title", "Đoàn Chủ tịch gồm 3 đồng chí"),
                ("names", "Nguyễn Văn An\nTrần Thị Bình"),
                ("present", present),
                ("for", votes),
                ("against", against)
            );
        Assert.Contains(
            "nhiều hơn 100 người có mặt",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, VoteAsync("100", "99", "2")),
            StringComparison.Ordinal
        );
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, VoteAsync("", "50", "0"));
        await Assembled.DoneAsync(VoteAsync("100", "50", "50"));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Contains("Không thông qua", page, StringComparison.Ordinal);
        await Assembled.DoneAsync(VoteAsync("100", "51", "49"));
        await Assembled.DoneAsync(VoteAsync("100", "51", "49"));
        await using var database = Database.Factory.Create();
        Assert.Equal(
            [false, true],
            database.Set<HandVote>().OrderBy(vote => vote.Id).ToList().ConvertAll(vote => vote.IsCarried)
        );
        var screen = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/man-hinh"));
        Assert.Contains("51 trên 100 có mặt", screen, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_that_was_corrected_at_once_is_kept_and_the_same_one_is_not_kept_twice()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        Task VoteAsync(string against, string abstained, string names) =>
            Assembled.DoneAsync(
                VoteOnAsync(
                    assembled,
                    "Secretariat",
                    names,
                    ("present", "100"),
                    ("for", "60"),
                    ("against", against),
                    ("abstained", abstained)
                )
            );
        await VoteAsync("40", "0", "Nguyễn Văn An");
        await VoteAsync("30", "0", "Nguyễn Văn An");
        await VoteAsync("30", "10", "Nguyễn Văn An");
        await VoteAsync("30", "10", "Nguyễn Văn An\nTrần Thị Bình");
        await VoteAsync("30", "10", "Nguyễn Văn An\nTrần Thị Bình");
        await using var database = Database.Factory.Create();
        Assert.Equal(
            [(40, 0), (30, 0), (30, 10), (30, 10)],
            database.Set<HandVote>().OrderBy(vote => vote.Id).ToList().ConvertAll(vote => (vote.Against, vote.Abstained))
        );
    }

    [Fact]
    public async Task A_vote_that_was_entered_wrongly_is_set_aside_in_sight_and_counts_nowhere()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        async Task<string> PageAsync(string name) =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/{name}"));
        Task VoteAsync(string votes, string against) =>
            Assembled.DoneAsync(
                VoteOnAsync(assembled, "Presidium", "Nguyễn Văn An", ("present", "28"), ("for", votes), ("against", against))
            );
        Task<HttpResponseMessage> AsideAsync(Visitor who, long vote, string because) =>
            who.SendAsync(
                $"{Assembled.District}/dieu-hanh",
                $"{Assembled.District}/dieu-hanh?handler=SetAside",
                ("id", $"{vote}"),
                ("because", because)
            );
        // 18 for and 10 against, typed the other way round, and then the same once more.
        await VoteAsync("18", "10");
        await VoteAsync("10", "18");
        List<HandVote> votes;
        await using (var database = Database.Factory.Create())
            votes = [.. database.Set<HandVote>().OrderBy(vote => vote.Id)];
        var wrong = votes[1].Id;
        Assert.Contains("10 trên 28 có mặt", await PageAsync("man-hinh"), StringComparison.Ordinal);
        Assert.Contains(
            "Hãy ghi nhầm ở đâu",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, AsideAsync(assembled.Officer, wrong, " ")),
            StringComparison.Ordinal
        );
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        await Assembled.RefusedAsync(HttpStatusCode.NotFound, AsideAsync(door, wrong, "Gõ nhầm"));
        await Assembled.RefusedAsync(HttpStatusCode.NotFound, AsideAsync(assembled.Officer, wrong + 99, "Gõ nhầm"));
        using var presidium = await assembled.WithDutyAsync("chu-toa", "Presidium");
        await Assembled.DoneAsync(AsideAsync(presidium, wrong, "Gõ ngược số tán thành"));
        await Assembled.DoneAsync(AsideAsync(presidium, wrong, "Lần nữa"));
        // It stays in the list, struck through, with who and why.
        var page = await PageAsync("dieu-hanh");
        Assert.Matches(
            "data-state=\"set-aside\">[\\s\\S]*Ghi nhầm, không tính \\([^)]+, 09:00\\): <span lang=\"vi\">Gõ ngược số tán thành</span>",
            page
        );
        Assert.DoesNotContain("Lần nữa", page, StringComparison.Ordinal);
        // The count before it decides again, in the hall and for the guide.
        Assert.Contains("18 trên 28 có mặt", await PageAsync("man-hinh"), StringComparison.Ordinal);
        for (var item = 0; item < 2; item++)
            await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: true));
        Assert.Contains("data-weight=\"Ready\"", await GuideOfPresidiumAsync(), StringComparison.Ordinal);
        await Assembled.DoneAsync(AsideAsync(presidium, votes[0].Id, "Chưa biểu quyết"));
        Assert.Contains("data-weight=\"Missing\"", await GuideOfPresidiumAsync(), StringComparison.Ordinal);
        // What was set aside stands in nobody's way: the same count once more is a vote of its own.
        await VoteAsync("18", "10");
        await using (var database = Database.Factory.Create())
        {
            Assert.Equal(
                [false, false, true],
                database.Set<HandVote>().OrderBy(vote => vote.Id).ToList().ConvertAll(vote => vote.Stands)
            );
            Assert.Equal(2, database.Set<AuditEntry>().Count(entry => entry.Action == "vote.withdrawn"));
        }

        async Task<string> GuideOfPresidiumAsync() =>
            (await PageAsync("dieu-hanh"))
                .Split("<li")
                .Single(line => line.Contains("Biểu quyết Đoàn Chủ tịch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vote_of_others_than_check_in_knows_is_kept_and_told()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        async Task<string> VoteAsync(string votes)
        {
            await Assembled.DoneAsync(VoteOnAsync(assembled, "Other", "", ("present", "3"), ("for", votes), ("against", "0")));
            return WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        }
        // A congress that is not checked in has nothing to compare with.
        Assert.DoesNotContain("điểm danh của phiên này là", await VoteAsync("1"), StringComparison.Ordinal);
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        Assert.Contains("Lưu ý: ghi có mặt 3, điểm danh của phiên này là 1.", await VoteAsync("2"), StringComparison.Ordinal);
        foreach (var name in (string[])["Trần Thị Bình", "Lê Văn Chính"])
            await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers[name], "Arrived", name));
        Assert.DoesNotContain("điểm danh của phiên này là", await VoteAsync("3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_a_body_stand_once_and_those_off_the_list_are_looked_at()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Thị Hoà", 80, false), ("Trần Văn Dũng", 70, false), ("Lê Văn Chính", 60, false));
        await assembled.SessionAsync();
        Task<HttpResponseMessage> VoteAsync(string on, string names, params (string, string)[] fields) =>
            VoteOnAsync(assembled, on, names, [("present", "3"), ("for", "3"), .. fields]);
        Assert.Contains(
            "«NGUYỄN THỊ HÒA» đứng hai lần",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                VoteAsync("Presidium", "NGUYỄN THỊ HÒA\nTrần Văn Dũng\nNguyễn Thị Hoà", ("namesSeen", "true"))
            ),
            StringComparison.Ordinal
        );
        var page = await Assembled.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            VoteAsync("Presidium", "đồng chí Nguyễn Thị Hòa, Bí thư\nTrần Văn Dung\nPhạm Văn Khách")
        );
        Assert.Contains(
            "Chưa thấy trong danh sách được triệu tập: Trần Văn Dung, Phạm Văn Khách.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("name=\"namesSeen\"", page, StringComparison.Ordinal);
        await Assembled.DoneAsync(VoteAsync("Presidium", "Nguyễn Thị Hòa\nTrần Văn Dũng\nPhạm Văn Khách", ("namesSeen", "true")));
        await Assembled.DoneAsync(VoteAsync("CountingBoard", "Lê Văn Chính"));
        // What is no body of delegates may name anybody.
        await Assembled.DoneAsync(VoteAsync("Other", "Phạm Văn Khách"));
    }

    [Fact]
    public async Task A_preparatory_session_without_the_quorum_is_warned_of_and_begun_knowingly()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync("8:00", "11:00", "Phiên trù bị", preparatory: true);
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        await assembled.SessionAsync("13:30", "17:00", "Phiên chính thức");
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Matches("notice warn\"><p>Có mặt 1/3.*Căn cứ: .*chưa đủ, không nên biểu quyết", page);
        Assert.Matches("data-weight=\"Missing\"><span class=\"weight\">Thiếu</span> <span>Có mặt 1/3", page);
        var first = await FirstAsync(assembled);
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, BeginAsync(assembled, first, seen: false));
        await Assembled.DoneAsync(BeginAsync(assembled, first, seen: true));
        await using (var database = Database.Factory.Create())
            Assert.Contains(
                "Có mặt 1/3",
                database.Set<AgendaItem>().Single(item => item.Id == first).BegunWithout,
                StringComparison.Ordinal
            );
        // Hands that were counted without it are kept, and it is said.
        await Assembled.DoneAsync(
            VoteOnAsync(assembled, "Presidium", "Nguyễn Văn An", ("present", "1"), ("for", "1"), ("against", "0"))
        );
        Assert.Contains(
            "Lưu ý: Có mặt 1/3",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Trần Thị Bình"], "Arrived", "k2"));
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.DoesNotContain("không nên biểu quyết", page, StringComparison.Ordinal);
    }

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
    public async Task The_screen_shows_a_vote_for_a_while_and_then_what_is_under_way()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        async Task<string> ScreenAsync() =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/man-hinh"));
        const string Vote = "4 trên 5 có mặt";
        Task CountAsync(string votes) =>
            Assembled.DoneAsync(VoteOnAsync(assembled, "Other", "", ("present", "5"), ("for", votes), ("against", "1")));
        await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: true));
        await CountAsync("4");
        assembled.Site.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Contains(Vote, await ScreenAsync(), StringComparison.Ordinal);
        assembled.Site.Time.Advance(TimeSpan.FromMinutes(2));
        var screen = await ScreenAsync();
        Assert.DoesNotContain(Vote, screen, StringComparison.Ordinal);
        Assert.Matches("Đang tiến hành</p><h2[^>]*>Chào cờ", screen);
        // What begins takes the place of a count at once.
        await CountAsync("3");
        Assert.Contains("3 trên 5 có mặt", await ScreenAsync(), StringComparison.Ordinal);
        assembled.Site.Time.Advance(TimeSpan.FromSeconds(5));
        await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: true));
        screen = await ScreenAsync();
        Assert.DoesNotContain("trên 5 có mặt", screen, StringComparison.Ordinal);
        Assert.Matches("Đang tiến hành</p><h2[^>]*>Bầu Đoàn Chủ tịch", screen);
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

    [Theory]
    [InlineData("vn-2025", null, false)]
    [InlineData("vn-2025", CongressStatus.Preparing, false)]
    [InlineData("vn-2025", CongressStatus.PlanSubmitted, false)]
    [InlineData("vn-2025", CongressStatus.PlanApproved, true)]
    [InlineData("vn-2025", CongressStatus.Held, true)]
    [InlineData("vn-2025", CongressStatus.Ratified, true)]
    [InlineData("vn-2025", CongressStatus.Postponed, false)]
    public void A_congress_is_held_as_the_level_above_has_approved(string rules, CongressStatus? status, bool approved)
    {
        var plan = PlanApproval.Of(RuleSet.Named(rules)!, status, Assembled.Today)!;
        Assert.Equal(approved, plan.Value);
        Assert.NotEmpty(plan.Article.Citation.Vietnamese);
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

    private static Task<HttpResponseMessage> VoteOnAsync(
        Assembled assembled,
        string on,
        string names,
        params (string, string)[] fields
    ) => assembled.SendAsync("dieu-hanh", "Vote", [("on", on), ("title", "Biểu quyết"), ("names", names), .. fields]);

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

    /// <summary>Each step with nothing done before it: what is missing, in its order.</summary>
    [Theory]
    [InlineData(nameof(AgendaStep.Presidium), "")]
    [InlineData(nameof(AgendaStep.Secretariat), "guide-voted-presidium")]
    [InlineData(nameof(AgendaStep.Programme), "guide-voted-presidium guide-voted-secretariat")]
    [InlineData(
        nameof(AgendaStep.CredentialReport),
        "guide-voted-credential-committee guide-unchecked guide-unexplained guide-twice"
    )]
    [InlineData(nameof(AgendaStep.CandidateList), "guide-voted-credential-report guide-election-arranged")]
    [InlineData(nameof(AgendaStep.CountingBoard), "guide-voted-candidate-list guide-list-closed")]
    [InlineData(
        nameof(AgendaStep.Ballot),
        "guide-voted-credential-report guide-list-closed guide-voted-counting-board guide-board-has-duties"
    )]
    [InlineData(nameof(AgendaStep.Result), "guide-result-signed")]
    [InlineData(nameof(AgendaStep.Closing), "guide-voted-resolution")]
    public void The_guide_names_what_is_missing(string name, string missing)
    {
        var step = Enum.Parse<AgendaStep>(name);
        var rules = RuleSet.Named("vn-2020")!;
        var hall = new HallCount(3, 2, 0, 0, 0, 1, 2, Quorum.Of(rules, 3, 2));
        var state = new DayState(CongressKind.Delegates, hall, IsPreparatory: false, [], 3, 1, 1, [], []);
        var lines = DayGuide.Of(step, state);
        Assert.Equal(GuideWeight.Ready, lines[0].Weight);
        Assert.Equal(
            missing,
            string.Join(' ', lines.Where(line => line.Weight == GuideWeight.Missing).Select(line => line.Text))
        );
        // With one fewer in the hall every step of an official session is forbidden, none of a preparatory one.
        var few = state with
        {
            Hall = new HallCount(3, 1, 0, 0, 0, 2, 2, Quorum.Of(rules, 3, 1)),
        };
        Assert.Contains(DayGuide.Of(step, few), line => line.Weight == GuideWeight.Forbidden);
        var preparatory = DayGuide.Of(step, few with { IsPreparatory = true });
        Assert.DoesNotContain(preparatory, line => line.Weight == GuideWeight.Forbidden);
        Assert.Contains(preparatory, line => line is { Weight: GuideWeight.Missing, Text: "guide-quorum" });
    }

    [Fact]
    public void Where_all_members_meet_nobody_is_checked_and_who_attends_is_reported()
    {
        var rules = RuleSet.Named("vn-2025")!;
        var hall = new HallCount(3, 2, 0, 0, 0, 1, 2, Quorum.Of(rules, 3, 2));
        var state = new DayState(CongressKind.Members, hall, IsPreparatory: false, [], 30, 0, 0, [], []);
        Assert.All(DayGuide.Of(AgendaStep.CredentialReport, state), line => Assert.Equal("guide-quorum", line.Text));
        Assert.Contains(DayGuide.Of(AgendaStep.ElectionRules, state), line => line.Text == "guide-voted-attendance-report");
        // Who may be one person is looked at everywhere.
        Assert.Contains(
            DayGuide.Of(AgendaStep.CredentialReport, state with { Twice = 1 }),
            line => line is { Weight: GuideWeight.Missing, Text: "guide-twice" }
        );
    }

    private static Task<HttpResponseMessage> BeginAsync(Assembled assembled, long item, bool seen) =>
        assembled.SendAsync("dieu-hanh", "Begin", ("id", $"{item}"), ("seen", seen ? "true" : "false"));

    /// <summary>The item that comes next.</summary>
    private async Task<long> FirstAsync(Assembled assembled)
    {
        _ = assembled;
        await using var database = Database.Factory.Create();
        return database
            .Set<AgendaItem>()
            .Where(item => item.BegunAt == null)
            .OrderBy(item => item.SessionId)
            .ThenBy(item => item.Place)
            .Select(item => item.Id)
            .First();
    }
}
