using System.Net;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Tests.Builders;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Portal.Pages;

public abstract class PublicPageTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : PublicPageTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : PublicPageTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task An_article_shows_on_the_home_page_on_the_very_next_request()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        Assert.DoesNotContain("Bù Đăng", await site.ReadAsync("/"), StringComparison.Ordinal);
        var (_, path) = await An.Article("Bù Đăng trình nội dung đại hội").SaveAsync(site);
        Assert.Contains(path, await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_text_shows_on_the_very_next_request_of_every_page_that_showed_it()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (id, path) = await An.Article().In("thong-bao").Tagged("đại hội điểm").By("Minh Luận").SaveAsync(site);
        string[] pages =
        [
            "/",
            path,
            "/en" + path,
            "/chuyen-muc/thong-bao",
            "/tu-khoa/dai-hoi-diem",
            "/tac-gia/minh-luan",
            "/rss.xml",
        ];
        foreach (var page in pages)
            Assert.DoesNotContain("Sapo mới", await site.ReadAsync(page), StringComparison.Ordinal);
        await ChangeAsync(
            site,
            id,
            article => article.Revise(new("Tên mới", null, "Sapo mới.", "<p>…</p>"), DateTime.UnixEpoch, "sửa")
        );
        var moved = path.Replace("dai-hoi-diem-cap-co-so-o-loc-ninh", "ten-moi", StringComparison.Ordinal);
        foreach (var page in pages.Select(page => page.Replace(path, moved, StringComparison.Ordinal)))
            Assert.Contains("Sapo mới", await site.ReadAsync(page), StringComparison.Ordinal);
        using var old = await site.Reader.GetAsync(path, Stop);
        Assert.Equal((HttpStatusCode.MovedPermanently, moved), (old.StatusCode, old.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task What_is_not_published_cannot_be_read_by_its_address()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (_, path) = await An.Article().NotPublished().SaveAsync(site);
        foreach (var ending in (string[])["", "/in", "/luu"])
        {
            using var answer = await site.Reader.GetAsync(path + ending, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_and_its_page_helps()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (id, path) = await An.Article().SaveAsync(site);
        await An.Article("Bài khác").SaveAsync(site);
        await ChangeAsync(site, id, article => article.Withdraw(DateTime.UnixEpoch, "nhầm số liệu"));
        using var answer = await site.Reader.GetAsync(path, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("Bài viết đã được gỡ", text, StringComparison.Ordinal);
        Assert.Contains("Bài khác", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nhầm số liệu", text, StringComparison.Ordinal);
        Assert.DoesNotContain(path, await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/khong-co")]
    [InlineData("/bai-viet/khong-co-so")]
    [InlineData("/bai-viet/ten-999999")]
    [InlineData("/bai-viet/ten-99999999999999999999999")]
    [InlineData("/bai-viet/-1")]
    [InlineData("/bai-viet/%F0%9F%92%A5-77")]
    [InlineData("/khong-co/%EE%80%80zz%EE%80%81")]
    [InlineData("/khong-co/%EF%BF%BE")]
    [InlineData("/tac-gia/%EF%BF%BE%EF%BF%BF")]
    [InlineData("/en/tu-khoa/%ED%A0%80")]
    [InlineData("/news/detail.aspx?id=%00&x=%EF%BF%BE")]
    [InlineData("/chuyen-muc/khong-co")]
    [InlineData("/chuyen-muc/tin-tuc?trang=0")]
    [InlineData("/chuyen-muc/tin-tuc?trang=-1")]
    [InlineData("/chuyen-muc/tin-tuc?trang=abc")]
    [InlineData("/chuyen-muc/tin-tuc?trang=2147483648")]
    [InlineData("/chuyen-muc/tin-tuc?trang=9999")]
    [InlineData("/tac-gia/khong-co")]
    [InlineData("/tu-khoa/khong-co")]
    [InlineData("/trang/khong-co")]
    [InlineData("/van-ban/khong-co-7")]
    [InlineData("/van-ban?trang=77")]
    [InlineData("/tep/7")]
    [InlineData("/tep/abc")]
    [InlineData("/anh/abc-480.webp")]
    [InlineData("/anh/..%2F..%2Fdaihoi.db")]
    [InlineData("/lib/../daihoi.db")]
    [InlineData("/lib/khong-co.css")]
    [InlineData("/loi/500")]
    [InlineData("/chuyen-muc/khong-co/rss.xml")]
    public async Task An_address_that_leads_nowhere_is_not_found(string address)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await An.Article().SaveAsync(site);
        using var answer = await site.Reader.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tim-kiem?q=%00")]
    [InlineData("/tim-kiem?q=%FF%FE")]
    [InlineData("/tim-kiem?q=%22%22%22")]
    [InlineData("/tim-kiem?q=a+AND+(b+OR+NOT+c)*~%5E2+%5B1+TO+2%5D")]
    [InlineData("/tim-kiem?q=%ED%A0%80")]
    [InlineData("/tim-kiem?q=%EF%BF%BE%EF%BF%BF")]
    [InlineData("/tim-kiem?q=%EE%80%80zz%EE%80%81")]
    [InlineData("/van-ban?q=%EF%BF%BE&loai=%EF%BF%BE&co-quan=%EE%80%80zz%EE%80%81")]
    [InlineData("/tim-kiem?q=%F0%9F%92%A5&chuyen-muc=khong-co")]
    [InlineData("/tim-kiem?q=x&tu-ngay=31/02/2020&den-ngay=%00")]
    [InlineData("/tim-kiem?q=x&q=y")]
    [InlineData("/van-ban?q=%25%5F%5C'%22;--")]
    [InlineData("/van-ban?nam=99999999999")]
    [InlineData("/van-ban?nam=0&loai=%00&co-quan=%F0%9F%92%A5")]
    [InlineData("/?utm_source=x&fbclid=%00")]
    public async Task Whatever_is_asked_gets_a_page(string address)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await An.Article().SaveAsync(site);
        using var answer = await site.Reader.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_question_that_ends_within_a_character_gets_a_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        // 199 signs, then one that is two halves: cut at 200 it would be half.
        var long199 = new string('x', 199) + "%F0%9F%92%A5";
        foreach (var parameter in (string[])["q", "loai", "co-quan"])
        {
            using var answer = await site.Reader.GetAsync($"/van-ban?{parameter}={long199}", Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/khong%00co")]
    [InlineData("/tac-gia/a%00")]
    [InlineData("/%")]
    [InlineData("/tac-gia/%FF%FE")]
    public async Task An_address_that_is_none_is_refused_or_not_found(string address)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        // Past the client, which would mend it.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var answer = await site.Reader.GetAsync(
            new Uri(site.Address.GetLeftPart(UriPartial.Authority) + address, in asWritten),
            Stop
        );
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.NotFound]);
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_gets_a_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var answer = await site.Reader.GetAsync("/tim-kiem?q=" + new string('x', 10_000), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_reading_is_refused_and_what_is_too_large_first_of_all()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var post = await site.Reader.PostAsync("/", new StringContent("x"), Stop);
        using var large = await site.Reader.PostAsync("/", new ByteArrayContent(new byte[1_000_000]), Stop);
        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, HttpStatusCode.RequestEntityTooLarge),
            (post.StatusCode, large.StatusCode)
        );
        Assert.Contains("<h1>", await large.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/khong-co")]
    [InlineData("/rss.xml")]
    [InlineData("/thong-ke")]
    public async Task Every_answer_carries_the_headers_that_protect_its_reader(string address)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var answer = await site.Reader.GetAsync(address, Stop);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_address_of_the_old_site_leads_to_the_article()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (id, path) = await An.Article().SaveAsync(site);
        await using (var database = site.Service<DatabaseFactory>().Create())
        {
            database.Add(new OldAddress { Path = "/news/detail.aspx?id=1234", ArticleId = id });
            await database.SaveChangesAsync(Stop);
        }
        using var answer = await site.Reader.GetAsync("/news/detail.aspx?id=1234", Stop);
        Assert.Equal((HttpStatusCode.MovedPermanently, path), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_menu_entry_changed_shows_on_the_very_next_request_of_every_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (_, path) = await An.Article().SaveAsync(site);
        await site.ReadAsync(path);
        await using (var database = site.Service<DatabaseFactory>().Create())
        {
            database.Add(
                new Web.Newsroom.Frame.MenuItem
                {
                    Position = 99,
                    LabelVi = "Mục thử nghiệm",
                    LabelEn = "Trial",
                    Target = "/so-do",
                }
            );
            await site.Service<ChangeFeed>().SaveAsync(database, DateTime.UnixEpoch, [PortalFrames.Key], Stop);
        }
        Assert.Contains("Mục thử nghiệm", await site.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("Trial", await site.ReadAsync("/en" + path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_rendered_while_a_change_is_being_told_does_not_keep_what_was_before_it()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var feed = site.Service<ChangeFeed>();
        // Told after whoever was there at the start, and before whoever came with the first page.
        feed.Listen(_ => site.ReadAsync("/").GetAwaiter().GetResult());
        await site.ReadAsync("/");
        await Database.Sql.RunAsync("update menu_item set label_vi = 'Tên mới của mục'", Stop);
        feed.Announce([PortalFrames.Key], []);
        Assert.Contains("Tên mới của mục", await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_by_another_process_shows_within_two_seconds()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await using var other = await Site.OpenAsync(Database.Address);
        var (_, path) = await An.Article().SaveAsync(site);
        await other.ReadAsync("/");
        await An.Article("Bài của tiến trình khác").SaveAsync(site);
        for (
            var i = 0;
            i < 100 && !(await other.ReadAsync("/")).Contains("Bài của tiến trình khác", StringComparison.Ordinal);
            i++
        )
        {
            other.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Stop);
        }
        Assert.Contains("Bài của tiến trình khác", await other.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structured_data_and_metadata_say_what_the_article_is()
    {
        await using var site = await Site.OpenAsync(
            Database.Address,
            settings => settings with { PublicAddress = "https://example.vn" }
        );
        var (_, path) = await An.Article("Họp </script> & \"bàn\"").By("Minh Luận").Tagged("đại hội").SaveAsync(site);
        var page = await site.ReadAsync(path);
        Assert.Contains($"<link rel=\"canonical\" href=\"https://example.vn{path}\">", page, StringComparison.Ordinal);
        foreach (
            var name in (string[])
                ["DC.title", "DC.creator", "DC.subject", "DC.description", "DC.date", "DC.identifier", "DC.language"]
        )
            Assert.Contains($"<meta name=\"{name}\"", page, StringComparison.Ordinal);
        var from = page.IndexOf("ld+json\">", StringComparison.Ordinal) + 9;
        var json = page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)];
        using var data = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal("NewsArticle", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("Họp </script> & \"bàn\"", data.RootElement.GetProperty("headline").GetString());
        Assert.Equal("2020-03-04T14:42:00+07:00", data.RootElement.GetProperty("datePublished").GetString());
    }

    [Fact]
    public async Task Feed_and_site_map_are_well_formed_and_name_the_articles()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (_, path) = await An.Article("Một & hai <b>").SaveAsync(site);
        var feed = System.Xml.Linq.XDocument.Parse(await site.ReadAsync("/rss.xml"));
        Assert.Equal("Một & hai <b>", feed.Descendants("item").Single().Element("title")!.Value);
        var map = System.Xml.Linq.XDocument.Parse(await site.ReadAsync("/sitemap.xml"));
        Assert.Contains(map.Descendants(), element => element.Value.EndsWith(path, StringComparison.Ordinal));
    }

    private async Task ChangeAsync(Site site, long id, Action<Article> change)
    {
        await using var database = site.Service<DatabaseFactory>().Create();
        var article = await database.Set<Article>().Include(a => a.Revisions).SingleAsync(a => a.Id == id, Stop);
        change(article);
        await site.Service<ChangeFeed>().SaveAsync(database, DateTime.UnixEpoch, ["articles", $"article:{id}"], Stop);
    }
}
