using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

/// <summary>What counting promises, seen through the pages of the real program.</summary>
public abstract partial class CountedPageTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : CountedPageTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : CountedPageTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Home = "/";

    [Fact]
    public async Task A_page_shows_the_visit_that_it_begins_and_the_views_before_it()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (_, path) = await An.Article().SaveAsync(site);
        Assert.Equal(new Shown(0, 1, 1, 1, 1, 1, 1), ShownBy((await site.SeesAsync(1, path)).Text));
        Assert.Equal(new Shown(1, 2, 2, 2, 2, 2, 2), ShownBy((await site.SeesAsync(2, path)).Text));
        Assert.Equal(new Shown(2, 2, 2, 2, 2, 2, 2), ShownBy((await site.SeesAsync(1, "/en" + path)).Text));
    }

    [Fact]
    public async Task Who_reloads_forges_nothing()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (id, path) = await An.Article().SaveAsync(site);
        for (var reload = 0; reload < 50; reload++)
            Assert.Equal(HttpStatusCode.OK, (await site.SeesAsync(1, path)).Status);
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal((1, 50, 1), await StoredAsync(id));
        site.Time.Advance(TimeSpan.FromMinutes(29));
        await site.SeesAsync(1, path);
        await site.Service<VisitCounter>().FlushAsync(Stop);
        // Of the visit the last page view counts, of the article's view the one that was counted.
        Assert.Equal((1, 51, 1), await StoredAsync(id));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.SeesAsync(1, path);
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal((1, 52, 2), await StoredAsync(id));
    }

    [Fact]
    public async Task Not_modified_counts_like_a_page()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (id, path) = await An.Article().SaveAsync(site);
        await site.SeesAsync(1, path);
        var (_, tag, _) = await site.SeesAsync(1, path);
        var again = await site.SeesAsync(1, path, ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, tag, ""), again);
        site.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(HttpStatusCode.OK, (await site.SeesAsync(1, path, ("If-None-Match", tag))).Status);
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal((2, 4, 2), await StoredAsync(id));
    }

    [Fact]
    public async Task The_tag_covers_every_number_that_the_page_shows()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (_, path) = await An.Article().SaveAsync(site);
        await site.SeesAsync(1, path);
        var known = (await site.SeesAsync(1, path)).Tag;

        Assert.Equal(HttpStatusCode.NotModified, (await site.SeesAsync(1, path, ("If-None-Match", $"W/{known}"))).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await site.SeesAsync(1, path, ("If-None-Match", "*"))).Status);
        Assert.Equal(
            HttpStatusCode.NotModified,
            (await site.SeesAsync(1, path, ("If-None-Match", $"\"other\", {known}"))).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await site.SeesAsync(1, path, ("If-None-Match", "\"other\""))).Status);
        // Somebody else comes: another odometer, another number online, another number of views.
        await site.SeesAsync(2, path);
        var changed = await site.SeesAsync(1, path, ("If-None-Match", known));
        Assert.Equal((HttpStatusCode.OK, new Shown(2, 2, 2, 2, 2, 2, 2)), (changed.Status, ShownBy(changed.Text)));
        // Both leave, and only the number online is another.
        site.Time.Advance(TimeSpan.FromMinutes(6));
        var alone = await site.SeesAsync(1, path, ("If-None-Match", changed.Tag));
        Assert.Equal((HttpStatusCode.OK, new Shown(2, 2, 1, 2, 2, 2, 2)), (alone.Status, ShownBy(alone.Text)));
        // Compressed it is another answer.
        var (_, packed, _) = await site.SeesAsync(1, path, ("Accept-Encoding", "gzip"));
        Assert.NotEqual(alone.Tag, packed);
        Assert.Equal(HttpStatusCode.OK, (await site.SeesAsync(1, path, ("If-None-Match", packed))).Status);
    }

    [Fact]
    public async Task Robots_and_what_is_fetched_ahead_are_answered_and_not_counted()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (_, path) = await An.Article().SaveAsync(site);
        (string, string)[] signs =
        [
            ("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
            ("User-Agent", ""),
            ("Sec-Purpose", "prefetch;prerender"),
        ];
        foreach (var sign in signs)
            Assert.Equal(HttpStatusCode.OK, (await site.SeesAsync(1, path, sign)).Status);
        await NothingIsCountedAsync(site, path);
    }

    [Fact]
    public async Task Only_pages_that_are_shown_count()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (_, path) = await An.Article().SaveAsync(site);
        foreach (
            var address in (string[])
                ["/rss.xml", "/sitemap.xml", "/robots.txt", "/khong-co", "/health/ready", path + "x", "/loi/404"]
        )
            await site.SeesAsync(1, address);
        using var head = Visitors.Asking(1, path);
        head.Method = HttpMethod.Head;
        using var answer = await site.Reader.SendAsync(head, Stop);
        Assert.Equal((HttpStatusCode.OK, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync(Stop)).Length));
        Assert.True(answer.Content.Headers.ContentLength > 1000);
        using var post = Visitors.Asking(1, path);
        post.Method = HttpMethod.Post;
        using var refused = await site.Reader.SendAsync(post, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        await NothingIsCountedAsync(site, path);
    }

    [Fact]
    public async Task Every_kind_of_page_that_people_read_counts_as_a_page_view()
    {
        await using var site = await Visitors.OpenAsync(Database);
        var (_, path) = await An.Article().In("thong-bao").By("Minh Luận").Tagged("đại hội").SaveAsync(site);
        string[] pages =
        [
            Home,
            "/en",
            path,
            path + "/in",
            "/chuyen-muc/thong-bao",
            "/tac-gia/minh-luan",
            "/tu-khoa/dai-hoi",
            "/tim-kiem?q=x",
            "/thong-ke",
            "/lien-ket",
            "/van-ban",
            "/trang/gioi-thieu",
            "/so-do",
            "/doc-nhieu",
        ];
        foreach (var page in pages)
            Assert.Equal(HttpStatusCode.OK, (await site.SeesAsync(1, page)).Status);
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal(
            [new DayOfVisits(new(2020, 3, 4), 1, pages.Length)],
            await site.Service<VisitHistory>().DaysAsync(new(2020, 1, 1), new(2020, 12, 31), Stop)
        );
    }

    [Fact]
    public async Task Nobody_else_is_believed_about_an_address()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        for (var visitor = 0; visitor < 5; visitor++)
            await site.SeesAsync(visitor, Home);
        Assert.Equal(1, site.Service<VisitCounter>().Numbers.Odometer);
    }

    [Fact]
    public async Task A_visit_over_midnight_belongs_to_the_day_on_which_it_began()
    {
        // Half past eleven in the evening of Tuesday, 3 March, on the site's clock.
        await using var site = await Visitors.OpenAsync(Database, new DateTimeOffset(2020, 3, 3, 16, 45, 0, TimeSpan.Zero));
        var (id, path) = await An.Article().SaveAsync(site);
        await site.SeesAsync(1, path);
        site.Time.Advance(TimeSpan.FromMinutes(29));
        var (_, _, after) = await site.SeesAsync(1, path);
        Assert.Equal(new Shown(1, 1, 1, 0, 1, 1, 1), ShownBy(after));
        // The salt of the day before is gone now, and he is still the same visitor; the article counts again.
        site.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(new Shown(1, 1, 1, 0, 1, 1, 1), ShownBy((await site.SeesAsync(1, path)).Text));
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal((1, 3, 2), await StoredAsync(id));
        Assert.Equal(
            [new(new(2020, 3, 3), 1, 1), new DayOfVisits(new(2020, 3, 4), 0, 2)],
            await site.Service<VisitHistory>().DaysAsync(new(2020, 1, 1), new(2020, 12, 31), Stop)
        );
    }

    [Theory]
    [InlineData(29 * 60 + 59, 1)]
    [InlineData(30 * 60, 2)]
    public async Task A_normal_stop_loses_nothing_and_a_restart_goes_on_with_the_visits(int secondsOff, int visits)
    {
        string path;
        await using (var stopped = await Visitors.OpenAsync(Database))
        {
            (_, path) = await An.Article().SaveAsync(stopped);
            await stopped.SeesAsync(1, path);
        }
        await using var started = await Visitors.OpenAsync(Database, SettableTime.Usual.AddSeconds(secondsOff));
        var (_, _, page) = await started.SeesAsync(1, path);
        Assert.Equal(new Shown(1, visits, 1, visits, visits, visits, visits), ShownBy(page));
        Assert.Equal(visits, ShownBy((await started.SeesAsync(2, path)).Text).Views);
    }

    [Fact]
    public async Task Nothing_of_an_address_or_a_browser_lies_in_the_database()
    {
        const string browser =
            "Mozilla/5.0 (Linux; Android 13; Khong-Ai-Khac) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36";
        await using (var site = await Visitors.OpenAsync(Database))
        {
            var (_, path) = await An.Article().SaveAsync(site);
            foreach (var address in (string[])[path, Home, "/tim-kiem?q=x", "/khong-co"])
                await site.SeesAsync(0x1234, address, ("User-Agent", browser), ("Accept-Language", "vi-VN,xx-Klingon"));
            Assert.Equal(1, site.Service<VisitCounter>().Numbers.Odometer);
        }
        // Stopped, so that what one process leaves to the next is there too.
        var everything = await EveryByteAsync();
        Assert.True(Holds(everything, "Đại hội điểm"u8), "it looks in the right place");
        foreach (
            var trace in (string[])["Khong-Ai-Khac", "Android 13", "Klingon", "2001:db8", Visitors.AddressOf(0x1234).ToString()]
        )
            Assert.False(Holds(everything, System.Text.Encoding.UTF8.GetBytes(trace)), trace);
        Assert.False(Holds(everything, Visitors.AddressOf(0x1234).GetAddressBytes()), "the address in bytes");
    }

    private async Task NothingIsCountedAsync(Site site, string path)
    {
        var counter = site.Service<VisitCounter>();
        await counter.FlushAsync(Stop);
        var numbers = counter.Numbers;
        Assert.Equal((0, 0, 0), (numbers.Odometer, numbers.Online, numbers.Today));
        Assert.Empty(await site.Service<VisitHistory>().DaysAsync(DateOnly.MinValue, DateOnly.MaxValue, Stop));
        // And somebody who reads it now is the first.
        Assert.Equal(new Shown(0, 1, 1, 1, 1, 1, 1), ShownBy((await site.SeesAsync(2, path)).Text));
    }

    /// <summary>Visits and page views of all days, and views of an article, as they lie in the database.</summary>
    private async Task<(long Visits, long PageViews, long Views)> StoredAsync(long article) =>
        await Database.Sql.FirstAsync(
            """
            select cast(sum(visits) as bigint), cast(sum(page_views) as bigint),
              (select views from article_views where article = @article)
            from visit_day
            """,
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
            Stop,
            ("article", article)
        );

    private async Task<byte[]> EveryByteAsync()
    {
        using var bytes = new MemoryStream();
        if (!Database.Sql.IsPostgres)
        {
            foreach (var file in Directory.EnumerateFiles(Database.Address.Folder, "daihoi.db*"))
                bytes.Write(await File.ReadAllBytesAsync(file, Stop));
            return bytes.ToArray();
        }
        var tables = await Database.Sql.ListAsync(
            "select tablename from pg_tables where schemaname = current_schema()",
            row => row.GetString(0),
            Stop
        );
        foreach (var table in tables)
        {
            await using var connection = await Database.Sql.OpenAsync(Stop);
            await using var command = Web.Data.Sql.Command(connection, $"select * from \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    bytes.Write(
                        reader.GetValue(column) as byte[]
                            ?? System.Text.Encoding.UTF8.GetBytes(
                                Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? ""
                            )
                    );
                }
            }
        }
        return bytes.ToArray();
    }

    private static bool Holds(byte[] everything, ReadOnlySpan<byte> part) => everything.AsSpan().IndexOf(part) >= 0;

    /// <summary>The numbers of a page, its markup taken away.</summary>
    private sealed record Shown(long? Views, long Odometer, long Online, long Today, long Week, long Month, long Year);

    private static Shown ShownBy(string page)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(page, ""));
        long Number(string pattern) =>
            long.Parse(
                Regex
                    .Match(text, pattern)
                    .Groups[1]
                    .Value.Replace(".", "", StringComparison.Ordinal)
                    .Replace(",", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture
            );
        return new(
            Regex.IsMatch(text, @"(?:Lượt xem|Views): \d") ? Number(@"(?:Lượt xem|Views): ([\d.,]+)") : null,
            Number(@"(?:Tổng lượt truy cập|Total visits): (\d{9})"),
            Number(@"(?:Đang online|Online now): ([\d.,]+)"),
            Number(@"(?:Hôm nay|Today): ([\d.,]+)"),
            Number(@"(?:Trong tuần|This week): ([\d.,]+)"),
            Number(@"(?:Trong tháng|This month): ([\d.,]+)"),
            Number(@"(?:Trong năm|This year): ([\d.,]+)")
        );
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
