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
