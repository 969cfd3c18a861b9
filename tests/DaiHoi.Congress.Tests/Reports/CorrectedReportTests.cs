using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>A corrected edition says what it replaces, and what stood in the one before is not taken a second time.</summary>
public abstract partial class CorrectedReportTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : CorrectedReportTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : CorrectedReportTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_paper_of_a_corrected_edition_names_the_one_that_it_replaces_and_why()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var report = await reporting.AcceptedAsync("T003", "T002", "Không có.");
        using var officer = await reporting.OfficerAsync("T003");
        Assert.DoesNotContain("thay thế", await PaperAsync(officer, report), StringComparison.Ordinal);
        var edition = await CorrectAsync(officer, report, "Cơ sở báo muộn.");
        Assert.Contains(
            "Báo cáo này thay thế Báo cáo Số 01-BC ngày 03/03/2020. Lý do: Cơ sở báo muộn.",
            await PaperAsync(officer, edition),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_register_has_the_day_that_the_paper_bears()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        (await Reporting.ActAsync(officer, report, "Send")).Dispose();
        reporting.Site.Time.Advance(TimeSpan.FromDays(2));
        using var checker = await reporting.CheckerAsync("T002");
        (await Reporting.ActAsync(checker, report, "Accept")).Dispose();
        Assert.Equal(
            Reporting.Today,
            await Database.Sql.FirstAsync("select issued_on from paper_number", row => row.DayOrNull(0), Stop)
        );
    }

    [Fact]
    public async Task What_was_taken_from_the_edition_before_is_not_taken_again_and_what_was_rewritten_says_so()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var below = await reporting.AcceptedAsync("T003", "T002", "Thiếu hội trường.");
        using var officer = await reporting.OfficerAsync("T002");
        var report = await reporting.BeginAsync(officer, "T002");
        var part = (await Reporting.EmptyPartsAsync(officer, report))[0];
        var merge = $"/bao-cao/{report}/muc/{part}";
        (await officer.SendAsync(merge, ("origin", OriginIn(await officer.ReadAsync(merge))))).Dispose();

        using var lower = await reporting.OfficerAsync("T003");
        var edition = await CorrectAsync(lower, below, "Đính chính số liệu");
        (await Reporting.ActAsync(lower, edition, "Send")).Dispose();
        using (var checker = await reporting.CheckerAsync("T002"))
            (await Reporting.ActAsync(checker, edition, "Accept")).Dispose();
        var offered = WebUtility.HtmlDecode(await officer.ReadAsync(merge));
        Assert.DoesNotContain("name=\"origin\"", offered, StringComparison.Ordinal);
        var ids = await Database.Sql.ListAsync(
            "select p.id from report_passage p join report_part t on t.id = p.part_id where t.report_id = @r",
            row => row.GetInt64(0),
            Stop,
            ("r", edition)
        );
        using (
            var forged = await officer.SendAsync(
                merge,
                [.. ids.Select(id => ("origin", id.ToString(System.Globalization.CultureInfo.InvariantCulture)))]
            )
        )
            Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);

        var (_, passage, version) = (await Reporting.PassagesAsync(officer, report))[0];
        Assert.Contains(
            "Lấy từ:",
            WebUtility.HtmlDecode(await officer.ReadAsync($"/bao-cao/{report}")),
            StringComparison.Ordinal
        );
        (await Reporting.SaveAsync(officer, report, passage, version, "Thiếu hội trường ở vùng sâu.")).Dispose();
        Assert.Contains(
            "Lấy từ, có sửa:",
            WebUtility.HtmlDecode(await officer.ReadAsync($"/bao-cao/{report}")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_later_correction_shows_in_the_table_of_organisations_too()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var country = new Country(reporting.Site.Services, Database.Factory);
        await country.AdoptAsync();
        await country.RecordAsync(4, CongressStatus.Held, new(2020, 2, 20));
        var report = await reporting.AcceptedAsync("T002", "T001", "Không có.");
        await country.RecordAsync(3, CongressStatus.Held, new(2020, 2, 25), recorded: Reporting.Today);
        using var officer = await reporting.OfficerAsync("T002");
        var page = WebUtility.HtmlDecode(await officer.ReadAsync($"/bao-cao/{report}"));
        Assert.Matches(
            "Tổ chức 3</th>(<td class=\"number\">[^/]*?</td>)*<td class=\"number\">0<span class=\"note warns\"> · theo số liệu đã đính chính: 1",
            page
        );
    }

    private static async Task<long> CorrectAsync(Visitor officer, long report, string reason)
    {
        using var corrected = await officer.SendAsync($"/bao-cao/{report}?handler=Correct", ("reason", reason));
        return Reporting.NumberIn(corrected.Headers.Location);
    }

    private static string OriginIn(string page) => page.Split("name=\"origin\" value=\"")[1].Split('"')[0];

    private static async Task<string> PaperAsync(Visitor person, long report)
    {
        using var answer = await person.GetAsync($"/bao-cao/{report}?handler=Docx");
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        await using var document = await archive.GetEntry("word/document.xml")!.OpenAsync(Stop);
        using var reader = new StreamReader(document);
        return WebUtility.HtmlDecode(Tag().Replace(await reader.ReadToEndAsync(Stop), ""));
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
