using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Frame;

/// <summary>The foot of every page and the logo at its head are changed at the desk.</summary>
public abstract class EditFootTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : EditFootTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : EditFootTests(database), IClassFixture<PostgresTestDatabase>;

    private const string Foot = "/ban-bien-tap/cong/chan-trang";
    private const string Logo = "/ban-bien-tap/cong/bieu-trung";

    [Fact]
    public async Task Links_and_note_show_on_the_next_request_and_the_menu_stays()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        var before = await ReadAsync(site, "/thong-ke");
        Assert.Contains("<li><a href=\"/trang/quy-dinh-su-dung\">Quy định sử dụng</a></li>", before, StringComparison.Ordinal);
        using (
            var saved = await admin.SendAsync(
                Foot,
                [
                    .. Row(0, 2, "Tin bằng RSS", "News by RSS", "/rss.xml"),
                    .. Row(1, 1, "Giới thiệu", "About", "/trang/gioi-thieu"),
                    .. Row(2, 3, "Tỉnh ủy", "", "https://example.vn/"),
                    ("noteVi", "Giấy phép số 01/GP-TTĐT."),
                    ("noteEn", "Licence no. 01."),
                ]
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var foot = FootOf(await ReadAsync(site, "/thong-ke"));
        Assert.Contains(
            "<li><a href=\"/trang/gioi-thieu\">Giới thiệu</a></li>\n<li><a href=\"/rss.xml\">Tin bằng RSS</a></li>\n<li><a href=\"https://example.vn/\">Tỉnh ủy</a></li>",
            foot,
            StringComparison.Ordinal
        );
        Assert.Contains("<p>Giấy phép số 01/GP-TTĐT.</p>", foot, StringComparison.Ordinal);
        Assert.DoesNotContain("quy-dinh-su-dung", foot, StringComparison.Ordinal);
        // A page has its address in each language, a feed and another site have one.
        var english = FootOf(await ReadAsync(site, "/en/thong-ke"));
        foreach (
            var said in (string[])["href=\"/en/trang/gioi-thieu\">About<", "href=\"/rss.xml\">News by RSS<", "Licence no. 01."]
        )
            Assert.Contains(said, english, StringComparison.Ordinal);
        Assert.Equal(MenuOf(before), MenuOf(await ReadAsync(site, "/thong-ke")));
        // And the other way round.
        using (var menu = await admin.SendAsync("/ban-bien-tap/cong?handler=Menu", Row(0, 1, "Trang đầu", "", "/")))
            Assert.Equal(HttpStatusCode.Redirect, menu.StatusCode);
        Assert.Equal(foot, FootOf(await ReadAsync(site, "/thong-ke")));
        Assert.Equal(1L, await CountAsync("select count(*) from audit_entry where action = 'frame.footer'"));
    }

    [Fact]
    public async Task A_wrong_link_is_told_beside_its_field()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using var wrong = await admin.SendAsync(
            Foot,
            [.. Row(0, 1, "Xấu", "", "//evil.example"), ("noteVi", new string('x', 301))]
        );
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("id=\"foot-0-Target-problem\" role=\"alert\">«//evil.example»", page, StringComparison.Ordinal);
        Assert.Contains("id=\"noteVi-problem\"", page, StringComparison.Ordinal);
        Assert.Equal(4L, await CountAsync("select count(*) from menu_item where in_footer"));
    }

    [Fact]
    public async Task A_link_with_English_words_only_is_told_beside_its_field()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using var wrong = await admin.SendAsync(Foot, [.. Row(0, 1, "", "News", "/rss.xml"), .. Row(1, 2, "", "", "/bo-di")]);
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("id=\"foot-0-Vi-problem\" role=\"alert\">Hãy nhập", page, StringComparison.Ordinal);
        Assert.Contains("value=\"News\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("foot-1-Vi-problem", page, StringComparison.Ordinal);
        Assert.Equal(4L, await CountAsync("select count(*) from menu_item where in_footer"));
    }

    [Theory]
    [InlineData("987654")]
    [InlineData("khong-phai-so")]
    public async Task An_unknown_number_of_a_picture_is_told_and_the_logo_stays(string number)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using (var brought = await admin.SendAsync(Logo, [("altVi", "")], ("huy-hieu.png", Drawn())))
            Assert.Equal(HttpStatusCode.Redirect, brought.StatusCode);
        using var wrong = await admin.SendAsync(Logo, ("pictureId", number), ("altVi", "Huy hiệu"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(
            $"id=\"pictureId-problem\" role=\"alert\">Kho phương tiện không có ảnh số «{number}»",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("value=\"Huy hiệu\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"logo\"", await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_the_foot_the_second_sees_both()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        var seen = SeenIn.Form(await admin.ReadAsync(Foot));
        using (var saved = await admin.SendAsync(Foot, ("seen", seen), ("noteVi", "Lời của người trước")))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var told = await admin.SendAsync(Foot, ("seen", seen), ("noteVi", "Lời của người sau"));
        var both = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Contains("<li>Lời của người trước</li>", both, StringComparison.Ordinal);
        Assert.Contains("value=\"Lời của người sau\"", both, StringComparison.Ordinal);
        using var chosen = await admin.SendAsync(Foot, ("seen", SeenIn.Form(both)), ("noteVi", "Lời của người sau"));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
    }

    [Fact]
    public async Task A_logo_that_is_brought_in_stands_on_pages_paper_and_saved_copies()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        var (_, path) = await An.Article("Bài in").SaveAsync(site);
        Assert.Contains("<svg class=\"mark\"", await site.ReadAsync("/"), StringComparison.Ordinal);
        using (
            var saved = await admin.SendAsync(
                Logo,
                [("altVi", "Huy hiệu \"Tỉnh\""), ("altEn", "Emblem")],
                ("huy-hieu.png", Drawn())
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var sha256 = await Database.Sql.FirstAsync("select sha256 from picture", row => row.GetString(0), Stop);
        foreach (var page in (string[])["/", "/thong-ke", path, path + "/in"])
        {
            var shown = await ReadAsync(site, page);
            Assert.Contains(
                $"<img src=\"/anh/{sha256}-480.jpg\" class=\"logo\" width=\"60\" height=\"40\" alt=\"Huy hiệu \"Tỉnh\"\">",
                shown,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("<svg class=\"mark\"", shown, StringComparison.Ordinal);
        }
        Assert.Contains("alt=\"Emblem\"", await site.ReadAsync("/en"), StringComparison.Ordinal);
        // One file without a network.
        var copy = await site.ReadAsync(path + "/luu");
        Assert.Contains("src=\"data:image/webp;base64,", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("/anh/", copy, StringComparison.Ordinal);
        using (var picture = await site.Reader.GetAsync($"/anh/{sha256}-480.webp", Stop))
            Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        // Back to the mark.
        using (var none = await admin.SendAsync(Logo, ("pictureId", ""), ("seen", SeenIn.Form(await admin.ReadAsync(Logo)))))
            Assert.Equal(HttpStatusCode.Redirect, none.StatusCode);
        Assert.Contains("<svg class=\"mark\"", await site.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Equal(2L, await CountAsync("select count(*) from audit_entry where action = 'frame.logo'"));
    }

    [Fact]
    public async Task A_logo_is_chosen_from_the_library_and_of_two_who_choose_the_second_is_told()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using (var brought = await admin.SendAsync(Logo, [("altVi", "")], ("huy-hieu.png", Drawn())))
            Assert.Equal(HttpStatusCode.Redirect, brought.StatusCode);
        var page = await admin.ReadAsync(Logo);
        var id = await CountAsync("select id from picture");
        Assert.Contains($"name=\"pictureId\" value=\"{id}\" checked", page, StringComparison.Ordinal);
        var seen = SeenIn.Form(page);
        using (var none = await admin.SendAsync(Logo, ("pictureId", ""), ("seen", seen)))
            Assert.Equal(HttpStatusCode.Redirect, none.StatusCode);
        using var told = await admin.SendAsync(Logo, ("pictureId", $"{id}"), ("seen", seen));
        var both = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Contains("<li>Dấu của chương trình</li>", both, StringComparison.Ordinal);
        using var chosen = await admin.SendAsync(Logo, ("pictureId", $"{id}"), ("seen", SeenIn.Form(both)));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("class=\"logo\"", await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_is_told_beside_the_field_and_the_logo_stays()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using var wrong = await admin.SendAsync(Logo, [("altVi", "Huy hiệu")], ("huy-hieu.png", "<svg/>"u8.ToArray()));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("id=\"file-problem\" role=\"alert\">", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Huy hiệu\"", page, StringComparison.Ordinal);
        // A PDF, which the library would take as a file, is none either, and is not kept on the way.
        using var pdf = await admin.SendAsync(Logo, [], ("huy-hieu.png", "%PDF-1.4\n%%EOF\n"u8.ToArray()));
        Assert.Contains(
            "Biểu trưng phải là ảnh",
            WebUtility.HtmlDecode(await pdf.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
        Assert.Contains("<svg class=\"mark\"", await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    private static byte[] Drawn()
    {
        using var bitmap = new SkiaSharp.SKBitmap(60, 40);
        bitmap.Erase(SkiaSharp.SKColors.Firebrick);
        using var png = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static async Task<string> ReadAsync(Site site, string path) => WebUtility.HtmlDecode(await site.ReadAsync(path));

    private static string FootOf(string page) => page[page.IndexOf("<footer", StringComparison.Ordinal)..];

    private static string MenuOf(string page)
    {
        var from = page.IndexOf("class=\"navigation\"", StringComparison.Ordinal);
        return page[from..page.IndexOf("</nav>", from, StringComparison.Ordinal)];
    }

    private Task<long> CountAsync(string query) => Database.Sql.FirstAsync(query, row => row.GetInt64(0), Stop);

    private static (string Name, string Value)[] Row(int index, int place, string vi, string en, string target) =>
        [
            ($"rows[{index}].Place", $"{place}"),
            ($"rows[{index}].Vi", vi),
            ($"rows[{index}].En", en),
            ($"rows[{index}].Target", target),
        ];
}
