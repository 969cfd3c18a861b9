using System.Net;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using static DaiHoi.Web.Tests.Congresses.WalkedDay;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>What the guide demands before an item, what it refuses, and what is gone over only knowingly.</summary>
public abstract class DayGuideTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DayGuideTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DayGuideTests(database), IClassFixture<PostgresTestDatabase>;

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
}
