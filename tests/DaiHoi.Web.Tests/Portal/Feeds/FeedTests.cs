using System.Globalization;
using System.Net;
using System.Xml.Linq;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Portal.Feeds;

public abstract class FeedTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public sealed class OnSqlite(SqliteTestDatabase database) : FeedTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : FeedTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_feed_holds_what_is_published_newest_first_as_text()
    {
        await using var site = await OpenAsync();
        var (_, older) = await An.Article("Tin <b>cũ</b> & \"hơn\"").Saying("Sapo <i>").SaveAsync(site);
        var (_, newer) = await An.Article("Tin mới").At(At.AddDays(1)).In("thong-bao").SaveAsync(site);
        await An.Article("Chưa đăng").NotPublished().SaveAsync(site);
        var items = (await XmlAsync(site, "/rss.xml")).Descendants("item").ToList();
        Assert.Equal(["Tin mới", "Tin <b>cũ</b> & \"hơn\""], items.Select(item => item.Element("title")!.Value));
        Assert.Equal([Public + newer, Public + older], items.Select(item => item.Element("link")!.Value));
        // Readers of feeds take a description as HTML.
        Assert.Equal("Sapo &lt;i&gt;", items[1].Element("description")!.Value);
        Assert.Equal(
            At,
            DateTime.ParseExact(
                items[1].Element("pubDate")!.Value,
                "R",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            )
        );
        var ofSection = await XmlAsync(site, "/chuyen-muc/thong-bao/rss.xml");
        Assert.Equal(["Tin mới"], ofSection.Descendants("item").Select(item => item.Element("title")!.Value));
        Assert.Equal(
            Public + "/chuyen-muc/thong-bao/rss.xml",
            ofSection.Descendants(Atom + "link").Single().Attribute("href")!.Value
        );
    }

    [Fact]
    public async Task The_feed_holds_the_fifty_newest()
    {
        await using var site = await OpenAsync();
        for (var i = 0; i < 52; i++)
            await An.Article($"Tin {i}").At(At.AddMinutes(i)).SaveAsync(site);
        var titles = (await XmlAsync(site, "/rss.xml")).Descendants("item").Select(item => item.Element("title")!.Value).ToList();
        Assert.Equal((50, "Tin 51", "Tin 2"), (titles.Count, titles[0], titles[^1]));
    }

    [Fact]
    public async Task The_site_map_names_every_page_once_and_what_is_not_published_never()
    {
        await using var site = await OpenAsync();
        var (_, shown) = await An.Article("Đã đăng").SaveAsync(site);
        var (hidden, _) = await An.Article("Chưa đăng").NotPublished().SaveAsync(site);
        var places = (await XmlAsync(site, "/sitemap.xml")).Descendants(Map + "loc").Select(place => place.Value).ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
        foreach (var path in (string[])["/", shown, "/van-ban", "/lien-ket", "/thong-ke", "/chuyen-muc/tin-tuc"])
            Assert.Contains(Public + path, places);
        Assert.DoesNotContain(places, place => place.EndsWith($"-{hidden}", StringComparison.Ordinal));
        foreach (var path in places.Select(place => place[Public.Length..]))
        {
            using var answer = await site.Reader.GetAsync(path, Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
        }
        foreach (var number in (string[])["0", "2", "999999", "-1", "x"])
        {
            using var answer = await site.Reader.GetAsync($"/sitemap-{number}.xml", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Above_forty_five_thousand_articles_the_map_is_an_index_of_maps()
    {
        await using var site = await OpenAsync();
        await An.Article("Bài đầu").SaveAsync(site);
        await Database.Sql.RunAsync(
            Database.Sql.IsPostgres
                ? "select setval(pg_get_serial_sequence('article', 'id'), 45000)"
                : "update sqlite_sequence set seq = 45000 where name = 'article'",
            Stop
        );
        await An.Article("Bài giữa").SaveAsync(site);
        var files = (await XmlAsync(site, "/sitemap.xml")).Descendants(Map + "loc").Select(place => place.Value).ToList();
        Assert.Equal([Public + "/sitemap-1.xml", Public + "/sitemap-2.xml"], files);
        var second = (await XmlAsync(site, "/sitemap-2.xml")).Descendants(Map + "loc").Select(place => place.Value);
        Assert.Contains(Public + "/bai-viet/bai-giua-45001", second);
    }

    [Theory]
    [InlineData("/rss.xml", "application/rss+xml")]
    [InlineData("/sitemap.xml", "application/xml")]
    [InlineData("/robots.txt", "text/plain")]
    public async Task The_head_alone_can_be_asked_for_before_anything_is_kept(string path, string type)
    {
        await using var site = await OpenAsync();
        using var question = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await site.Reader.SendAsync(question, Stop);
        using var whole = await site.Reader.GetAsync(path, Stop);
        Assert.Equal((HttpStatusCode.OK, type), (head.StatusCode, head.Content.Headers.ContentType!.MediaType));
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
    }

    [Fact]
    public async Task Robots_are_told_where_the_map_is()
    {
        await using var site = await OpenAsync();
        var text = await site.ReadAsync("/robots.txt");
        Assert.Contains($"Sitemap: {Public}/sitemap.xml\n", text, StringComparison.Ordinal);
        Assert.Contains("Disallow: /tim-kiem\n", text, StringComparison.Ordinal);
    }

    private const string Public = "https://cong.binhphuoc.example";

    private static DateTime At => SettableTime.Usual.UtcDateTime;

    private Task<Site> OpenAsync() => Site.OpenAsync(Database.Address, settings => settings with { PublicAddress = Public });

    private static async Task<XDocument> XmlAsync(Site site, string path) => XDocument.Parse(await site.ReadAsync(path));
}
