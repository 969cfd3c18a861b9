using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Reports.Papers;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>An organisation puts its own words in the place of the usual ones of its papers.</summary>
public abstract partial class PaperWordsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : PaperWordsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : PaperWordsTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Words_of_the_centre_hold_below_until_an_organisation_sets_its_own_and_what_was_sent_keeps_them()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var officer = await reporting.OfficerAsync("T003");
        using var checker = await reporting.CheckerAsync("T003");
        var report = await reporting.BeginAsync(officer, "T003");
        await Reporting.WriteAsync(officer, report, "Không có.");
        var usual = await PaperAsync(officer, report);
        Assert.Contains("BAN THƯỜNG VỤ", usual, StringComparison.Ordinal);
        Assert.Contains("Lưu Văn phòng.", usual, StringComparison.Ordinal);

        await SavedAsync(
            SetAsync(
                reporting.Centre,
                "T000",
                ("onBehalf", "T/M Ban Chấp hành {kỳ}"),
                ("recipients", "- {cấp trên} (để báo cáo),\n- Ban Tổ chức (để theo dõi),\nLưu."),
                ("closing", "Trên đây là báo cáo {kỳ} của {đơn vị}.")
            )
        );
        await SavedAsync(SetAsync(checker, "T003", ("place", "Đồng Xoài"), ("sign", "ĐU"), ("signer", "Trần Thị Bình")));
        var own = await PaperAsync(officer, report);
        Assert.Contains("BAN CHẤP HÀNH 2 THÁNG ĐẦU NĂM 2020", own, StringComparison.Ordinal);
        Assert.Contains("Ban Tổ chức (để theo dõi),", own, StringComparison.Ordinal);
        Assert.Contains("Trên đây là báo cáo 2 tháng đầu năm 2020 của ", own, StringComparison.Ordinal);
        Assert.Contains("Đồng Xoài, ngày", own, StringComparison.Ordinal);
        Assert.Contains("Trần Thị Bình", own, StringComparison.Ordinal);
        Assert.DoesNotContain("{", own, StringComparison.Ordinal);

        await SavedAsync(Reporting.ActAsync(officer, report, "Send"));
        await SavedAsync(SetAsync(checker, "T003", ("signer", "Lê Văn Chín"), ("onBehalf", "ĐẢNG ỦY")));
        var sent = await PaperAsync(officer, report);
        Assert.Contains("Số 01-BC/ĐU", sent, StringComparison.Ordinal);
        Assert.Contains("Trần Thị Bình", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("ĐẢNG ỦY", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_for_nothing_is_named_beside_its_field_and_of_two_the_second_is_told()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var checker = await reporting.CheckerAsync("T003");
        using (var wrong = await SetAsync(checker, "T003", ("closing", "Kính trình {cap tren}."), ("sign", "T U")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
            Assert.Contains("id=\"closing-problem\" role=\"alert\">Không dùng được «{cap tren}»", page, StringComparison.Ordinal);
            Assert.Contains("id=\"sign-problem\" role=\"alert\">Chữ viết tắt chỉ gồm chữ và số", page, StringComparison.Ordinal);
            Assert.Contains("Kính trình {cap tren}.", page, StringComparison.Ordinal);
        }
        var seen = SeenField().Match(await checker.ReadAsync(PathOf("T003"))).Groups[1].Value;
        await SavedAsync(checker.SendAsync(PathOf("T003"), ("sign", "ĐU"), ("seen", seen)));
        // A field to be mended between the two does not make it seen.
        using (var typo = await checker.SendAsync(PathOf("T003"), ("signer", "{kỳ}"), ("seen", seen)))
            Assert.Equal(seen, SeenField().Match(await typo.Content.ReadAsStringAsync(Stop)).Groups[1].Value);
        using var second = await checker.SendAsync(PathOf("T003"), ("sign", "HU"), ("seen", seen));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains(
            "<dd>ĐU</dd>",
            WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
        Assert.Contains("value=\"ĐU\"", WebUtility.HtmlDecode(await checker.ReadAsync(PathOf("T003"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_arranges_nothing_there_finds_no_words()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        using var neighbour = await reporting.CheckerAsync("T004");
        using var hidden = await neighbour.GetAsync(PathOf("T003"));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var sent = await neighbour.SendAsync("/bao-cao", PathOf("T003"), ("sign", "X"));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.Equal(0L, await Database.Sql.FirstAsync("select count(*) from paper_words", row => row.GetInt64(0), Stop));
    }

    private static string PathOf(string organisation) => $"/bao-cao/loi-van/C/{organisation}";

    private static async Task<HttpResponseMessage> SetAsync(
        Visitor person,
        string organisation,
        params (string Name, string Value)[] fields
    )
    {
        var page = await person.ReadAsync(PathOf(organisation));
        return await person.SendAsync(PathOf(organisation), [.. fields, ("seen", SeenField().Match(page).Groups[1].Value)]);
    }

    private static async Task SavedAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> PaperAsync(Visitor person, long report)
    {
        using var answer = await person.GetAsync($"/bao-cao/{report}?handler=Docx");
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        await using var document = await archive.GetEntry("word/document.xml")!.OpenAsync(Stop);
        using var reader = new StreamReader(document);
        return WebUtility.HtmlDecode(Tag().Replace(await reader.ReadToEndAsync(Stop), ""));
    }

    [GeneratedRegex("name=\"seen\" value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex SeenField();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}

/// <summary>What braces in the words of papers stand for.</summary>
public sealed class PaperWordingTests
{
    [Theory]
    [InlineData("Kính gửi {cấp trên}.", null)]
    [InlineData("{kỳ} của {đơn vị}", null)]
    [InlineData("{Kỳ}", "{Kỳ}")]
    [InlineData("{cấp trên} và {", "{")]
    [InlineData("{{kỳ}}", "{{kỳ}")]
    public void What_stands_for_nothing_is_found(string text, string? unknown) =>
        Assert.Equal(unknown, PaperWording.Unknown(text));

    [Fact]
    public void At_the_top_nothing_goes_to_the_organisation_above() =>
        Assert.Equal(
            ["Các đơn vị trực thuộc,", "Lưu Văn phòng."],
            PaperWording.Usual.RecipientsOf(null, "Trung ương", "quý I", Web.Ui.Texts.Vietnamese)
        );

    [Theory]
    [InlineData("T/M BAN THƯỜNG VỤ", "BAN THƯỜNG VỤ")]
    [InlineData("TM. Ban Chấp hành", "Ban Chấp hành")]
    [InlineData("Tmt", "Tmt")]
    [InlineData(null, null)]
    public void The_body_stands_without_what_the_layout_writes_before_it(string? typed, string? body) =>
        Assert.Equal(body, PaperWording.BodyOf(typed));

    [Fact]
    public void Recipients_stand_without_their_dashes() =>
        Assert.Equal(
            ["Ban Tổ chức,", "Lưu."],
            (PaperWording.Usual with { Recipients = "- Ban Tổ chức,\r\n\n– {cấp trên},\n• Lưu." }).RecipientsOf(
                null,
                "",
                "",
                Web.Ui.Texts.Vietnamese
            )
        );

    [Fact]
    public void Words_come_back_as_they_were_kept()
    {
        var words = new PaperWording("Đồng Xoài", "TU", null, "Trần Thị Bình", null, "a\nb", null, "Hết./.");
        Assert.Equal(words, PaperWording.Of(words.Json()));
    }
}
