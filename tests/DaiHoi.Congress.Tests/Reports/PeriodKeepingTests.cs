using System.Globalization;
using System.Net;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>A period that was opened wrongly is corrected or withdrawn by whoever opens periods, and by nobody else.</summary>
public abstract class PeriodKeepingTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : PeriodKeepingTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : PeriodKeepingTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_period_is_corrected_with_a_reason_and_of_two_the_second_is_told()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var seen = Following.ValueIn(await reporting.Centre.ReadAsync(PathOf(reporting.Period)), "seen");
        await RefusedAsync(CorrectAsync(reporting, ("reason", " ")), "Hãy ghi lý do.");
        await DoneAsync(CorrectAsync(reporting, ("seen", seen)));
        var page = await reporting.Centre.ReadAsync(PathOf(reporting.Period));
        Assert.Contains("Quý I năm 2020", page, StringComparison.Ordinal);
        Assert.Contains("value=\"04/03/2020\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"02/01/2020\"", page, StringComparison.Ordinal);
        // The province no longer reports.
        Assert.Equal(2, await CountAsync("report_due", $"period_id = {Text(reporting.Period)}"));
        Assert.Equal(1, await CountAsync("audit_entry", "action = 'report-period.corrected'"));
        using var second = await CorrectAsync(reporting, ("seen", seen), ("name", "Tên khác"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Kỳ báo cáo vừa có người khác sửa hoặc rút.", await TextAsync(second), StringComparison.Ordinal);
        Assert.DoesNotContain("Tên khác", await reporting.Centre.ReadAsync(PathOf(reporting.Period)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_report_was_sent_only_the_name_and_the_due_days_are_corrected()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        var report = await reporting.BeginAsync(officer, "T003");
        await RefusedAsync(CorrectAsync(reporting, ("due[3]", "")), "Cấp này đã có báo cáo");
        await Reporting.WriteAsync(officer, report, "Không có.");
        await DoneAsync(Reporting.ActAsync(officer, report, "Send"));
        await RefusedAsync(CorrectAsync(reporting), "không sửa từ ngày và ngày chốt được nữa");
        await RefusedAsync(
            CorrectAsync(reporting, ("from", "01/01/2020"), ("until", "01/03/2020")),
            "không sửa từ ngày và ngày chốt được nữa"
        );
        await DoneAsync(
            CorrectAsync(
                reporting,
                ("from", "01/01/2020"),
                ("until", "02/03/2020"),
                ("due[3]", "06/03/2020"),
                ("due[2]", "08/03/2020")
            )
        );
        var page = await reporting.Centre.ReadAsync(PathOf(reporting.Period));
        Assert.Contains("Quý I năm 2020", page, StringComparison.Ordinal);
        Assert.Contains("value=\"06/03/2020\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_withdrawn_period_nothing_is_written_sent_decided_or_awaited()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var third = await reporting.OfficerAsync("T003");
        using var fourth = await reporting.OfficerAsync("T004");
        using var district = await reporting.OfficerAsync("T002");
        using var checker = await reporting.CheckerAsync("T002");
        // Its days are past: until it is withdrawn it is late.
        var period = await reporting.OpenPeriodAsync("Tháng 1 năm 2020", "01/01/2020", "31/01/2020");
        var draft = await BeginAsync(third, period, "T003");
        var sent = await BeginAsync(fourth, period, "T004");
        var (passage, version) = await Reporting.WriteAsync(
            third,
            draft,
            (await Reporting.EmptyPartsAsync(third, draft))[0],
            "Đang viết."
        );
        await Reporting.WriteAsync(fourth, sent, "Không có.");
        await DoneAsync(Reporting.ActAsync(fourth, sent, "Send"));
        var offered = await checker.ReadAsync($"/bao-cao/{Text(sent)}");
        Assert.Contains("Tháng 1 năm 2020", await third.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.Contains("Tháng 1 năm 2020", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.Contains("quá hạn", await third.ReadAsync("/bao-cao"), StringComparison.Ordinal);

        await RefusedAsync(WithdrawAsync(reporting, period, " "), "Hãy ghi lý do.");
        await DoneAsync(WithdrawAsync(reporting, period, "Mở nhầm năm"));
        foreach (var person in (Visitor[])[third, fourth, district, checker])
            Assert.DoesNotContain("Tháng 1 năm 2020", await person.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        var list = await third.ReadAsync("/bao-cao");
        Assert.DoesNotContain("quá hạn", list, StringComparison.Ordinal);
        Assert.Contains("Đã rút:", list, StringComparison.Ordinal);
        Assert.Contains("Mở nhầm năm", list, StringComparison.Ordinal);
        Assert.Contains(
            "Mở nhầm năm",
            await reporting.Centre.ReadAsync($"/bao-cao/noi-dung-mau/{Text(reporting.Template)}/T000"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<table", await checker.ReadAsync($"/bao-cao/ky/{Text(period)}/T002"), StringComparison.Ordinal);

        await GoneAsync(Reporting.SaveAsync(third, draft, passage, version, "Viết tiếp."));
        await GoneAsync(third.SendAsync($"/bao-cao/{Text(draft)}?handler=Send", ("version", "3")));
        await GoneAsync(
            checker.SendAsync($"/bao-cao/{Text(sent)}?handler=Accept", ("version", Following.ValueIn(offered, "version")))
        );
        using (var begun = await district.SendAsync($"/bao-cao/ky/{Text(period)}/T002"))
        {
            Assert.Equal(HttpStatusCode.Conflict, begun.StatusCode);
            Assert.Contains("Mở nhầm năm", await TextAsync(begun), StringComparison.Ordinal);
        }
        var read = await third.ReadAsync($"/bao-cao/{Text(draft)}");
        Assert.Contains("Đang viết.", read, StringComparison.Ordinal);
        Assert.Contains("đã rút kỳ báo cáo này", read, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Save", read, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("audit_entry", "action = 'report-period.withdrawn'"));
        // Its name is free again.
        await reporting.OpenPeriodAsync("Tháng 1 năm 2020", "01/01/2020", "31/01/2020");
    }

    [Fact]
    public async Task A_period_of_which_a_report_was_accepted_is_not_withdrawn()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        await reporting.AcceptedAsync("T003", "T002", "Không có.");
        await RefusedAsync(WithdrawAsync(reporting, reporting.Period, "Mở nhầm"), "Đã có báo cáo được tiếp nhận");
        Assert.Equal(0, await CountAsync("report_period", "withdrawn_at is not null"));
    }

    [Fact]
    public async Task Who_does_not_open_its_periods_neither_corrects_nor_withdraws_one()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var checker = await reporting.CheckerAsync("T002");
        using var officer = await reporting.OfficerAsync("T000");
        Assert.DoesNotContain(
            "Rút kỳ báo cáo",
            await checker.ReadAsync(PathOf(reporting.Period, "T002")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Rút kỳ báo cáo", await officer.ReadAsync(PathOf(reporting.Period)), StringComparison.Ordinal);
        foreach (var (person, organisation) in new[] { (checker, "T002"), (checker, "T000"), (officer, "T000") })
        foreach (var handler in (string[])["Correct", "Withdraw"])
        {
            using var sent = await person.SendAsync(
                "/bao-cao",
                $"{PathOf(reporting.Period, organisation)}?handler={handler}",
                ("reason", "x")
            );
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        }
        Assert.Equal(0, await CountAsync("report_period", "withdrawn_at is not null"));
    }

    [Theory]
    [InlineData("01/01/2020", "31/03/2020", "Ngày chốt 31/03/2020 chưa đến.")]
    [InlineData("01/01/2019", "02/03/2020", "Kỳ từ 01/01/2019 đến 02/03/2020 dài hơn một năm.")]
    public async Task Days_that_are_rarely_meant_are_confirmed_before_a_period_is_opened(string from, string until, string says)
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var before = await CountAsync("report_period");
        var path = $"/bao-cao/noi-dung-mau/{Text(reporting.Template)}/T000?handler=Open";
        (string, string)[] form = [("name", "Kỳ lạ"), ("from", from), ("until", until), ("due[3]", "31/03/2020")];
        using (var asked = await reporting.Centre.SendAsync(path, form))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
            var page = await TextAsync(asked);
            Assert.Contains(says, page, StringComparison.Ordinal);
            Assert.Contains("name=\"confirmed\" value=\"true\"", page, StringComparison.Ordinal);
        }
        Assert.Equal(before, await CountAsync("report_period"));
        await DoneAsync(reporting.Centre.SendAsync(path, [.. form, ("confirmed", "true")]));
        Assert.Equal(before + 1, await CountAsync("report_period"));
    }

    private static string PathOf(long period, string organisation = "T000") => $"/bao-cao/ky/{Text(period)}/{organisation}";

    // What is named takes the place of what is usual.
    private static Task<HttpResponseMessage> CorrectAsync(Reporting reporting, params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "Quý I năm 2020",
            ["from"] = "02/01/2020",
            ["until"] = "01/03/2020",
            ["due[3]"] = "04/03/2020",
            ["due[2]"] = "06/03/2020",
            ["reason"] = "Ghi nhầm",
        };
        foreach (var (name, value) in fields)
            form[name] = value;
        return reporting.Centre.SendAsync(
            PathOf(reporting.Period) + "?handler=Correct",
            [.. form.Select(field => (field.Key, field.Value))]
        );
    }

    private static async Task<HttpResponseMessage> WithdrawAsync(Reporting reporting, long period, string reason) =>
        await reporting.Centre.SendAsync(
            PathOf(period) + "?handler=Withdraw",
            ("reason", reason),
            ("seen", Following.ValueIn(await reporting.Centre.ReadAsync(PathOf(period)), "seen"))
        );

    private static async Task<long> BeginAsync(Visitor officer, long period, string organisation)
    {
        using var begun = await officer.SendAsync(PathOf(period, organisation));
        return Reporting.NumberIn(begun.Headers.Location);
    }

    private static async Task GoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Kỳ báo cáo này đã được rút", await TextAsync(answer), StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> sending, string why)
    {
        using var answer = await sending;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, await TextAsync(answer), StringComparison.Ordinal);
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
}
