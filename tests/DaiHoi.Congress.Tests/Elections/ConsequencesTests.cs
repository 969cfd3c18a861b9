using System.Net;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Campaigns;
using DaiHoi.Web.Tests.Congresses;
using DaiHoi.Web.Tests.People;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>What stands on a signed result: offices elected from a body, ratifications, papers, lists above.</summary>
public abstract class ConsequencesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ConsequencesTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ConsequencesTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Outcome = "/dai-hoi/C/T003/ket-qua";

    [Fact]
    public async Task Nobody_becomes_secretary_and_deputy_in_whatever_order_the_two_are_counted()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var deputy = await polling.ArrangeAsync("DeputySecretary", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(deputy));
        var secretary = await polling.ArrangeAsync("Secretary", 1, "Nguyễn Văn An");
        await Polling.DoneAsync(polling.CloseAsync(secretary));
        Assert.Contains(
            "Bầu bí thư trước",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.OpenBoxAsync(deputy, 9, 9, "Sheets")),
            StringComparison.Ordinal
        );
        await polling.CountOnSheetsAsync(secretary, "9 0 9");
        Assert.Contains(
            "«Nguyễn Văn An» đã trúng cử bí thư",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.OpenBoxAsync(deputy, 9, 9, "Sheets")),
            StringComparison.Ordinal
        );
        using var two = await polling.Officer.SendAsync(
            "/dai-hoi/C/T003/bau-cu",
            ("title", "Bầu bí thư"),
            ("post", "Secretary"),
            ("seats", "2"),
            ("kind", "Delegates")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, two.StatusCode);
    }

    [Fact]
    public async Task A_member_who_holds_an_office_stays_in_the_body_until_the_office_is_elected_anew()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var committee = await polling.ArrangeOfAsync("Members", "Committee", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(committee));
        await polling.CountOnSheetsAsync(committee, "9 0 7 2");
        var secretary = await polling.ArrangeOfAsync("Members", "Secretary", 1, "Nguyễn Văn An");
        await Polling.DoneAsync(polling.CloseAsync(secretary));
        await polling.CountOnSheetsAsync(secretary, "9 0 9");
        // Nor is the election of the body taken away from under the office.
        Assert.Contains(
            "«Nguyễn Văn An» đang giữ kết quả trúng cử",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.Head.SendAsync(
                    $"/bau-cu/{committee}",
                    $"/bau-cu/{committee}?handler=Annul",
                    ("annulBecause", "Bầu sai thủ tục")
                )
            ),
            StringComparison.Ordinal
        );
        await polling.CorrectAsync(committee, "9 0 2 7");
        Assert.Contains(
            "«Nguyễn Văn An» đang giữ kết quả trúng cử",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.SignAsync(committee)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_level_above_has_decided_is_of_people_and_of_those_on_its_form_alone()
    {
        await using var polling = await Polling.OpenAsync(Database);
        await ApprovedAsync(polling);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        var election = await polling.ArrangeOfAsync("Members", "Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 8 7 3");
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome, ("on", "3/3/2020")));
        var shown = Keys(await checker.ReadAsync(Outcome));
        Assert.Equal(2, shown.Length);
        // By hand the step would be of nobody in particular.
        Assert.Contains(
            "hãy chuẩn y từng người",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                checker.SendAsync(
                    "/dai-hoi/C/T003",
                    ("status", "Ratified"),
                    ("on", "03/03/2020"),
                    ("given", "NoOpenComplaint"),
                    ("key", "")
                )
            ),
            StringComparison.Ordinal
        );

        // The same people, one vote less: a version of its own, while the form lies open above.
        await polling.CorrectAsync(election, "9 0 8 6 3");
        Assert.Contains(
            "cuộc bầu chưa ký kết quả",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, RatifyAsync(checker, shown)),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(polling.SignAsync(election));
        Assert.Contains(
            "đã thay đổi từ khi mở trang này",
            await Polling.RefusedAsync(HttpStatusCode.Conflict, RatifyAsync(checker, shown)),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(RatifyAsync(checker, Keys(await checker.ReadAsync(Outcome))));

        // Whom the level above has ratified, no correction takes away; one that changes nobody keeps its decisions.
        await polling.CorrectAsync(election, "9 0 8 3 7");
        Assert.Contains(
            "Cấp trên đã quyết định về «Trần Thị Bình»",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.SignAsync(election)),
            StringComparison.Ordinal
        );
        await polling.DecideAsync(election, "9 0 8 7 2");
        await Polling.DoneAsync(polling.SignAsync(election));
        var after = WebUtility.HtmlDecode(await checker.ReadAsync(Outcome));
        Assert.Equal(2, after.Split("<span>Chuẩn y</span>").Length - 1);
        Assert.Contains("trúng cử 2 trong 2 người cần bầu", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_level_above_has_not_ratified_stands_for_no_office()
    {
        await using var polling = await Polling.OpenAsync(Database);
        await ApprovedAsync(polling);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        var committee = await polling.ArrangeOfAsync("Members", "Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(committee));
        await polling.CountOnSheetsAsync(committee, "9 0 8 7 3");
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome, ("on", "3/3/2020")));
        var shown = Keys(await checker.ReadAsync(Outcome));
        await Polling.DoneAsync(
            RatifyAsync(checker, shown, ("refused", shown[0]), ($"reasons[{shown[0]}]", "Chưa đủ tiêu chuẩn"))
        );
        var secretary = await polling.ArrangeOfAsync("Members", "Secretary", 1, "Trần Thị Bình");
        Assert.Contains(
            "trúng cử nhưng cấp trên không chuẩn y: Chưa đủ tiêu chuẩn",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.AddAsync(secretary, "Nguyễn Văn An")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_ratification_that_was_withdrawn_has_decided_nothing()
    {
        await using var polling = await Polling.OpenAsync(Database);
        await ApprovedAsync(polling);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        var committee = await polling.ArrangeOfAsync("Members", "Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(committee));
        await polling.CountOnSheetsAsync(committee, "9 0 8 7 3");
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome, ("on", "3/3/2020")));
        await Polling.DoneAsync(RatifyAsync(checker, Keys(await checker.ReadAsync(Outcome))));
        var ratified = await Database.Sql.FirstAsync(
            "select id from congress_event where status = 'Ratified'",
            row => row.GetInt64(0),
            Stop
        );
        await Polling.DoneAsync(
            checker.SendAsync("/dai-hoi/C/T003?handler=Withdraw", ("id", $"{ratified}"), ("reason", "Ghi nhầm"))
        );
        var shown = Keys(await checker.ReadAsync(Outcome));
        Assert.Equal(2, shown.Length);
        await Polling.DoneAsync(
            RatifyAsync(checker, shown, ("refused", shown[0]), ($"reasons[{shown[0]}]", "Chưa đủ tiêu chuẩn"))
        );
        // What is ratified again is annulled by nobody.
        Assert.Contains(
            "chuẩn y",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.Head.SendAsync("/tai-khoan", $"/bau-cu/{committee}?handler=Annul", ("annulBecause", "Bầu lại"))
            ),
            StringComparison.Ordinal
        );
        var after = WebUtility.HtmlDecode(await checker.ReadAsync(Outcome));
        Assert.Contains("Chưa đủ tiêu chuẩn", after, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(after, "<span>Chuẩn y</span>"));
    }

    [Fact]
    public async Task Delegates_and_alternates_are_elected_from_one_list_whose_surplus_stands_above_both()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var above = await Assembled.OnAsync(polling.Site);
        using var officer = above.Officer;
        await Assembled.DoneAsync(above.SendAsync("phan-bo", "Propose", Assembled.Plan));
        await Assembled.DoneAsync(
            above.SendAsync(
                "phan-bo",
                "Adjust",
                ("below", "T003"),
                ("elected", "4"),
                ("alternates", "2"),
                ("reason", "Theo số đảng viên")
            )
        );
        await Assembled.DoneAsync(above.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        Assert.Contains(
            "4 đại biểu chính thức và 2 đại biểu dự khuyết",
            WebUtility.HtmlDecode(await polling.Officer.ReadAsync("/dai-hoi/C/T003/bau-cu")),
            StringComparison.Ordinal
        );
        string[] seven =
        [
            "Nguyễn Văn An",
            "Trần Thị Bình",
            "Lê Văn Chính",
            "Phạm Thị Dung",
            "Hoàng Văn Em",
            "Đỗ Văn Giang",
            "Vũ Thị Hoa",
        ];
        var election = await polling.ArrangeAsync("Delegates", 4, seven);
        await Polling.DoneAsync(polling.CloseAsync(election));
    }

    [Fact]
    public async Task A_list_is_closed_and_a_withdrawal_decided_by_a_congress_with_its_quorum()
    {
        await using var polling = await Polling.OpenAsync(Database);
        await polling.ListMembersAsync(18);
        var election = await polling.ArrangeOfAsync("Members", "Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        Assert.Contains(
            "2/3",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.CloseAsync(election)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whom_the_congress_has_voted_onto_the_counting_board_is_no_candidate()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 1, "Nguyễn Văn An");
        Task<HttpResponseMessage> VoteAsync(string names) =>
            polling.Officer.SendAsync(
                "/dai-hoi/C/T003/dieu-hanh",
                "/dai-hoi/C/T003/dieu-hanh?handler=Vote",
                ("on", "CountingBoard"),
                ("title", "Ban Kiểm phiếu"),
                ("names", names),
                ("present", "9"),
                ("for", "9")
            );
        Assert.Contains(
            "«Nguyễn Văn An» có tên trong danh sách bầu cử",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, VoteAsync("Đồng chí Nguyễn Văn An\nLê Văn Chính")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(VoteAsync("Đồng chí Trần Thị Bình, Trưởng ban"));
        Assert.Contains(
            "«Trần Thị Bình» là thành viên Ban Kiểm phiếu",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.AddAsync(election, "Trần Thị Bình")),
            StringComparison.Ordinal
        );
        // Another of the same name stands, when somebody has said so.
        await Polling.DoneAsync(polling.AddAsync(election, "Trần Thị Bình", ("namesake", "true")));
    }

    /// <summary>Who has only a duty opens no record; the list of the congress knows whose it is.</summary>
    [Fact]
    public async Task Whoever_is_elected_by_name_keeps_the_record_with_which_he_is_summoned()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var organisation = (await polling.Site.Service<OrganisationTree>().FindAsync("T003", Stop))!;
        var record = await PlantedPeople.AddAsync(polling.Site, organisation, "Trần Thị Bình", "1980");
        await Polling.DoneAsync(
            polling.Officer.SendAsync(
                "/dai-hoi/C/T003/dai-bieu",
                ("name", ""),
                ("kind", "Member"),
                ("delegation", "T003"),
                ("record", $"{record}")
            )
        );
        using var presidium = await polling.WithDutyAsync("chu-tich", "Presidium");
        var election = await polling.ArrangeOfAsync("Members", "Committee", 1, "Nguyễn Văn An");
        await Polling.DoneAsync(presidium.SendAsync($"/bau-cu/{election}", ("name", "Trần Thị Bình")));
        Assert.Equal(
            [record],
            await Database.Sql.ListAsync(
                "select person_id from election_candidate where person_id is not null",
                row => row.GetInt64(0),
                Stop
            )
        );
    }

    [Fact]
    public async Task Whoever_has_a_duty_alone_is_led_to_where_he_does_it()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var door = await polling.WithDutyAsync("cua-mot", "CheckIn");
        var work = await door.ReadAsync("/viec-cua-toi");
        Assert.Contains("href=\"/dai-hoi/C/T003/diem-danh\"", work, StringComparison.Ordinal);
        using var presidium = await polling.WithDutyAsync("chu-tich", "Presidium");
        Assert.Contains(
            "href=\"/dai-hoi/C/T003/dieu-hanh\"",
            await presidium.ReadAsync("/viec-cua-toi"),
            StringComparison.Ordinal
        );
        // From the elections one comes to the rest of the congress.
        Assert.Contains(
            "href=\"/dai-hoi/C/T003/dieu-hanh\"",
            await presidium.ReadAsync("/dai-hoi/C/T003/bau-cu"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_address_on_a_paper_says_when_its_result_no_longer_counts()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 7 2");
        var hash = await Database.Sql.FirstAsync("select hash from signed_result", row => row.GetString(0), Stop);
        Assert.Contains(
            "Đúng: kết quả",
            await polling.Site.ReadAsync($"/xac-minh/{hash!.ToUpperInvariant()}"),
            StringComparison.Ordinal
        );
        using (var unknown = await polling.Site.Reader.GetAsync($"/xac-minh/{new string('0', 64)}", Stop))
        {
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
            Assert.Contains(
                "Không có kết quả bầu cử nào đã ký mang mã này",
                WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync(Stop)),
                StringComparison.Ordinal
            );
        }
        await Polling.DoneAsync(
            polling.Head.SendAsync("/tai-khoan", $"/bau-cu/{election}?handler=Annul", ("annulBecause", "Bầu lại từ đầu"))
        );
        var annulled = await polling.Site.ReadAsync($"/xac-minh/{hash}");
        Assert.Contains("Cuộc bầu này đã hủy lúc", annulled, StringComparison.Ordinal);
        Assert.DoesNotContain("Đúng: kết quả", annulled, StringComparison.Ordinal);
        Assert.Contains(
            "không in văn bản nữa",
            await polling.Officer.ReadAsync($"/bau-cu/{election}/van-ban?handler=Pdf&giay=bien-ban-kiem-phieu"),
            StringComparison.Ordinal
        );
    }

    internal static async Task ApprovedAsync(Polling polling)
    {
        var country = new Country(polling.Site.Services, polling.Site.Service<Data.DatabaseFactory>());
        await country.AdoptAsync();
        foreach (
            var (status, day) in new[]
            {
                (CongressStatus.Preparing, 1),
                (CongressStatus.PlanSubmitted, 5),
                (CongressStatus.PlanApproved, 9),
            }
        )
            await country.RecordAsync(3, status, new(2020, 2, day));
    }

    internal static string[] Keys(string page) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(page, "name=\"shown\" value=\"([0-9-]+)\"")
                .Select(match => match.Groups[1].Value),
        ];

    internal static Task<HttpResponseMessage> RatifyAsync(
        Builders.Visitor checker,
        string[] shown,
        params (string Name, string Value)[] more
    ) =>
        checker.SendAsync(
            Outcome,
            Outcome + "?handler=Ratify",
            [("paper", "Quyết định số 9-QĐ/HU"), ("complaint", "true"), .. shown.Select(key => ("shown", key)), .. more]
        );
}
