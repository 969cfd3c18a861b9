using System.Globalization;
using System.Net;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Organisations.Papers;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>Reports are written, sent up, returned, accepted, brought together and corrected.</summary>
public abstract class ReportTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ReportTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : ReportTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_report_goes_up_comes_back_with_a_remark_is_mended_and_accepted()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        using var checker = await reporting.CheckerAsync("T002");
        var report = await reporting.BeginAsync(officer, "T003");
        Assert.Equal(report, await reporting.BeginAsync(officer, "T003"));
        using (var early = await Reporting.ActAsync(officer, report, "Send"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
            Assert.Contains(
                "Chưa có nội dung ở mục «Công tác lãnh đạo, chỉ đạo»",
                await TextAsync(early),
                StringComparison.Ordinal
            );
        }
        await Reporting.WriteAsync(officer, report, "Đã tổ chức hai hội nghị.");
        await DoneAsync(Reporting.ActAsync(officer, report, "Send"));
        using (var twice = await officer.SendAsync($"/bao-cao/{report}?handler=Send", ("version", "1")))
            Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);
        using (var still = await Reporting.SaveAsync(officer, report, 1, 2, "Sửa lén"))
            Assert.NotEqual(HttpStatusCode.Redirect, still.StatusCode);

        var register = await RegisterAsync("T003");
        Assert.Contains("đã cấp số, chưa ban hành", Text(await officer.ReadAsync(register)), StringComparison.Ordinal);
        var waiting = await checker.ReadAsync($"/bao-cao/{report}");
        Assert.Contains("Đã gửi cấp trên", WebUtility.HtmlDecode(waiting), StringComparison.Ordinal);
        using (var silent = await Reporting.ActAsync(checker, report, "Return"))
            Assert.Contains("Hãy ghi lý do trả lại", await TextAsync(silent), StringComparison.Ordinal);
        var passage = Text(waiting).Split("id=\"passage-")[1].Split('"')[0];
        await DoneAsync(
            Reporting.ActAsync(
                checker,
                report,
                "Return",
                ("passage", passage),
                ("remark", "Nêu rõ ngày họp."),
                ("reason", "Thiếu ngày.")
            )
        );

        var back = Text(await officer.ReadAsync($"/bao-cao/{report}"));
        Assert.Contains("Bị trả lại", back, StringComparison.Ordinal);
        Assert.Contains("Nêu rõ ngày họp.", back, StringComparison.Ordinal);
        using (var unsettled = await Reporting.ActAsync(officer, report, "Send"))
            Assert.Contains("Còn 1 ý kiến", await TextAsync(unsettled), StringComparison.Ordinal);
        var first = (await Reporting.PassagesAsync(officer, report))[0];
        await DoneAsync(
            Reporting.SaveAsync(officer, report, first.Id, first.Version, "Đã tổ chức hai hội nghị ngày 15/02 và 20/02.")
        );
        var remark = back.Split("id=\"remark-")[1].Split('"')[0];
        await DoneAsync(
            officer.SendAsync($"/bao-cao/{report}?handler=Answer", ("remark", remark), ($"answer-{remark}", "Đã bổ sung."))
        );
        await DoneAsync(Reporting.ActAsync(officer, report, "Send"));
        await DoneAsync(Reporting.ActAsync(checker, report, "Accept"));

        var accepted = Text(await officer.ReadAsync($"/bao-cao/{report}"));
        Assert.Contains("Đã tiếp nhận", accepted, StringComparison.Ordinal);
        Assert.Contains("ngày 15/02 và 20/02", accepted, StringComparison.Ordinal);
        // Sent twice, numbered once.
        Assert.Contains("số 1", accepted, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea id=\"text-", accepted, StringComparison.Ordinal);
        var numbered = Text(await officer.ReadAsync(register));
        Assert.Contains("Loại BC", numbered, StringComparison.Ordinal);
        Assert.DoesNotContain("chưa ban hành", numbered, StringComparison.Ordinal);
        using var late = await Reporting.ActAsync(checker, report, "Return", ("reason", "Muộn"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Who_wrote_or_sent_it_does_not_decide_and_neighbours_find_nothing()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var both = await Following.SignedInAsync(
            reporting.Site,
            "hai-vai",
            "T002",
            Web.Platform.Access.Role.Officer,
            Web.Platform.Access.Role.Checker
        );
        var report = await reporting.BeginAsync(both, "T003");
        await Reporting.WriteAsync(both, report, "Không có.");
        await DoneAsync(Reporting.ActAsync(both, report, "Send"));
        using (var own = await Reporting.ActAsync(both, report, "Accept"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
            Assert.Contains("cần người thứ hai", await TextAsync(own), StringComparison.Ordinal);
        }
        using var neighbour = await reporting.OfficerAsync("T004");
        using (var hidden = await neighbour.GetAsync($"/bao-cao/{report}"))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using (var hidden = await neighbour.SendAsync("/bao-cao", $"/bao-cao/{report}?handler=Accept", ("version", "2")))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using (var elsewhere = await neighbour.SendAsync("/bao-cao", $"/bao-cao/ky/{reporting.Period}/T003"))
            Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using var checker = await reporting.CheckerAsync("T002");
        await DoneAsync(Reporting.ActAsync(checker, report, "Accept"));
    }

    [Fact]
    public async Task Two_who_write_one_passage_see_both_versions_and_nothing_is_written_over()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var one = await reporting.OfficerAsync("T003");
        using var other = await Following.SignedInAsync(reporting.Site, "can-bo-hai", "T003", Web.Platform.Access.Role.Officer);
        var report = await reporting.BeginAsync(one, "T003");
        var part = (await Reporting.EmptyPartsAsync(one, report))[0];
        var (passage, version) = await Reporting.WriteAsync(one, report, part, "Bản đầu.");
        await DoneAsync(Reporting.SaveAsync(one, report, passage, version, "Bản của người thứ nhất."));
        using (var second = await Reporting.SaveAsync(other, report, passage, version, "Bản của người thứ hai."))
        {
            Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
            var page = await TextAsync(second);
            Assert.Contains("Bản của người thứ nhất.", page, StringComparison.Ordinal);
            Assert.Contains("Bản của người thứ hai.", page, StringComparison.Ordinal);
        }
        Assert.Contains("Bản của người thứ nhất.", Text(await one.ReadAsync($"/bao-cao/{report}")), StringComparison.Ordinal);
        // Sent once more with the words that are there, nothing is in its way.
        await DoneAsync(Reporting.SaveAsync(one, report, passage, version, "Bản của người thứ nhất."));
    }

    [Fact]
    public async Task Passages_of_accepted_reports_are_taken_over_once_each_with_where_it_comes_from()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        await reporting.AcceptedAsync("T003", "T002", "Thiếu hội trường để tổ chức đại hội của chi bộ.");
        await reporting.AcceptedAsync("T004", "T002", "Thiếu hội trường để tổ chức đại hội của các chi bộ.");
        using var officer = await reporting.OfficerAsync("T002");
        var report = await reporting.BeginAsync(officer, "T002");
        var part = (await Reporting.EmptyPartsAsync(officer, report))[0];
        var offered = Text(await officer.ReadAsync($"/bao-cao/{report}/muc/{part}"));
        Assert.Contains("2 báo cáo đã tiếp nhận có 2 đoạn ở mục này, gộp thành 1 nhóm ý", offered, StringComparison.Ordinal);
        var origin = offered.Split("name=\"origin\" value=\"")[1].Split('"')[0];
        await DoneAsync(officer.SendAsync($"/bao-cao/{report}/muc/{part}", ("origin", origin)));
        using (var again = await officer.SendAsync($"/bao-cao/{report}/muc/{part}", ("origin", origin)))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var page = Text(await officer.ReadAsync($"/bao-cao/{report}"));
        Assert.Contains("Lấy từ:", page, StringComparison.Ordinal);
        Assert.Contains("Tổ chức 3", page, StringComparison.Ordinal);

        // Two levels up it is still known where it was written first.
        await Reporting.WriteAsync(officer, report, "Không có.");
        await DoneAsync(Reporting.ActAsync(officer, report, "Send"));
        using var checker = await reporting.CheckerAsync("T001");
        await DoneAsync(Reporting.ActAsync(checker, report, "Accept"));
        using var above = await reporting.OfficerAsync("T001");
        var upper = await reporting.BeginAsync(above, "T001");
        var upperPart = (await Reporting.EmptyPartsAsync(above, upper))[0];
        Assert.Contains(
            "Tổ chức 2 (Tổ chức 3)",
            Text(await above.ReadAsync($"/bao-cao/{upper}/muc/{upperPart}")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_template_changed_under_way_asks_for_its_new_section_before_the_report_goes_up()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        using var district = await reporting.CheckerAsync("T002");
        var own = $"/bao-cao/noi-dung-mau/{reporting.Template}/T002";
        var page = Text(await district.ReadAsync(own));
        Assert.Contains("Các mục cấp trên yêu cầu", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mở kỳ báo cáo", page, StringComparison.Ordinal);
        await DoneAsync(
            district.SendAsync(
                own + "?handler=Sections",
                ("rows[0].Title", "Công tác hậu cần"),
                ("rows[0].Kind", "Text"),
                ("rows[0].At", "1"),
                ("seen", Following.ValueIn(page, "seen"))
            )
        );
        using (var incomplete = await Reporting.ActAsync(officer, report, "Send"))
            Assert.Contains("có thêm mục «Công tác hậu cần»", await TextAsync(incomplete), StringComparison.Ordinal);
        await DoneAsync(officer.SendAsync($"/bao-cao/{report}?handler=Follow"));
        var parts = await Reporting.EmptyPartsAsync(officer, report);
        await Reporting.WriteAsync(officer, report, parts[^1], "Đã chuẩn bị hội trường.");
        await DoneAsync(Reporting.ActAsync(officer, report, "Send"));

        // Another district knows nothing of it, and the centre's sections stand there.
        using var elsewhere = await reporting.OfficerAsync("T001");
        var upper = await reporting.BeginAsync(elsewhere, "T001");
        Assert.DoesNotContain("Công tác hậu cần", Text(await elsewhere.ReadAsync($"/bao-cao/{upper}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_report_keeps_its_figures_and_a_corrected_edition_has_a_number_of_its_own()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var country = new Country(reporting.Site.Services, Database.Factory);
        await country.AdoptAsync();
        await country.RecordAsync(4, CongressStatus.Held, new(2020, 2, 20));
        var report = await reporting.AcceptedAsync("T002", "T001", "Không có.");
        using var officer = await reporting.OfficerAsync("T002");
        var printed = Text(await officer.ReadAsync($"/bao-cao/{report}"));
        Assert.Contains("/nguon-goc-so-lieu/", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("theo số liệu đã đính chính", printed, StringComparison.Ordinal);

        await country.RecordAsync(3, CongressStatus.Held, new(2020, 2, 25), recorded: Reporting.Today);
        var later = Text(await officer.ReadAsync($"/bao-cao/{report}"));
        Assert.Contains("Có số liệu được đính chính sau khi báo cáo này được tiếp nhận", later, StringComparison.Ordinal);
        Assert.Contains("theo số liệu đã đính chính: 2", later, StringComparison.Ordinal);

        using (var silent = await officer.SendAsync($"/bao-cao/{report}?handler=Correct", ("reason", " ")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using var corrected = await officer.SendAsync($"/bao-cao/{report}?handler=Correct", ("reason", "Cơ sở báo muộn"));
        var edition = Reporting.NumberIn(corrected.Headers.Location);
        Assert.NotEqual(report, edition);
        await DoneAsync(Reporting.ActAsync(officer, edition, "Send"));
        var second = Text(await officer.ReadAsync($"/bao-cao/{edition}"));
        Assert.Contains("Bản đính chính lần 1", second, StringComparison.Ordinal);
        Assert.Contains("số 2", second, StringComparison.Ordinal);
        Assert.Contains("số 1", Text(await officer.ReadAsync($"/bao-cao/{report}")), StringComparison.Ordinal);

        var organisation = await reporting.Site.Service<OrganisationTree>().FindAsync("T002", Stop);
        var register = await reporting.Site.Service<NumberRegister>().ReadAsync(organisation!.Id, Stop);
        Assert.Equal([(1, true), (2, false)], register.Select(one => (one.Number, one.IssuedOn is not null)));
    }

    [Fact]
    public async Task Open_tasks_return_in_the_next_report_until_they_are_done()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T002");
        await DoneAsync(
            officer.SendAsync(
                "/bao-cao/nhiem-vu/C/T002",
                ("form.Text", "Kiểm tra việc thực hiện Chỉ thị 35-CT/TW"),
                ("form.Owner", "Ban Tổ chức"),
                ("form.Due", "31/03/2020")
            )
        );
        var report = await reporting.BeginAsync(officer, "T002");
        Assert.Contains("Kiểm tra việc thực hiện", Text(await officer.ReadAsync($"/bao-cao/{report}")), StringComparison.Ordinal);
        var tasks = Text(await officer.ReadAsync("/bao-cao/nhiem-vu/C/T002"));
        var task = tasks.Split("id=\"task-")[1].Split('"')[0];
        using (
            var bare = await officer.SendAsync("/bao-cao/nhiem-vu/C/T002?handler=Finish", ("task", task), ("on", "02/03/2020"))
        )
            Assert.Contains("Hãy ghi minh chứng", await TextAsync(bare), StringComparison.Ordinal);
        await DoneAsync(
            officer.SendAsync(
                "/bao-cao/nhiem-vu/C/T002?handler=Finish",
                ("task", task),
                ("on", "02/03/2020"),
                ("evidence", "Thông báo 12-TB/HU")
            )
        );
        Assert.Contains("Thông báo 12-TB/HU", Text(await officer.ReadAsync($"/bao-cao/{report}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_prints_as_word_pdf_and_excel_and_begins_an_article()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var report = await reporting.AcceptedAsync(
            "T002",
            "T001",
            "Đã tổ chức hai hội nghị.\n\n- Hội nghị thứ nhất;\n- Hội nghị thứ hai."
        );
        using var head = await Following.SignedInAsync(reporting.Site, "lanh-dao", "T001", Web.Platform.Access.Role.Head);
        foreach (var (form, begins) in (IEnumerable<(string, string)>)[("Pdf", "%PDF-1.7"), ("Docx", "PK"), ("Xlsx", "PK")])
        {
            using var paper = await head.GetAsync($"/bao-cao/{report}?handler={form}");
            Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
            Assert.StartsWith(
                begins,
                System.Text.Encoding.Latin1.GetString(await paper.Content.ReadAsByteArrayAsync(Stop)),
                StringComparison.Ordinal
            );
            Assert.Contains("Tổ chức 2", paper.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        }
        using var reporter = await Following.SignedInAsync(
            reporting.Site,
            "phong-vien",
            OrganisationTree.RootCode,
            Web.Platform.Access.Role.Reporter
        );
        var page = Text(await reporter.ReadAsync("/ban-bien-tap/tu-bao-cao"));
        Assert.Contains("Tổ chức 2: Báo cáo kết quả tổ chức đại hội, 2 tháng đầu năm 2020", page, StringComparison.Ordinal);
        var section = page.Split("<option value=\"")[2].Split('"')[0];
        using var begun = await reporter.SendAsync(
            "/ban-bien-tap/tu-bao-cao",
            ("report", report.ToString(CultureInfo.InvariantCulture)),
            ("section", section)
        );
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var article = Text(await reporter.ReadAsync(begun.Headers.Location!.ToString()));
        Assert.Contains("Hội nghị thứ hai.", article, StringComparison.Ordinal);
        Assert.Contains("/nguon-goc-so-lieu/", article, StringComparison.Ordinal);
        using var elsewhere = await Following.SignedInAsync(
            reporting.Site,
            "phong-vien-xa",
            "T003",
            Web.Platform.Access.Role.Reporter
        );
        using var hidden = await elsewhere.SendAsync(
            "/ban-bien-tap/tu-bao-cao",
            ("report", report.ToString(CultureInfo.InvariantCulture)),
            ("section", section)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hidden.StatusCode);
    }

    [Fact]
    public async Task Who_was_founded_later_is_not_asked_and_who_ended_later_still_owes_its_report()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var country = new Country(reporting.Site.Services, Database.Factory);
        await country.AdoptAsync();
        await country.DissolveAsync(4, new(2020, 3, 3));
        await country.FoundAsync(2, "grassroots", new(2020, 3, 3));
        using var district = await reporting.CheckerAsync("T002");
        var page = Text(await district.ReadAsync($"/bao-cao/ky/{reporting.Period}/T002"));
        Assert.Contains("trong 2 đơn vị", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/bao-cao/ky/{reporting.Period}/T005", page, StringComparison.Ordinal);
        using var founded = await reporting.OfficerAsync("T005");
        using (var begun = await founded.SendAsync("/bao-cao", $"/bao-cao/ky/{reporting.Period}/T005"))
            Assert.Equal(HttpStatusCode.NotFound, begun.StatusCode);
        Assert.DoesNotContain("Báo cáo phải gửi", Text(await founded.ReadAsync("/viec-cua-toi")), StringComparison.Ordinal);
        Assert.Contains("không phải báo cáo", Text(await founded.ReadAsync("/bao-cao")), StringComparison.Ordinal);
        using var ended = await reporting.OfficerAsync("T004");
        Assert.Contains("Báo cáo phải gửi", Text(await ended.ReadAsync("/viec-cua-toi")), StringComparison.Ordinal);
        Assert.DoesNotContain("không phải báo cáo", Text(await ended.ReadAsync("/bao-cao")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_had_ended_by_the_cut_off_is_not_asked_and_who_moved_reports_where_it_stood_then()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var country = new Country(reporting.Site.Services, Database.Factory);
        await country.AdoptAsync();
        await country.DissolveAsync(3, new(2020, 2, 20));
        using var district = await reporting.CheckerAsync("T002");
        var page = Text(await district.ReadAsync($"/bao-cao/ky/{reporting.Period}/T002"));
        Assert.Contains("trong 1 đơn vị", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/bao-cao/ky/{reporting.Period}/T003", page, StringComparison.Ordinal);
        using var officer = await reporting.OfficerAsync("T003");
        using var begun = await officer.SendAsync("/bao-cao", $"/bao-cao/ky/{reporting.Period}/T003");
        Assert.Equal(HttpStatusCode.NotFound, begun.StatusCode);
        // One that moved after the cut-off still stands below the district for this period.
        await country.MoveAsync(4, 1, new(2020, 3, 3));
        Assert.Contains(
            $"/bao-cao/ky/{reporting.Period}/T004",
            Text(await district.ReadAsync($"/bao-cao/ky/{reporting.Period}/T002")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_figure_that_no_longer_exists_is_left_out_and_the_report_goes_up_without_it()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        await new Sql(Database.Address).RunAsync(
            "update report_section set figures = 'congresses-held,a-figure-of-old' where kind = 'Figures'",
            Stop
        );
        Assert.Contains(
            "Số liệu «a-figure-of-old» không còn",
            Text(await officer.ReadAsync($"/bao-cao/{report}")),
            StringComparison.Ordinal
        );
        await DoneAsync(Reporting.ActAsync(officer, report, "Send"));
    }

    [Fact]
    public async Task Three_hundred_reports_from_below_are_brought_together_while_somebody_waits()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var officer = await reporting.OfficerAsync("T002");
        var report = await reporting.BeginAsync(officer, "T002");
        var part = (await Reporting.EmptyPartsAsync(officer, report))[0];
        await PlantedReport.BelowAsync(reporting.Site, report, "T002", 300);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var page = Text(await officer.ReadAsync($"/bao-cao/{report}/muc/{part}"));
        Assert.Contains("300 báo cáo đã tiếp nhận có 300 đoạn", page, StringComparison.Ordinal);
        Assert.True(watch.Elapsed.TotalSeconds < 5, $"{watch.Elapsed}");
        var origins = page.Split("name=\"origin\" value=\"").Skip(1).Select(rest => ("origin", rest.Split('"')[0])).ToArray();
        Assert.Equal(300, origins.Length);
        await DoneAsync(officer.SendAsync($"/bao-cao/{report}/muc/{part}", origins));
        Assert.Equal(300, await CountAsync("report_passage", $"part_id = {part}"));
        officer.Dispose();
    }

    [Fact]
    public async Task What_waits_is_told_to_those_who_have_to_do_it()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        using var checker = await reporting.CheckerAsync("T002");
        Assert.Contains("Báo cáo phải gửi: Tổ chức 3", Text(await officer.ReadAsync("/viec-cua-toi")), StringComparison.Ordinal);
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        await DoneAsync(Reporting.ActAsync(officer, report, "Send"));
        Assert.DoesNotContain("Báo cáo phải gửi", Text(await officer.ReadAsync("/viec-cua-toi")), StringComparison.Ordinal);
        Assert.Contains(
            "Báo cáo chờ tiếp nhận: Tổ chức 2",
            Text(await checker.ReadAsync("/viec-cua-toi")),
            StringComparison.Ordinal
        );
        await DoneAsync(Reporting.ActAsync(checker, report, "Return", ("reason", "Thiếu số liệu.")));
        Assert.Contains(
            "Báo cáo bị trả lại: Tổ chức 3",
            Text(await officer.ReadAsync("/viec-cua-toi")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("period.Until", "30/02/2020", "Ngày không rõ")]
    [InlineData("period.Until", "01/01/2019", "Ngày chốt phải từ 01/02/2020")]
    [InlineData("period.Due[3]", "01/03/2020", "Hạn gửi phải từ ngày chốt 29/03/2020")]
    [InlineData("period.Due[1]", "02/04/2020", "Hạn của cấp trên phải từ hạn của cấp dưới (03/04/2020)")]
    [InlineData("period.Name", "", "Hãy đặt tên kỳ")]
    [InlineData("period.Name", "2 tháng đầu năm 2020", "Đã có kỳ")]
    public async Task A_period_that_cannot_be_is_refused_beside_its_field(string field, string value, string says)
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["period.Name"] = "Tháng 3",
            ["period.From"] = "01/02/2020",
            ["period.Until"] = "29/03/2020",
            ["period.Due[3]"] = "03/04/2020",
            ["period.Due[1]"] = "10/04/2020",
            [field] = value,
        };
        var before = await CountAsync("report_period");
        using var refused = await reporting.Centre.SendAsync(
            $"/bao-cao/noi-dung-mau/{reporting.Template}/T000?handler=Open",
            [.. form.Select(one => (one.Key, one.Value))]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(says, await TextAsync(refused), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync("report_period"));
    }

    [Fact]
    public async Task Two_who_send_or_decide_at_once_do_it_once()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        using var checker = await reporting.CheckerAsync("T002");
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Reporting.ActAsync(officer, report, "Send")));
        Assert.Contains(sent, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await CountAsync("paper_number"));
        Assert.Equal(1, await CountAsync("report_step", "taken = 'Submitted'"));
        var decided = await Task.WhenAll(
            Reporting.ActAsync(checker, report, "Accept"),
            Reporting.ActAsync(checker, report, "Return", ("reason", "Thiếu."))
        );
        Assert.Equal(1, await CountAsync("report_step", "taken in ('Accepted', 'Returned')"));
        foreach (var answer in sent.Concat(decided))
            answer.Dispose();
    }

    private async Task<long> CountAsync(string table, string where = "1 = 1") =>
        await new Sql(Database.Address).FirstAsync($"select count(*) from {table} where {where}", row => row.GetInt64(0), Stop);

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {await TextAsync(answer)}");
    }

    private static string Text(string page) => WebUtility.HtmlDecode(page);

    private async Task<string> RegisterAsync(string organisation) =>
        await Database.Sql.FirstAsync(
            "select id from organisation where code = @o",
            row => $"/to-chuc/{row.GetInt64(0).ToString(System.Globalization.CultureInfo.InvariantCulture)}/so-van-ban",
            Stop,
            ("o", organisation)
        ) ?? throw new InvalidOperationException(organisation);

    private static async Task<string> TextAsync(HttpResponseMessage answer) => Text(await answer.Content.ReadAsStringAsync(Stop));
}
