using System.Net;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;

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
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Trần Thị Bình"], "Arrived", "k2"));
        await Assembled.DoneAsync(BeginAsync(assembled, first, seen: false));
        // With one session the salute to the flag comes before the presidium.
        await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: false));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Contains("id=\"now\" lang=\"vi\">Bầu Đoàn Chủ tịch", page, StringComparison.Ordinal);
        // What is missing is told, gone over only knowingly, and kept.
        var second = await FirstAsync(assembled);
        Assert.Contains("Đại hội đã biểu quyết Đoàn Chủ tịch", page, StringComparison.Ordinal);
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

    private static OpenedCongress Opened(string rules, string association, CongressKind kind) =>
        new(
            1,
            new(1, "C", "Đợt", null, 1, Assembled.Today, null, association, [], rules),
            new(1, "T", "Tổ chức", "/1/", 0, "/1/", null, null),
            RuleSet.Named(rules)!,
            kind,
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
