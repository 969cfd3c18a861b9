using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Frame;

/// <summary>The home page is arranged at the desk; its announcements come and go by themselves.</summary>
public abstract class EditHomeTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : EditHomeTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : EditHomeTests(database), IClassFixture<PostgresTestDatabase>;

    private const string Home = "/ban-bien-tap/cong/trang-chu";

    [Fact]
    public async Task Blocks_stand_in_the_order_of_their_numbers_with_as_many_lines_as_chosen()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var publisher = await Visitor.SignedInAsync(site, "duyet", Role.Publisher);
        for (var i = 1; i <= 4; i++)
            await An.Article($"Thông báo số {i}").In("thong-bao").SaveAsync(site);
        var usual = await ReadAsync(site, "/");
        Assert.True(At(usual, "class=\"home-top\"") < At(usual, "id=\"statistics-block\""));
        await AssertSavedAsync(
            publisher.SendAsync(
                Home + "?handler=Blocks",
                [
                    .. Block(0, 3, await SectionAsync("thong-bao"), 2, "Third"),
                    .. Block(1, 1, "Statistics", null, "Narrow"),
                    .. Block(2, 2, "Links", null, "Wide"),
                    .. Block(3, 4, "", 9, "Third"),
                ]
            )
        );
        var home = await ReadAsync(site, "/");
        Assert.DoesNotContain("home-top", home, StringComparison.Ordinal);
        Assert.True(At(home, "id=\"statistics-block\"") < At(home, "id=\"links-block\""));
        Assert.True(At(home, "id=\"links-block\"") < At(home, "id=\"block-thong-bao\""));
        Assert.Equal(2, home.Split("Thông báo số").Length - 1);
        // The form shows what was chosen, and the usual layout comes back with one button.
        Assert.Contains("value=\"Statistics\" selected", await publisher.ReadAsync(Home), StringComparison.Ordinal);
        await AssertSavedAsync(publisher.SendAsync(Home + "?handler=Usual"));
        Assert.Equal(usual, await ReadAsync(site, "/"));
        Assert.Equal(2L, await CountAsync("select count(*) from audit_entry where action = 'frame.home'"));
        // The log keeps sections by their names.
        Assert.Equal(
            1L,
            await CountAsync(
                "select count(*) from audit_entry where action = 'frame.home' and before is not null "
                    + "and after like '%{\"block\":\"Thông báo\",\"columns\":\"Third\"%'"
            )
        );
    }

    [Fact]
    public async Task An_announcement_with_English_words_only_is_told_beside_its_field()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var publisher = await Visitor.SignedInAsync(site, "duyet", Role.Publisher);
        using var wrong = await publisher.SendAsync(
            Home + "?handler=Notices",
            ("rows[0].Place", "1"),
            ("rows[0].En", "Office closed on Monday"),
            ("rows[1].Place", "2"),
            ("rows[1].Vi", "Nghỉ lễ")
        );
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(
            "id=\"notices-0-Vi-problem\" role=\"alert\">Hãy nhập nội dung tiếng Việt",
            page,
            StringComparison.Ordinal
        );
        foreach (var typed in (string[])["Office closed on Monday", "Nghỉ lễ"])
            Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("select count(*) from home_notice"));
    }

    [Fact]
    public async Task The_other_sections_are_those_without_a_block_of_their_own()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        await An.Article("Một thông báo").In("thong-bao").SaveAsync(site);
        await An.Article("Một tin").In("tin-tuc").SaveAsync(site);
        await AssertSavedAsync(
            admin.SendAsync(
                Home + "?handler=Blocks",
                [.. Block(0, 1, "Sections", 3, "Wide"), .. Block(1, 2, await SectionAsync("thong-bao"), 3, "Wide")]
            )
        );
        var home = await ReadAsync(site, "/");
        Assert.True(At(home, "id=\"block-tin-tuc\"") < At(home, "id=\"block-thong-bao\""));
        Assert.Equal(At(home, "id=\"block-thong-bao\""), home.LastIndexOf("id=\"block-thong-bao\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_section_that_goes_takes_its_block_along()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        await Database.Sql.RunAsync(
            "insert into category (slug, name_vi, name_en, position) values ('tam-thoi', 'Tạm thời', 'Passing', 99)",
            Stop
        );
        await AssertSavedAsync(
            admin.SendAsync(
                Home + "?handler=Blocks",
                [.. Block(0, 1, await SectionAsync("tam-thoi"), 3, "Third"), .. Block(1, 2, "Links", null, "Wide")]
            )
        );
        Assert.Equal(2L, await CountAsync("select count(*) from home_block"));
        await Database.Sql.RunAsync("delete from category where slug = 'tam-thoi'", Stop);
        Assert.Equal(1L, await CountAsync("select count(*) from home_block"));
        Assert.Contains("id=\"links-block\"", await ReadAsync(site, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_row_is_told_beside_its_field_and_nothing_is_saved()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using var wrong = await admin.SendAsync(
            Home + "?handler=Blocks",
            [
                .. Block(0, 1, "Documents", 50, "Wide"),
                .. Block(1, 2, "Links", null, "Wide"),
                .. Block(2, 3, "Links", null, "Narrow"),
                .. Block(3, 4, "section-987654", 4, "Third"),
                ("rows[4].Block", "MostRead"),
                ("rows[4].Lines", "99999999999"),
            ]
        );
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(
            "id=\"blocks-0-Lines-problem\" role=\"alert\">Số dòng là 50; cần từ 1 đến 20.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "id=\"blocks-2-Block-problem\" role=\"alert\">Khối này đã có ở dòng trên.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("id=\"blocks-3-Block-problem\" role=\"alert\">Không còn khối này.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"50\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"blocks-4-Lines-problem\" role=\"alert\">Số dòng là 99999999999;", page, StringComparison.Ordinal);
        using var none = await admin.SendAsync(Home + "?handler=Blocks", Block(0, 1, "", null, "Wide"));
        Assert.Contains(
            "Trang chủ cần ít nhất một khối.",
            WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
        Assert.Equal(0L, await CountAsync("select count(*) from home_block"));
    }

    [Fact]
    public async Task A_quick_announcement_comes_and_goes_to_the_minute()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        // It is 14:42.
        await AssertSavedAsync(
            admin.SendAsync(
                Home + "?handler=Notices",
                [
                    .. Notice(
                        0,
                        2,
                        "Họp báo lúc 16 giờ",
                        "Press at four",
                        "/trang/lien-he",
                        "2020-03-04T15:00",
                        "2020-03-04T16:00"
                    ),
                    .. Notice(1, 1, "Cổng bảo trì tối nay <b>", "", "", "", "2020-03-04T15:30"),
                ]
            )
        );
        var home = await ReadAsync(site, "/");
        Assert.Contains("Cổng bảo trì tối nay <b>", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Họp báo", home, StringComparison.Ordinal);
        Assert.True(At(home, "home-notices") < At(home, "id=\"links-block\""));
        site.Time.Now = SettableTime.Usual.AddMinutes(17).AddSeconds(59);
        Assert.Equal(home, await ReadAsync(site, "/"));
        site.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(
            "<a href=\"/trang/lien-he\">Họp báo lúc 16 giờ</a>",
            await ReadAsync(site, "/"),
            StringComparison.Ordinal
        );
        var english = await ReadAsync(site, "/en");
        Assert.Contains("<li lang=\"en\"><a href=\"/en/trang/lien-he\">Press at four</a>", english, StringComparison.Ordinal);
        Assert.Contains("<li lang=\"vi\">Cổng bảo trì", english, StringComparison.Ordinal);
        Assert.True(At(english, "Cổng bảo trì") < At(english, "Press at four"));
        site.Time.Now = SettableTime.Usual.AddMinutes(48);
        Assert.DoesNotContain("Cổng bảo trì", await ReadAsync(site, "/"), StringComparison.Ordinal);
        Assert.Contains("Họp báo", await ReadAsync(site, "/"), StringComparison.Ordinal);
        site.Time.Now = SettableTime.Usual.AddMinutes(78);
        Assert.DoesNotContain("home-notices", await ReadAsync(site, "/"), StringComparison.Ordinal);
        Assert.Contains("Đã hết hạn", await admin.ReadAsync(Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_announcement_is_told_beside_its_field()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using var wrong = await admin.SendAsync(
            Home + "?handler=Notices",
            [
                .. Notice(0, 1, "Xấu", "", "javascript:alert(1)", "", ""),
                .. Notice(1, 2, "Ngược", "", "", "2020-03-05T08:00", "2020-03-04T08:00"),
                .. Notice(2, 3, "Sai", "", "", "mai", ""),
                .. Notice(3, 4, new string('a', 301), "", "", "", ""),
            ]
        );
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        foreach (
            var said in (string[])
                [
                    "id=\"notices-0-Target-problem\" role=\"alert\">«javascript:alert(1)»",
                    "id=\"notices-1-Until-problem\" role=\"alert\">Giờ kết thúc phải sau giờ bắt đầu.",
                    "id=\"notices-2-From-problem\" role=\"alert\">«mai» không phải ngày giờ.",
                    "id=\"notices-3-Vi-problem\" role=\"alert\">",
                ]
        )
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("select count(*) from home_notice"));
    }

    [Fact]
    public async Task Of_two_who_change_the_home_page_the_second_sees_both_and_chooses()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var first = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        using var second = await Visitor.SignedInAsync(site, "duyet", Role.Publisher);
        var page = await second.ReadAsync(Home);
        var (blocks, notices) = (SeenIn.Form(page, "Blocks"), SeenIn.Form(page, "Notices"));
        await AssertSavedAsync(
            first.SendAsync(Home + "?handler=Blocks", [("seen", blocks), .. Block(0, 1, "Links", null, "Wide")])
        );
        await AssertSavedAsync(
            first.SendAsync(Home + "?handler=Notices", [("seen", notices), .. Notice(0, 1, "Của người trước", "", "", "", "")])
        );
        using (
            var told = await second.SendAsync(Home + "?handler=Blocks", [("seen", blocks), .. Block(0, 1, "Newest", 7, "Whole")])
        )
        {
            var both = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
            Assert.Contains("<li>Liên kết website · Rộng</li>", both, StringComparison.Ordinal);
            Assert.Contains("value=\"Newest\" selected", both, StringComparison.Ordinal);
            blocks = SeenIn.Form(both, "Blocks");
        }
        using (
            var told = await second.SendAsync(
                Home + "?handler=Notices",
                [("seen", notices), .. Notice(0, 1, "Của người sau", "", "", "", "")]
            )
        )
        {
            var both = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
            Assert.Contains("<li>Của người trước", both, StringComparison.Ordinal);
            Assert.Contains("value=\"Của người sau\"", both, StringComparison.Ordinal);
        }
        Assert.Contains("Của người trước", await ReadAsync(site, "/"), StringComparison.Ordinal);
        await AssertSavedAsync(
            second.SendAsync(Home + "?handler=Blocks", [("seen", blocks), .. Block(0, 1, "Newest", 7, "Whole")])
        );
        Assert.Equal("Newest", await Database.Sql.FirstAsync("select kind from home_block", row => row.GetString(0), Stop));
    }

    private static async Task AssertSavedAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"{answer.StatusCode} {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop))}"
        );
    }

    private static async Task<string> ReadAsync(Site site, string path) => WebUtility.HtmlDecode(await site.ReadAsync(path));

    private static int At(string page, string said)
    {
        var at = page.IndexOf(said, StringComparison.Ordinal);
        Assert.True(at >= 0, said);
        return at;
    }

    private Task<long> CountAsync(string query) => Database.Sql.FirstAsync(query, row => row.GetInt64(0), Stop);

    private async Task<string> SectionAsync(string slug) =>
        "section-"
        + await Database.Sql.FirstAsync(
            "select id from category where slug = @slug",
            row => row.GetInt64(0),
            Stop,
            ("slug", slug)
        );

    private static (string Name, string Value)[] Block(int index, int place, string block, int? lines, string width) =>
        [
            ($"rows[{index}].Place", $"{place}"),
            ($"rows[{index}].Block", block),
            ($"rows[{index}].Lines", $"{lines}"),
            ($"rows[{index}].Width", width),
        ];

    private static (string Name, string Value)[] Notice(
        int index,
        int place,
        string vi,
        string en,
        string target,
        string from,
        string until
    ) =>
        [
            ($"rows[{index}].Place", $"{place}"),
            ($"rows[{index}].Vi", vi),
            ($"rows[{index}].En", en),
            ($"rows[{index}].Target", target),
            ($"rows[{index}].From", from),
            ($"rows[{index}].Until", until),
        ];
}
