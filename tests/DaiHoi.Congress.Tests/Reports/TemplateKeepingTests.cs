using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>A template is renamed, ended, and its sections set as they were typed.</summary>
public abstract partial class TemplateKeepingTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : TemplateKeepingTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : TemplateKeepingTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_template_is_renamed_and_of_two_the_second_is_told()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var path = PathOf(reporting, "T000");
        var seen = Seen(await reporting.Centre.ReadAsync(path))[^1];
        await SaysAsync(
            reporting.Centre.SendAsync(path + "?handler=Rename", ("name", " "), ("seen", seen)),
            HttpStatusCode.UnprocessableEntity,
            "Hãy đặt tên báo cáo."
        );
        await DoneAsync(reporting.Centre.SendAsync(path + "?handler=Rename", ("name", "Báo cáo nhanh"), ("seen", seen)));
        Assert.Contains("Báo cáo nhanh", await reporting.Centre.ReadAsync("/bao-cao/mau/C/T000"), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("audit_entry", "action = 'report-template.renamed'"));
        await SaysAsync(
            reporting.Centre.SendAsync(path + "?handler=Rename", ("name", "Tên khác"), ("seen", seen)),
            HttpStatusCode.Conflict,
            "Mẫu báo cáo vừa có người khác sửa. Hãy xem lại rồi làm tiếp."
        );
    }

    [Fact]
    public async Task Of_an_ended_template_no_period_is_opened_and_what_is_under_way_goes_on()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var path = PathOf(reporting, "T000");
        var seen = Seen(await reporting.Centre.ReadAsync(path))[^1];
        await SaysAsync(
            reporting.Centre.SendAsync(path + "?handler=End", ("reason", ""), ("seen", seen)),
            HttpStatusCode.UnprocessableEntity,
            "Hãy ghi lý do."
        );
        await DoneAsync(reporting.Centre.SendAsync(path + "?handler=End", ("reason", "Lập nhầm"), ("seen", seen)));
        await SaysAsync(
            reporting.Centre.SendAsync(path + "?handler=End", ("reason", "Lần nữa"), ("seen", seen)),
            HttpStatusCode.Conflict,
            "Mẫu báo cáo vừa có người khác sửa."
        );
        await SaysAsync(
            reporting.Centre.SendAsync(
                path + "?handler=Open",
                ("name", "Tháng 2"),
                ("from", "01/02/2020"),
                ("until", "29/02/2020"),
                ("due[3]", "03/03/2020")
            ),
            HttpStatusCode.UnprocessableEntity,
            "không mở kỳ mới được nữa"
        );
        var page = await reporting.Centre.ReadAsync(path);
        Assert.Contains("Lập nhầm", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Open", page, StringComparison.Ordinal);
        Assert.Contains(
            "thôi dùng từ ngày 03/03/2020",
            await reporting.Centre.ReadAsync("/bao-cao/mau/C/T000"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountAsync("audit_entry", "action = 'report-template.ended'"));
        await reporting.AcceptedAsync("T003", "T002", "Không có.");
    }

    [Fact]
    public async Task Who_does_not_keep_a_template_neither_renames_nor_ends_it()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var checker = await reporting.CheckerAsync("T002");
        Assert.DoesNotContain("Thôi dùng mẫu", await checker.ReadAsync(PathOf(reporting, "T002")), StringComparison.Ordinal);
        foreach (var organisation in (string[])["T000", "T002"])
        foreach (var handler in (string[])["Rename", "End"])
        {
            using var sent = await checker.SendAsync(
                "/bao-cao",
                $"{PathOf(reporting, organisation)}?handler={handler}",
                ("name", "x"),
                ("reason", "x")
            );
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        }
        Assert.Equal(0, await CountAsync("report_template", "ended_on is not null or name = 'x'"));
    }

    [Theory]
    [InlineData("Nhảm")]
    [InlineData("99")]
    [InlineData("")]
    public async Task A_cadence_that_nobody_offered_is_refused(string cadence)
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        await SaysAsync(
            reporting.Centre.SendAsync("/bao-cao/mau/C/T000", ("name", "Mẫu lạ"), ("cadence", cadence)),
            HttpStatusCode.UnprocessableEntity,
            "Hãy chọn loại kỳ trong danh sách."
        );
        Assert.Equal(1, await CountAsync("report_template"));
    }

    [Theory]
    [InlineData("At", "abc", "id=\"at-0-problem\" role=\"alert\">Thứ tự phải là số từ 1 đến 999.")]
    [InlineData("At", "-5", "id=\"at-0-problem\" role=\"alert\">Thứ tự phải là số từ 1 đến 999.")]
    [InlineData("Level", "moon", "id=\"level-0-problem\" role=\"alert\">Đợt đại hội này không có cấp «moon».")]
    public async Task A_place_that_is_no_number_and_a_level_that_is_none_are_told_beside_their_fields(
        string field,
        string value,
        string says
    )
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var checker = await reporting.CheckerAsync("T002");
        var before = await CountAsync("report_section");
        await SaysAsync(
            checker.SendAsync(
                PathOf(reporting, "T002") + "?handler=Sections",
                ("rows[0].Title", "Công tác hậu cần"),
                ("rows[0].Kind", "Text"),
                ($"rows[0].{field}", value)
            ),
            HttpStatusCode.UnprocessableEntity,
            says
        );
        Assert.Equal(before, await CountAsync("report_section"));
    }

    [Fact]
    public async Task Chosen_figures_keep_their_order_and_new_ones_come_behind()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var checker = await reporting.CheckerAsync("T002");
        await SetAsync(null, "congresses-overdue", "congresses-expected");
        var section = await Database.Sql.FirstAsync("select max(id) from report_section", row => Text(row.GetInt64(0)), Stop);
        // The browser sends boxes as they stand on the page.
        await SetAsync(section, "congresses-expected", "congresses-held", "congresses-overdue");
        Assert.Equal("congresses-overdue,congresses-expected,congresses-held", await FiguresAsync());
        await SetAsync(section, "congresses-expected", "congresses-held");
        Assert.Equal("congresses-expected,congresses-held", await FiguresAsync());

        Task<string?> FiguresAsync() =>
            Database.Sql.FirstAsync($"select figures from report_section where id = {section}", row => row.GetString(0), Stop);

        Task SetAsync(string? id, params string[] figures) =>
            DoneAsync(
                checker.SendAsync(
                    PathOf(reporting, "T002") + "?handler=Sections",
                    [
                        ("rows[0].Id", id ?? ""),
                        ("rows[0].Title", "Số liệu riêng"),
                        ("rows[0].Kind", "Figures"),
                        ("rows[0].At", "1"),
                        .. figures.Select(name => ("rows[0].Figures", name)),
                    ]
                )
            );
    }

    [Fact]
    public async Task A_stale_form_of_sections_is_told_that_the_template_was_changed()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var checker = await reporting.CheckerAsync("T002");
        var path = PathOf(reporting, "T002");
        var seen = Seen(await checker.ReadAsync(path))[0];
        (string, string)[] form = [("rows[0].Title", "Hậu cần"), ("rows[0].Kind", "Text"), ("seen", seen)];
        await DoneAsync(checker.SendAsync(path + "?handler=Sections", form));
        await SaysAsync(
            checker.SendAsync(path + "?handler=Sections", form),
            HttpStatusCode.Conflict,
            "Mẫu báo cáo vừa có người khác sửa. Hãy xem lại rồi làm tiếp."
        );
    }

    private static string PathOf(Reporting reporting, string organisation) =>
        $"/bao-cao/noi-dung-mau/{Text(reporting.Template)}/{organisation}";

    private static List<string> Seen(string page) => [.. SeenField().Matches(page).Select(match => match.Groups[1].Value)];

    private static async Task SaysAsync(Task<HttpResponseMessage> sending, HttpStatusCode status, string says)
    {
        using var answer = await sending;
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, await TextAsync(answer), StringComparison.Ordinal);
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {await TextAsync(answer)}");
    }

    private Task<long> CountAsync(string table, string where = "1 = 1") =>
        Database.Sql.FirstAsync($"select count(*) from {table} where {where}", row => row.GetInt64(0), Stop);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

    [GeneratedRegex("name=\"seen\" value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex SeenField();
}
