using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Frame;

/// <summary>What stands around the news is changed at the desk and shown with the next request.</summary>
public abstract class EditFrameTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : EditFrameTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : EditFrameTests(database), IClassFixture<PostgresTestDatabase>;

    private const string Frame = "/ban-bien-tap/cong";

    [Fact]
    public async Task Names_and_contact_show_on_the_next_request_in_both_languages()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        await site.ReadAsync("/");
        using (
            var saved = await admin.SendAsync(
                Frame + "?handler=Masthead",
                ("portalVi", "Cổng thông tin Bình Phước"),
                ("officeVi", "Tỉnh ủy Bình Phước"),
                ("officeEn", "Bình Phước Party Committee"),
                ("email", "toasoan@example.vn"),
                ("telephone", "0271 3879 000")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var home = WebUtility.HtmlDecode(await site.ReadAsync("/"));
        foreach (var said in (string[])["Cổng thông tin Bình Phước", "Tỉnh ủy Bình Phước", "toasoan@example.vn", "0271 3879 000"])
            Assert.Contains(said, home, StringComparison.Ordinal);
        Assert.Contains(
            "Bình Phước Party Committee",
            WebUtility.HtmlDecode(await site.ReadAsync("/en")),
            StringComparison.Ordinal
        );
        using var wrong = await admin.SendAsync(Frame + "?handler=Masthead", ("portalVi", ""), ("email", "khong phai email"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Cổng cần có tên.", page, StringComparison.Ordinal);
        Assert.Contains("«khong phai email»", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_and_links_are_put_in_the_order_of_their_numbers_and_a_bad_target_names_its_row()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using (
            var saved = await admin.SendAsync(
                Frame + "?handler=Menu",
                [.. Row(0, 2, "Liên hệ", "/trang/lien-he"), .. Row(1, 1, "Trang đầu", "/"), .. Row(2, 3, "", "/bo-di")]
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var home = WebUtility.HtmlDecode(await site.ReadAsync("/"));
        Assert.True(
            home.IndexOf("Trang đầu", StringComparison.Ordinal) < home.IndexOf(">Liên hệ<", StringComparison.Ordinal)
                && home.Contains("Trang đầu", StringComparison.Ordinal)
        );
        using (var bad = await admin.SendAsync(Frame + "?handler=Menu", Row(0, 1, "Xấu", "javascript:alert(1)")))
            Assert.Contains(
                "Dòng 1, «Xấu»: đích «javascript:alert(1)»",
                WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync(Stop)),
                StringComparison.Ordinal
            );
        using (
            var links = await admin.SendAsync(
                Frame + "?handler=Links",
                [
                    .. Row(0, 1, "Báo Bình Phước", "https://example.vn/bao"),
                    ("rows[0].GroupVi", "Báo chí"),
                    ("rows[0].InBlock", "true"),
                ]
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, links.StatusCode);
        Assert.Contains("https://example.vn/bao", await site.ReadAsync("/lien-ket"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Menu", "menu", "menu_item where not in_footer")]
    [InlineData("Sections", "sections", "category")]
    public async Task A_row_with_English_words_only_is_told_beside_its_field_and_what_was_typed_stays(
        string form,
        string list,
        string table
    )
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        var before = await Database.Sql.FirstAsync($"select count(*) from {table}", row => row.GetInt64(0), Stop);
        using var told = await admin.SendAsync(
            Frame + "?handler=" + form,
            [.. Row(0, 1, "Trang đầu", "/"), .. Row(1, 2, "", "/contact", "Contact us")]
        );
        var page = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.StatusCode);
        Assert.Contains(
            $"aria-invalid=\"true\" aria-describedby=\"{list}-1-Vi-problem\"><span class=\"problem\" id=\"{list}-1-Vi-problem\" role=\"alert\">Hãy nhập nội dung tiếng Việt",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Dòng 2, «Contact us»", page, StringComparison.Ordinal);
        foreach (var typed in (string[])["Trang đầu", "Contact us"])
            Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
        Assert.Equal(before, await Database.Sql.FirstAsync($"select count(*) from {table}", row => row.GetInt64(0), Stop));
    }

    [Fact]
    public async Task A_section_with_articles_stays_and_a_new_one_has_its_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        await An.Article("Trong mục").In("tin-tuc").SaveAsync(site);
        using (var held = await admin.SendAsync(Frame + "?handler=Sections", Row(0, 1, "Chuyện làng", "")))
            Assert.Contains(
                "còn bài viết",
                WebUtility.HtmlDecode(await held.Content.ReadAsStringAsync(Stop)),
                StringComparison.Ordinal
            );
        var all = await Database.Sql.ListAsync(
            "select id, name_vi from category order by id",
            row => (row.GetInt64(0), row.GetString(1)),
            Stop
        );
        var rows = all.SelectMany((row, i) => Row(i, i + 1, row.Item2, "").Append(($"rows[{i}].Id", $"{row.Item1}")));
        using (
            var saved = await admin.SendAsync(Frame + "?handler=Sections", [.. rows, .. Row(all.Count, 99, "Chuyện làng", "")])
        )
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var page = await site.Reader.GetAsync("/chuyen-muc/chuyen-lang", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_static_page_is_written_in_Markdown_and_only_its_allowed_elements_are_shown()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using (
            var saved = await admin.SendAsync(
                "/ban-bien-tap/cong/trang/moi",
                ("titleVi", "Lịch tiếp công dân"),
                ("bodyVi", "## Hằng tuần\n\nThứ **Năm**.<script>alert(1)</script>")
            )
        )
            Assert.Equal("/ban-bien-tap/cong/trang/lich-tiep-cong-dan", saved.Headers.Location!.ToString());
        var page = await site.ReadAsync("/trang/lich-tiep-cong-dan");
        Assert.Contains("<h2>Hằng tuần</h2><p>Thứ <strong>Năm</strong>.</p>", page, StringComparison.Ordinal);
        using (
            var again = await admin.SendAsync(
                "/ban-bien-tap/cong/trang/lich-tiep-cong-dan",
                ("titleVi", "Tiếp dân"),
                ("bodyVi", "Thứ Sáu.")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("Thứ Sáu.", await site.ReadAsync("/trang/lich-tiep-cong-dan"), StringComparison.Ordinal);
        Assert.Equal(
            2L,
            await Database.Sql.FirstAsync(
                "select count(*) from audit_entry where action = 'page.saved'",
                row => row.GetInt64(0),
                Stop
            )
        );
    }

    [Fact]
    public async Task Of_two_who_change_the_same_part_the_second_sees_both_and_chooses()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var first = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using var second = await Visitor.SignedInAsync(site, "quantri3", Role.Administrator);
        var seen = SeenIn.Form(await second.ReadAsync(Frame), "Menu");
        using (var saved = await first.SendAsync(Frame + "?handler=Menu", [("seen", seen), .. Row(0, 1, "Trang đầu", "/")]))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var told = await second.SendAsync(Frame + "?handler=Menu", [("seen", seen), .. Row(0, 1, "Trang nhất", "/")]);
        var both = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Contains("Trang đầu · Trang đầu → /", both, StringComparison.Ordinal);
        Assert.Contains("value=\"Trang nhất\"", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Trang nhất", WebUtility.HtmlDecode(await site.ReadAsync("/")), StringComparison.Ordinal);
        using (
            var chosen = await second.SendAsync(
                Frame + "?handler=Menu",
                [("seen", SeenIn.Form(both, "Menu")), .. Row(0, 1, "Trang nhất", "/")]
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("Trang nhất", WebUtility.HtmlDecode(await site.ReadAsync("/")), StringComparison.Ordinal);
        // The other parts are not touched by it.
        using var names = await first.SendAsync(
            Frame + "?handler=Masthead",
            ("seen", SeenIn.Form(both, "Masthead")),
            ("portalVi", "Cổng của tỉnh")
        );
        Assert.Equal(HttpStatusCode.Redirect, names.StatusCode);
    }

    [Fact]
    public async Task A_portal_that_nobody_has_named_takes_its_first_name_at_once()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Database.Sql.RunAsync("delete from masthead", Stop);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        var seen = SeenIn.Form(await admin.ReadAsync(Frame), "Masthead");
        using var saved = await admin.SendAsync(
            Frame + "?handler=Masthead",
            ("seen", seen),
            ("portalVi", "Cổng thông tin Bình Phước")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private static (string Name, string Value)[] Row(int index, int place, string name, string target, string english = "") =>
        [
            ($"rows[{index}].Place", $"{place}"),
            ($"rows[{index}].Vi", name),
            ($"rows[{index}].En", english),
            ($"rows[{index}].Target", target),
        ];
}
