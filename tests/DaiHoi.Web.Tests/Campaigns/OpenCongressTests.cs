using System.Net;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>What an officer and the checker above him record of one congress, through the page.</summary>
public abstract class OpenCongressTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Path = "/dai-hoi/C/T003";

    public sealed class OnSqlite(SqliteTestDatabase database) : OpenCongressTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : OpenCongressTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_congress_goes_from_preparing_to_ratified_by_an_officer_and_the_level_above()
    {
        await using var site = await OpenAsync();
        using var officer = await SignedInAsync(site, "can-bo", Role.Officer, "T003");
        using var checker = await SignedInAsync(site, "kiem-duyet", Role.Checker, "T002");
        await DoneAsync(officer, "Preparing", "01/02/2020", "Đã ghi «Đang chuẩn bị».");
        await DoneAsync(officer, "PlanSubmitted", "10/02/2020", "Đã trình nội dung", ("given", "Contents"));
        await DoneAsync(checker, "PlanApproved", "20/02/2020", "Đã duyệt nội dung");
        await DoneAsync(
            officer,
            "Held",
            "10/04/2020",
            "Đã tổ chức",
            ("given", "Evidence"),
            ("summoned", "100"),
            ("attended", "90"),
            ("note", "Biên bản số 01")
        );
        await DoneAsync(
            officer,
            "ResultReported",
            "15/04/2020",
            "Đã báo cáo kết quả",
            ("given", "Report"),
            ("given", "SignedMinutes"),
            ("elected", "9"),
            ("women", "3")
        );
        await DoneAsync(checker, "Ratified", "30/04/2020", "Đã chuẩn y", ("given", "NoOpenComplaint"));
        var figures = site.Service<Figures>();
        var held = await figures.AskAsync(new("C", "congresses-held", "T000", "grassroots", new(2020, 4, 10), null), Stop);
        var women = await figures.AskAsync(new("C", "committee-women", "T001", null, new(2020, 12, 1), null), Stop);
        Assert.Equal((1L, 2L), (held.Figure!.Numbers.Numerator, held.Figure.Numbers.Denominator));
        Assert.Equal((3L, 9L), (women.Figure!.Numbers.Numerator, women.Figure.Numbers.Denominator));
        Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
    }

    [Fact]
    public async Task A_congress_says_of_which_kind_it_is_and_whether_it_elects()
    {
        await using var site = await OpenAsync();
        using var officer = await SignedInAsync(site, "can-bo", Role.Officer, "T003");
        await DoneAsync(
            officer,
            "Preparing",
            "01/02/2020",
            "<dd>Đại hội toàn thể</dd>",
            ("kind", "members"),
            ("withoutElection", "true")
        );
        Assert.Contains("<dd>Không bầu cử</dd>", await officer.ReadAsync(Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_out_of_order_is_refused_with_what_was_typed_and_the_article()
    {
        await using var site = await OpenAsync();
        using var officer = await SignedInAsync(site, "can-bo", Role.Officer, "T003");
        await DoneAsync(officer, "Preparing", "01/02/2020", "Đã ghi");
        using var answer = await officer.SendAsync(
            Path,
            ("status", "Held"),
            ("on", "10/04/2020"),
            ("note", "gõ rồi"),
            ("key", "")
        );
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Đang chuẩn bị → Đã tổ chức: không được phép.", page, StringComparison.Ordinal);
        Assert.Contains("gõ rồi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã tổ chức</span> <time", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on", "31/02/2020", "«31/02/2020» không phải ngày")]
    [InlineData("on", "01/01/2999", "Ngày 01/01/2999 chưa đến.")]
    [InlineData("attended", "chín", "«chín» không phải số nguyên")]
    [InlineData("attended", "9.5", "«9.5» không phải số nguyên")]
    [InlineData("on", "01/02/202", "«01/02/202» không phải ngày")]
    [InlineData("attended", "101", "101 dự > 100 được triệu tập: phần không thể lớn hơn tổng.")]
    [InlineData("attended", "10", "chưa đủ để tiến hành")]
    [InlineData("women", "12", "12 nữ > 9 trúng cử: phần không thể lớn hơn tổng.")]
    public async Task What_does_not_fit_is_refused_beside_its_field_with_the_arithmetic(string field, string typed, string said)
    {
        await using var site = await OpenAsync();
        using var officer = await SignedInAsync(site, "can-bo", Role.Officer, "T003");
        var fields = new Dictionary<string, string>
        {
            ["status"] = "Preparing",
            ["on"] = "01/02/2020",
            ["summoned"] = "100",
            ["elected"] = "9",
            [field] = typed,
        };
        using var answer = await officer.SendAsync(Path, [.. fields.Select(one => (one.Key, one.Value))]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("Chưa có diễn biến nào được ghi.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_arrives_twice_is_recorded_once()
    {
        await using var site = await OpenAsync();
        using var officer = await SignedInAsync(site, "can-bo", Role.Officer, "T003");
        for (var time = 0; time < 2; time++)
        {
            using var answer = await officer.SendAsync(Path, ("status", "Preparing"), ("on", "01/02/2020"), ("key", "mot-lan"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        var events = await Database.Sql.FirstAsync("select count(*) from congress_event", row => row.GetInt64(0), Stop);
        Assert.Equal(1, events);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_congress_the_second_sees_what_changed()
    {
        await using var site = await OpenAsync();
        using var one = await SignedInAsync(site, "mot", Role.Officer, "T003");
        using var other = await SignedInAsync(site, "hai", Role.Officer, "T003");
        var seen = SeenIn(await other.ReadAsync(Path));
        await DoneAsync(one, "Preparing", "01/02/2020", "Đã ghi");
        using var answer = await other.SendAsync(Path, ("status", "Preparing"), ("on", "05/02/2020"), ("seen", seen));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Người khác vừa cập nhật đại hội này.", page, StringComparison.Ordinal);
        Assert.Contains("Người mot nhập ngày", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_level_above_returns_counts_no_longer_from_that_day_on()
    {
        await using var site = await OpenAsync();
        using var officer = await SignedInAsync(site, "can-bo", Role.Officer, "T003");
        using var checker = await SignedInAsync(site, "kiem-duyet", Role.Checker, "T002");
        await DoneAsync(officer, "Preparing", "01/02/2020", "Đã ghi");
        var id = await Database.Sql.FirstAsync("select id from congress_event", row => row.GetInt64(0), Stop);
        using (var nothing = await checker.SendAsync($"{Path}?handler=Return", ("id", $"{id}"), ("reason", " ")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using (var returned = await checker.SendAsync($"{Path}?handler=Return", ("id", $"{id}"), ("reason", "Sai ngày")))
            Assert.Equal(HttpStatusCode.Redirect, returned.StatusCode);
        var page = await officer.ReadAsync(Path);
        Assert.Contains("Sai ngày", page, StringComparison.Ordinal);
        Assert.Contains("Chưa có diễn biến", page, StringComparison.Ordinal);
        Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
    }

    [Fact]
    public async Task What_is_accepted_is_locked_below_and_nobody_accepts_his_own_entry()
    {
        await using var site = await OpenAsync();
        using var both = await SignedInAsync(site, "ca-hai", Role.Officer, "T002", Role.Checker);
        using var checker = await SignedInAsync(site, "kiem-duyet", Role.Checker, "T002");
        await DoneAsync(both, "Preparing", "01/02/2020", "Đã ghi");
        var id = await Database.Sql.FirstAsync("select id from congress_event", row => row.GetInt64(0), Stop);
        using (var own = await both.SendAsync($"{Path}?handler=Accept", ("id", $"{id}")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        using (var accepted = await checker.SendAsync($"{Path}?handler=Accept", ("id", $"{id}")))
            Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        using var officer = await SignedInAsync(site, "can-bo", Role.Officer, "T003");
        using var withdrawn = await officer.SendAsync($"{Path}?handler=Withdraw", ("id", $"{id}"), ("reason", "nhầm"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withdrawn.StatusCode);
    }

    [Fact]
    public async Task An_officer_of_another_organisation_finds_nothing_and_records_nothing()
    {
        await using var site = await OpenAsync();
        using var other = await SignedInAsync(site, "ngoai", Role.Officer, "T004");
        using (var page = await other.GetAsync(Path))
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using var sent = await other.SendAsync("/dai-hoi/C/T004", Path, ("status", "Preparing"), ("on", "01/02/2020"));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }

    private Task<Site> OpenAsync() => Following.OpenAsync(Database, new(2020, 12, 1));

    private static async Task DoneAsync(
        Visitor visitor,
        string status,
        string on,
        string said,
        params (string Name, string Value)[] more
    )
    {
        using var answer = await visitor.SendAsync(Path, [("status", status), ("on", on), .. more]);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop))
        );
        Assert.Contains(said, await visitor.ReadAsync(Path), StringComparison.Ordinal);
    }

    private static string SeenIn(string page) => Following.ValueIn(page, "seen");

    private static Task<Visitor> SignedInAsync(Site site, string name, Role role, string organisation, params Role[] also) =>
        Following.SignedInAsync(site, name, organisation, [role, .. also]);
}
