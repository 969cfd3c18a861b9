using System.Net;
using System.Text.Json;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

public abstract class AttachmentTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AttachmentTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : AttachmentTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Library = "/ban-bien-tap/kho-phuong-tien";
    private const string Upload = "/ban-bien-tap/anh";

    [Fact]
    public async Task A_PDF_is_kept_once_offered_by_an_article_and_told_where_it_is_used()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var file = await UploadedAsync(reporter, Pdf.Of(), "Kế hoạch số 12.PDF");
        Assert.Equal(file, await UploadedAsync(reporter, Pdf.Of(), "khac.pdf"));
        Assert.Contains("Kế hoạch số 12", await reporter.ReadAsync(Library + "/tep?q=ke+hoach"), StringComparison.Ordinal);

        var id = await PublishedAsync(
            site,
            $"<p>a</p><figure data-file=\"{file}\"><figcaption>Toàn văn &amp; phụ lục</figcaption></figure>"
        );
        var page = WebUtility.HtmlDecode(await site.ReadAsync($"/bai-viet/bai-{id}"));
        var kept = (await site.Service<AttachmentLibrary>().OneAsync(file, Stop))!;
        Assert.Contains(
            $"<span class=\"kind\" lang=\"vi\">Tệp đính kèm</span> <a href=\"/tep/{kept.Sha256}.pdf\" download>Toàn văn & phụ lục</a> <span class=\"facts\" lang=\"vi\">PDF, 1 KB</span>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("/bai/" + id, await reporter.ReadAsync($"{Library}/tep/{file}"), StringComparison.Ordinal);
        using var saved = await site.Reader.GetAsync($"/tep/{kept.Sha256}.pdf", Stop);
        Assert.Equal(Pdf.Of(), await saved.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(
            ("application/pdf", "attachment", "Kế hoạch số 12.pdf"),
            (
                saved.Content.Headers.ContentType!.MediaType,
                saved.Content.Headers.ContentDisposition!.DispositionType,
                saved.Content.Headers.ContentDisposition.FileNameStar
            )
        );
        Assert.Equal(
            ("nosniff", "sandbox; default-src 'none'; frame-ancestors 'none'"),
            (
                saved.Headers.GetValues("X-Content-Type-Options").Single(),
                saved.Headers.GetValues("Content-Security-Policy").Single()
            )
        );
        Assert.Equal(1L, await CountAsync("audit_entry where action = 'attachment.added'"));
    }

    [Theory]
    [InlineData("catalog:/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "tự chạy")]
    [InlineData("catalog:/Names << /EmbeddedFiles 5 0 R >>", "nhúng bên trong")]
    [InlineData("trailer:/Encrypt 5 0 R", "mật khẩu")]
    public async Task A_hostile_PDF_is_refused_with_the_reason_and_leaves_nothing(string part, string why)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        foreach (var to in (string[])[Upload, Library])
        {
            using var answer = await reporter.UploadAsync(Library, to, Pdf.With(part), "tep.jpg");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var said = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Contains(
                why,
                WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Unescape(said.Replace("\\\"", ""))),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(0L, await CountAsync("attachment"));
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf.With(part)));
        Assert.Empty(Directory.GetFiles(Database.Address.Folder, $"*{sha256}*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_without_its_row_is_not_served()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (sha256, _) = await site.Service<MediaStore>().PutPdfAsync(Pdf.Of(), Stop);
        Assert.NotNull(site.Service<MediaStore>().PdfOf(sha256));
        foreach (var path in (string[])[$"/tep/{sha256}.pdf", $"/tep/{new string('a', 64)}.pdf", "/tep/..%2f..%2fdaihoi.db.pdf"])
        {
            using var answer = await site.Reader.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_file_gets_another_title_and_name_and_articles_show_them()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var file = await UploadedAsync(reporter, Pdf.Of(), "scan0001.pdf");
        var id = await PublishedAsync(site, $"<p>a</p><figure data-file=\"{file}\"></figure>");
        Assert.Contains(">scan0001</a>", await site.ReadAsync($"/bai-viet/bai-{id}"), StringComparison.Ordinal);
        using (await reporter.SendAsync($"{Library}/tep/{file}", ("heading", "Báo cáo chính trị"), ("name", "bao<cao>"))) { }
        Assert.Contains(
            ">Báo cáo chính trị</a>",
            WebUtility.HtmlDecode(await site.ReadAsync($"/bai-viet/bai-{id}")),
            StringComparison.Ordinal
        );
        var kept = (await site.Service<AttachmentLibrary>().OneAsync(file, Stop))!;
        Assert.Equal("bao cao.pdf", kept.Name);
        using var empty = await reporter.SendAsync($"{Library}/tep/{file}", ("heading", ""), ("name", "a"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Fact]
    public async Task A_document_is_named_by_its_number_and_shown_with_number_day_and_link()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var section = await DeskHand.CategoryAsync(site);
        var document = await DocumentAsync("35-CT/TW", new(2019, 5, 30));
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var id = await BegunAsync(reporter, section);
        var sent = await WriteAsync(reporter, id, section, "Theo [Chỉ thị 35](van-ban:35-ct/tw), các cấp ủy chuẩn bị.");
        Assert.Equal(HttpStatusCode.Redirect, sent);
        var body = await BodyAsync(id);
        Assert.Equal(
            $"<p>Theo Chỉ thị 35, các cấp ủy chuẩn bị.</p><figure data-document=\"{document}\"><figcaption>Chỉ thị 35</figcaption></figure>",
            body
        );
        // What the editor and the plain field are given leads back to the same.
        var page = WebUtility.HtmlDecode(await reporter.ReadAsync($"/ban-bien-tap/bai/{id}/sua"));
        Assert.Contains($"[Chỉ thị 35](van-ban:{document})", page, StringComparison.Ordinal);
        await PublishAsync(site, id);
        var read = WebUtility.HtmlDecode(await site.ReadAsync($"/bai-viet/bai-{id}"));
        Assert.Contains(
            $"<a href=\"/van-ban/35-ct-tw-{document}\">Chỉ thị số 35-CT/TW</a> <span class=\"facts\" lang=\"vi\">ngày 30/05/2019, Bộ Chính trị</span>",
            read,
            StringComparison.Ordinal
        );
        var paper = WebUtility.HtmlDecode(await site.ReadAsync($"/bai-viet/bai-{id}/in"));
        Assert.Contains($"/van-ban/35-ct-tw-{document}</li>", paper, StringComparison.Ordinal);
        Assert.Contains(
            $"/en/van-ban/35-ct-tw-{document}",
            await site.ReadAsync($"/en/bai-viet/bai-{id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_told_is_said_and_nothing_is_lost()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var section = await DeskHand.CategoryAsync(site);
        var first = await DocumentAsync("12-KH/TU", new(2019, 1, 2));
        var second = await DocumentAsync("12-KH/TU", new(2020, 1, 2));
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var id = await BegunAsync(reporter, section);
        foreach (
            var (written, said) in ((string, string)[])
                [
                    ("[x](van-ban:99-QĐ/TW)", "Kho tài liệu không có văn bản «99-QĐ/TW»."),
                    ("[x](van-ban:9999)", "Kho tài liệu không có văn bản «9999»."),
                    ("[x](tep:9999)", "Không có tệp số 9999 trong kho phương tiện."),
                    ("[x](van-ban:12-KH/TU)", $"van-ban:{second} (02/01/2020); van-ban:{first} (02/01/2019)"),
                ]
        )
        {
            using var answer = await reporter.SendAsync(
                $"/ban-bien-tap/bai/{id}/sua",
                ("headline", "Bài"),
                ("section", section.ToString(Formats.Vietnamese)),
                ("version", "1"),
                ("markdown", "Chữ đã gõ.\n\n" + written)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains("Chữ đã gõ.", page, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.Redirect, await WriteAsync(reporter, id, section, $"[x](van-ban:{second})"));
    }

    [Fact]
    public async Task The_editor_finds_files_and_documents_with_and_without_marks()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        var document = await DocumentAsync("35-CT/TW", new(2019, 5, 30));
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var file = await UploadedAsync(reporter, Pdf.Of(), "Kế hoạch.pdf");
        foreach (var words in (string[])["", "35-ct", "chi+thi", "dai+hoi+dang"])
        {
            using var found = JsonDocument.Parse(await reporter.ReadAsync("/ban-bien-tap/chon-van-ban?q=" + words));
            Assert.Equal(
                (document, "Chỉ thị số 35-CT/TW"),
                (found.RootElement[0].GetProperty("id").GetInt64(), found.RootElement[0].GetProperty("words").GetString())
            );
        }
        using var files = JsonDocument.Parse(await reporter.ReadAsync("/ban-bien-tap/tep?q=ke+hoach"));
        Assert.Equal(
            (file, "PDF, 1 KB"),
            (files.RootElement[0].GetProperty("id").GetInt64(), files.RootElement[0].GetProperty("facts").GetString())
        );
        Assert.Equal("[]", await reporter.ReadAsync("/ban-bien-tap/tep?q=khong+co"));
    }

    [Fact]
    public async Task A_document_that_the_library_has_no_more_leaves_its_words()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        var id = await PublishedAsync(site, "<p>a</p><figure data-document=\"77\"><figcaption>Chỉ thị 35</figcaption></figure>");
        Assert.Contains(
            "<p>Chỉ thị 35</p>",
            WebUtility.HtmlDecode(await site.ReadAsync($"/bai-viet/bai-{id}")),
            StringComparison.Ordinal
        );
    }

    private async Task<long> DocumentAsync(string number, DateOnly on)
    {
        await using var database = Database.Factory.Create();
        var document = DocumentOf(number, on);
        database.Add(document);
        await database.SaveChangesAsync(Stop);
        return document.Id;
    }

    private static OfficialDocument DocumentOf(string number, DateOnly on) =>
        new()
        {
            Number = number,
            Type = "Chỉ thị",
            IssuedOn = on,
            IssuingBody = "Bộ Chính trị",
            Summary = "Về đại hội đảng bộ các cấp",
            SearchText = Fold.Letters($"{number} Chỉ thị Bộ Chính trị Về đại hội đảng bộ các cấp"),
        };

    private static async Task<long> PublishedAsync(Site site, string body)
    {
        var writer = await DeskHand.OfAsync(site, 1, Role.Reporter);
        var id = await writer.BeginAsync("Bài");
        Assert.Equal(DeskOutcome.Done, (await writer.SaveAsync(id, await DeskHand.EditAsync(site, "Bài", body))).Outcome);
        await PublishAsync(site, id);
        return id;
    }

    private static async Task PublishAsync(Site site, long id)
    {
        var by = await site.Service<Sql>()
            .FirstAsync("select writer_id from article where id = @id", row => row.GetInt64(0), Stop, ("id", id));
        var writer = await DeskHand.OfAsync(site, by, Role.Reporter);
        var publisher = await DeskHand.OfAsync(site, by + 1000, Role.Publisher, Role.Editor);
        await writer.TakeAsync(id, ArticleStepKind.Submitted);
        await publisher.TakeAsync(id, ArticleStepKind.Approved);
        Assert.Equal(DeskOutcome.Done, (await publisher.TakeAsync(id, ArticleStepKind.Published)).Outcome);
    }

    private static async Task<long> BegunAsync(Visitor reporter, long section)
    {
        using var begun = await reporter.SendAsync(
            "/ban-bien-tap/bai-moi",
            ("headline", "Bài"),
            ("section", section.ToString(Formats.Vietnamese))
        );
        return long.Parse(begun.Headers.Location!.ToString().Split('/')[3], Formats.Vietnamese);
    }

    private static async Task<HttpStatusCode> WriteAsync(Visitor reporter, long id, long section, string markdown)
    {
        using var answer = await reporter.SendAsync(
            $"/ban-bien-tap/bai/{id}/sua",
            ("headline", "Bài"),
            ("lead", "Sapo."),
            ("section", section.ToString(Formats.Vietnamese)),
            ("version", "1"),
            ("markdown", markdown)
        );
        return answer.StatusCode;
    }

    private Task<string> BodyAsync(long id) =>
        Database.Sql.FirstAsync("select body_html from article where id = @id", row => row.GetString(0), Stop, ("id", id))!;

    private Task<long> CountAsync(string from) =>
        Database.Sql.FirstAsync("select count(*) from " + from, row => row.GetInt64(0), Stop);

    private static async Task<long> UploadedAsync(Visitor visitor, byte[] bytes, string name)
    {
        using var answer = await visitor.UploadAsync(Library, Upload, bytes, name);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("file", json.RootElement.GetProperty("kind").GetString());
        return json.RootElement.GetProperty("id").GetInt64();
    }
}
