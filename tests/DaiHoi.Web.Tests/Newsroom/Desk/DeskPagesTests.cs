using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using MiniExcelLibs;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

/// <summary>The pages of the desk, without JavaScript: what a reporter, an editor and a publisher do in their browsers.</summary>
public abstract partial class DeskPagesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DeskPagesTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DeskPagesTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task An_article_is_written_in_Markdown_checked_and_published_by_three_people()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        using var publisher = await Visitor.SignedInAsync(site, "vannam", Role.Publisher);
        var article = await BeginAsync(reporter, "Lộc Ninh tổ chức đại hội điểm");
        using (
            var saved = await reporter.SendAsync(
                article + "/sua",
                [
                    .. await FieldsAsync(reporter, article),
                    ("lead", "Sáng 2-3, huyện Lộc Ninh tổ chức đại hội điểm."),
                    ("markdown", "## Kết quả\n\nĐại hội bầu **15** đồng chí.\n\n- Một\n- Hai"),
                    ("authors", "Minh Luận, Thu Hiền"),
                    ("tags", "đại hội điểm"),
                    ("then", "submit"),
                ]
            )
        )
            Assert.Equal((HttpStatusCode.Redirect, article), (saved.StatusCode, saved.Headers.Location!.ToString()));
        Assert.Contains("Lộc Ninh tổ chức đại hội điểm", await editor.ReadAsync("/ban-bien-tap"), StringComparison.Ordinal);
        await StepAsync(editor, article, "Approved");
        Assert.Contains("Lộc Ninh tổ chức đại hội điểm", await publisher.ReadAsync("/ban-bien-tap"), StringComparison.Ordinal);
        await StepAsync(publisher, article, "Published");
        var read = await site.ReadAsync($"/bai-viet/loc-ninh-to-chuc-dai-hoi-diem-{NumberOf(article)}");
        Assert.Contains(
            "<h2>Kết quả</h2><p>Đại hội bầu <strong>15</strong> đồng chí.</p><ul><li>Một</li><li>Hai</li></ul>",
            read,
            StringComparison.Ordinal
        );
        Assert.Contains("/tac-gia/thu-hien", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_what_was_typed_is_kept()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        using (var empty = await editor.SendAsync("/ban-bien-tap/bai-moi", ("headline", " "), ("section", "")))
        {
            var page = await TextAsync(empty);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
            Assert.Contains("Bài chưa có tiêu đề.", page, StringComparison.Ordinal);
            Assert.Contains("Hãy chọn chuyên mục.", page, StringComparison.Ordinal);
        }
        var article = await BeginAsync(editor, "Tiêu đề");
        using var wrong = await editor.SendAsync(
            article + "/sua",
            [
                .. (await FieldsAsync(editor, article)).Where(field => field.Name != "headline"),
                ("headline", ""),
                ("lead", "Sapo đang gõ <b>dở</b>"),
                ("markdown", "Nội dung *đang gõ*"),
                ("featured", "mười"),
                ("related", "không phải số"),
            ]
        );
        var shown = await TextAsync(wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        foreach (
            var said in (string[])
                [
                    "id=\"headline-problem\"",
                    "id=\"featured-problem\"",
                    "«mười» không phải số từ 1 đến 9.",
                    "Sapo đang gõ <b>dở</b>",
                    "Nội dung *đang gõ*",
                    "không phải số",
                ]
        )
            Assert.Contains(said, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_to_save_sees_both_texts_and_chooses()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var one = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        using var two = await Visitor.SignedInAsync(site, "vannam", Role.Editor);
        var article = await BeginAsync(one, "Hai người cùng sửa");
        var seen = await FieldsAsync(two, article);
        (await SaveAsync(one, article, await FieldsAsync(one, article), "Bản của Thu Hà")).Dispose();
        using var clash = await SaveAsync(two, article, seen, "Bản của Văn Nam");
        var page = await TextAsync(clash);
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains("Hai người cùng sửa bài này", page, StringComparison.Ordinal);
        Assert.Contains("<mark>Thu Hà</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>Văn Nam</mark>", page, StringComparison.Ordinal);
        Assert.Contains("Bản của Thu Hà", await one.ReadAsync(article), StringComparison.Ordinal);
        // Nothing is lost even if he closes the page now.
        Assert.Contains("Bản của Văn Nam", await two.ReadAsync(article + "/sua"), StringComparison.Ordinal);
        using var chosen = await SaveAsync(two, article, FieldsIn(page), "Bản của Văn Nam");
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("Bản của Văn Nam", await one.ReadAsync(article), StringComparison.Ordinal);
        Assert.Contains(
            "<del>Thu Hà</del><ins>Văn Nam</ins>",
            await one.ReadAsync(article + "/phien-ban"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_typed_comes_back_with_the_page_until_it_is_thrown_away()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var article = await BeginAsync(reporter, "Đang gõ");
        using (
            var kept = await reporter.SendAsync(
                article + "/sua?handler=Keep",
                [.. await FieldsAsync(reporter, article), ("html", "<p>Gõ <strong>dở</strong></p>"), ("lead", "Sapo dở")]
            )
        )
            Assert.Contains("\"kept\":true", await TextAsync(kept), StringComparison.Ordinal);
        var page = await reporter.ReadAsync(article + "/sua");
        Assert.Contains("Gõ **dở**", page, StringComparison.Ordinal);
        Assert.Contains("<p>Gõ <strong>dở</strong></p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sapo dở", await reporter.ReadAsync(article), StringComparison.Ordinal);
        (await reporter.SendAsync(article + "/sua?handler=ThrowAway")).Dispose();
        Assert.DoesNotContain("Sapo dở", await reporter.ReadAsync(article + "/sua"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_link_is_read_without_an_account_for_a_day_and_changed_by_nobody()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var article = await BeginAsync(reporter, "Xem trước bài này");
        (await SaveAsync(reporter, article, await FieldsAsync(reporter, article), "Nội dung chưa đăng")).Dispose();
        var link = PreviewLink().Match(await reporter.ReadAsync(article)).Value;
        foreach (var form in (string[])["", "/in", "/dien-thoai"])
        {
            using var answer = await site.Reader.GetAsync(link + form, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("noindex", await TextAsync(answer), StringComparison.Ordinal);
        }
        Assert.Contains("Nội dung chưa đăng", await site.ReadAsync(link), StringComparison.Ordinal);
        using (var forged = await site.Reader.GetAsync(link[..^2] + "xx", Stop))
            Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        site.Time.Advance(TimeSpan.FromHours(25));
        foreach (var form in (string[])["", "/in", "/dien-thoai"])
        {
            using var ended = await site.Reader.GetAsync(link + form, Stop);
            Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
        }
    }

    [Fact]
    public async Task The_desk_of_another_is_not_found()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var one = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        using var other = await Visitor.SignedInAsync(site, "thuhien", Role.Reporter);
        using var reader = await Visitor.SignedInAsync(site, "banđoc".Replace("đ", "d", StringComparison.Ordinal));
        var article = await BeginAsync(one, "Của Minh Luận");
        foreach (var path in (string[])["", "/sua", "/phien-ban"])
        {
            using var strange = await other.GetAsync(article + path);
            using var none = await reader.GetAsync(article + path);
            using var nobody = await site.Reader.GetAsync(article + path, Stop);
            Assert.Equal(
                (HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Redirect),
                (strange.StatusCode, none.StatusCode, nobody.StatusCode)
            );
        }
        Assert.DoesNotContain("Của Minh Luận", await other.ReadAsync("/ban-bien-tap?xem=tat-ca"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_are_filtered_by_words_without_marks_state_section_and_day()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        await BeginAsync(reporter, "Đại hội điểm ở Lộc Ninh");
        await BeginAsync(reporter, "Giao ban trực tuyến");
        await BeginAsync(reporter, "Giảm 50% thủ tục_hành chính");
        foreach (
            var (query, found) in ((string, string)[])
                [
                    ("q=loc+ninh", "Đại hội điểm ở Lộc Ninh"),
                    ("q=dai+ninh", "Đại hội điểm ở Lộc Ninh"),
                    ("q=50%25", "Giảm 50% thủ tục_hành chính"),
                    ("q=tuc_hanh", "Giảm 50% thủ tục_hành chính"),
                    ("q=_", "Giảm 50% thủ tục_hành chính"),
                ]
        )
            Assert.Equal(found, Assert.Single(await TitlesAsync(reporter, query)));
        Assert.Equal(3, (await TitlesAsync(reporter, "trangThai=Draft&tu=2020-03-04&den=2020-03-04")).Count);
        Assert.Empty(await TitlesAsync(reporter, "trangThai=Published"));
        Assert.Empty(await TitlesAsync(reporter, "den=2020-03-03"));
        Assert.Empty(await TitlesAsync(reporter, "muc=999999"));
        Assert.Equal(3, (await TitlesAsync(reporter, "xem=la&trang=99&tu=hom-nay&trangThai=7")).Count);
    }

    [Fact]
    public async Task A_list_is_exported_with_authors_words_and_photos()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var article = await BeginAsync(reporter, "=1+1 bài có nhuận bút");
        var fields = await FieldsAsync(reporter, article);
        (await SaveAsync(reporter, article, [.. fields, ("authors", "Minh Luận, Thu Hiền")], "Một hai ba\n\nbốn năm")).Dispose();
        await BeginAsync(reporter, "Bài khác");
        using var answer = await reporter.GetAsync("/ban-bien-tap?xem=cua-toi&tacGia=thu+hien&handler=Export");
        using var table = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop));
        var row = (IDictionary<string, object>)Assert.Single(MiniExcel.Query(table, useHeaderRow: true));
        Assert.Equal("=1+1 bài có nhuận bút", row["Tiêu đề"]);
        Assert.Equal(("Minh Luận, Thu Hiền", 5.0, "Bản nháp"), (row["Tác giả"], row["Số tiếng"], row["Trạng thái"]));
    }

    [Fact]
    public async Task A_step_needs_the_form_and_says_why_it_was_not_taken()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        var article = await BeginAsync(reporter, "Bài gửi duyệt");
        using (var unfinished = await reporter.SendAsync(article, ("kind", "Submitted"), ("version", "1")))
            Assert.Contains("Bài cần có sapo và nội dung", await TextAsync(unfinished), StringComparison.Ordinal);
        (await SaveAsync(reporter, article, await FieldsAsync(reporter, article), "Nội dung")).Dispose();
        await StepAsync(reporter, article, "Submitted");
        using (var forged = await editor.SendWithoutTokenAsync(article, ("kind", "Approved"), ("version", "3")))
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using (var silent = await editor.SendAsync(article, ("kind", "Returned"), ("version", "3"), ("reason", " ")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
            Assert.Contains("Hãy ghi lý do.", await TextAsync(silent), StringComparison.Ordinal);
        }
        using (var stale = await editor.SendAsync(article, ("kind", "Returned"), ("version", "2"), ("reason", "Đã gõ lý do")))
        {
            var page = await TextAsync(stale);
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
            Assert.Contains("vừa được người khác sửa", page, StringComparison.Ordinal);
            Assert.Contains("Đã gõ lý do", page, StringComparison.Ordinal);
        }
        using (var own = await reporter.SendAsync(article, ("kind", "Approved"), ("version", "3")))
            Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        using (var nonsense = await editor.SendAsync(article, ("kind", "Written9"), ("version", "3")))
            Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    private static async Task<string> BeginAsync(Visitor visitor, string title)
    {
        var page = await visitor.ReadAsync("/ban-bien-tap/bai-moi");
        var section = Option().Match(page).Groups["id"].Value;
        using var answer = await visitor.SendAsync("/ban-bien-tap/bai-moi", ("headline", title), ("section", section));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString().Replace("/sua", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_what_is_wrong_leads_to_each_field_and_what_is_of_no_field_leads_nowhere()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor, Role.Reporter);
        var article = await BeginAsync(editor, "Bài có lỗi");
        var version = (await FieldsAsync(editor, article))[0];
        var wrong = await TextAsync(
            await editor.SendAsync(
                article + "/sua",
                version,
                ("headline", ""),
                ("lead", new string('x', 2001)),
                ("dateline", new string('x', 61)),
                ("source", new string('x', 301)),
                ("authors", new string('x', 101)),
                ("tags", new string('x', 101)),
                ("related", "khong-phai-so"),
                ("featured", "khong"),
                ("markdown", new string('x', 1_000_001))
            )
        );
        var named = FieldLink().Matches(wrong).Select(link => link.Groups["field"].Value).ToList();
        Assert.Equal(
            ["authors", "body", "dateline", "featured", "headline", "lead", "related", "section", "source", "tags"],
            named.Order(StringComparer.Ordinal)
        );
        Assert.All(named, field => Assert.Matches($"<(input|textarea|select) id=\"{field}\"[^>]* aria-invalid=\"true\"", wrong));
    }

    [GeneratedRegex("<li><a href=\"#(?<field>[^\"]+)\">")]
    private static partial Regex FieldLink();

    private static async Task<(string Name, string Value)[]> FieldsAsync(Visitor visitor, string article) =>
        FieldsIn(await visitor.ReadAsync(article + "/sua"));

    private static (string Name, string Value)[] FieldsIn(string page) =>
        [
            ("version", VersionField().Match(page).Groups["version"].Value),
            ("section", Chosen().Match(page).Groups["id"].Value),
            ("headline", Headline().Match(page).Groups["text"].Value),
        ];

    private static Task<HttpResponseMessage> SaveAsync(
        Visitor visitor,
        string article,
        (string Name, string Value)[] fields,
        string text
    ) => visitor.SendAsync(article + "/sua", [.. fields, ("lead", "Sapo"), ("markdown", text)]);

    private static async Task StepAsync(Visitor visitor, string article, string kind)
    {
        var page = await visitor.ReadAsync(article);
        using var answer = await visitor.SendAsync(
            article,
            ("kind", kind),
            ("version", VersionField().Match(page).Groups["version"].Value)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<List<string>> TitlesAsync(Visitor visitor, string query) =>
        [
            .. Row()
                .Matches(
                    await visitor.ReadAsync(
                        "/ban-bien-tap?" + (query.Contains("xem=", StringComparison.Ordinal) ? "" : "xem=cua-toi&") + query
                    )
                )
                .Select(row => row.Groups["title"].Value),
        ];

    private static string NumberOf(string article) => article[(article.LastIndexOf('/') + 1)..];

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

    [GeneratedRegex("name=\"version\" value=\"(?<version>\\d+)\"")]
    private static partial Regex VersionField();

    [GeneratedRegex("<option value=\"(?<id>\\d+)\"")]
    private static partial Regex Option();

    [GeneratedRegex("<option value=\"(?<id>\\d+)\" selected")]
    private static partial Regex Chosen();

    [GeneratedRegex("name=\"headline\"[^>]*>\\s*(?<text>[^<]*)</textarea>")]
    private static partial Regex Headline();

    [GeneratedRegex("/xem-truoc/[\\w-]+")]
    private static partial Regex PreviewLink();

    [GeneratedRegex("<th scope=\"row\"><a [^>]*>(?<title>[^<]*)</a>")]
    private static partial Regex Row();
}
