using System.Net;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>The level above asks about a report that it has before it, and is answered before it accepts.</summary>
public abstract partial class ReportQuestionTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ReportQuestionTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ReportQuestionTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_question_waits_for_who_answers_and_an_empty_answer_is_refused_beside_it()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        using var checker = await reporting.CheckerAsync("T002");
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        (await Reporting.ActAsync(officer, report, "Send")).Dispose();
        Assert.DoesNotContain("chờ trả lời", Text(await officer.ReadAsync("/viec-cua-toi")), StringComparison.Ordinal);
        using (var asked = await Reporting.ActAsync(checker, report, "Ask", ("remark", "Số này từ đâu?")))
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var waiting = Text(await officer.ReadAsync("/viec-cua-toi"));
        Assert.Contains("Báo cáo được hỏi lại, chờ trả lời: Tổ chức 3", waiting, StringComparison.Ordinal);
        Assert.Contains($"/bao-cao/{report}#remarks", waiting, StringComparison.Ordinal);

        var remark = AnswerField().Match(await officer.ReadAsync($"/bao-cao/{report}")).Groups[1].Value;
        using (
            var empty = await officer.SendAsync(
                $"/bao-cao/{report}?handler=Answer",
                ("remark", remark),
                ($"answer-{remark}", " ")
            )
        )
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
            Assert.Contains(
                $"id=\"answer-{remark}-problem\" role=\"alert\">",
                await empty.Content.ReadAsStringAsync(Stop),
                StringComparison.Ordinal
            );
        }
        (
            await officer.SendAsync(
                $"/bao-cao/{report}?handler=Answer",
                ("remark", remark),
                ($"answer-{remark}", "Từ biên bản đại hội.")
            )
        ).Dispose();
        Assert.DoesNotContain("chờ trả lời", Text(await officer.ReadAsync("/viec-cua-toi")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_typed_are_not_dropped_by_accepting()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        using var checker = await reporting.CheckerAsync("T002");
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        (await Reporting.ActAsync(officer, report, "Send")).Dispose();
        using (var refused = await Reporting.ActAsync(checker, report, "Accept", ("remark", "Bổ sung bảng."), ("reason", "")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = Text(await refused.Content.ReadAsStringAsync(Stop));
            Assert.Contains("id=\"remark-problem\"", page, StringComparison.Ordinal);
            Assert.Contains(">Bổ sung bảng.</textarea>", page, StringComparison.Ordinal);
        }
        using var accepted = await Reporting.ActAsync(checker, report, "Accept", ("remark", ""), ("reason", " "));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
    }

    [Fact]
    public async Task Words_that_came_too_late_are_shown_to_who_typed_them()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        var report = await reporting.BeginAsync(officer, "T003");
        var part = (await Reporting.EmptyPartsAsync(officer, report))[0];
        await Reporting.WriteAsync(officer, report, "Không có.");
        var (_, passage, version) = (await Reporting.PassagesAsync(officer, report)).First(one => one.Part == part);
        (await Reporting.ActAsync(officer, report, "Send")).Dispose();
        using var late = await Reporting.SaveAsync(officer, report, passage, version, "Viết dở lúc đồng nghiệp gửi.");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains(
            "readonly lang=\"vi\">Viết dở lúc đồng nghiệp gửi.</textarea>",
            Text(await late.Content.ReadAsStringAsync(Stop)).ReplaceLineEndings(""),
            StringComparison.Ordinal
        );
    }

    private static string Text(string page) => WebUtility.HtmlDecode(page);

    [GeneratedRegex("name=\"answer-([0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex AnswerField();
}
