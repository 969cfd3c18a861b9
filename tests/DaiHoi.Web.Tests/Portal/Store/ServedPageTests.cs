using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DaiHoi.Web.Portal.Store;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Portal.Store;

/// <summary>Kept pages as they go over the wire. No database matters here: the pages are bytes.</summary>
public sealed partial class ServedPageTests(SqliteSite opened) : IClassFixture<SqliteSite>
{
    // Robots, so that no number changes between two answers.
    private const string Robot = "Googlebot/2.1 (+http://www.google.com/bot.html)";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private Site Site => opened.Site;

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("gzip", true)]
    [InlineData("GZIP", true)]
    [InlineData("gzip, deflate, br, zstd", true)]
    [InlineData("br;q=1.0, gzip;q=0.8, *;q=0.1", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("gzip;q=0.000, deflate", false)]
    [InlineData("deflate, br", false)]
    [InlineData("identity", false)]
    [InlineData("gzip;q=abc", false)]
    [InlineData(", ,gzip,,,", true)]
    public async Task A_page_is_compressed_for_whoever_takes_that(string? accept, bool packed)
    {
        var plain = await TextAsync("/", null);
        using var answer = await AskAsync(HttpMethod.Get, "/", accept);
        Assert.Equal(packed ? ["gzip"] : [], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", string.Join(',', answer.Headers.Vary), StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(answer.Content.Headers.ContentLength, bytes.Length);
        Assert.Equal(plain, packed ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task Who_asks_for_headers_gets_those_of_the_page_and_no_page()
    {
        foreach (var accept in (string?[])[null, "gzip"])
        {
            using var page = await AskAsync(HttpMethod.Get, "/", accept);
            using var head = await AskAsync(HttpMethod.Head, "/", accept);
            Assert.Equal(page.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(page.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
        }
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("\"")]
    [InlineData("W/")]
    [InlineData("\"0000000000000000p\"")]
    public async Task A_tag_that_is_none_of_ours_gets_the_page(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await Site.Reader.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_mailings_hang_on_to_an_address_finds_the_kept_page()
    {
        var page = await TextAsync("/lien-ket", null);
        var kept = Site.Service<PageStore>().Count;
        foreach (var query in (string[])["?utm_source=zalo", "?fbclid=IwAR0x", "?x=1&y=2", "?"])
            Assert.Equal(page, await TextAsync("/lien-ket" + query, null));
        Assert.Equal(kept, Site.Service<PageStore>().Count);
    }

    [Theory]
    [InlineData("hien-thi=lcd", "data-size=\"large\" data-contrast=\"high\" data-scheme=\"dark\"")]
    [InlineData("hien-thi=s--", "data-size=\"small\"")]
    [InlineData("hien-thi=<b>", "<html lang=\"vi\">")]
    [InlineData("hien-thi=\"><script>", "<html lang=\"vi\">")]
    [InlineData("%%%=;;; hien-thi", "<html lang=\"vi\">")]
    public async Task A_page_comes_in_the_look_that_its_reader_has_chosen(string cookie, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await Site.Reader.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains(expected, page[..page.IndexOf("<head>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("Cookie", string.Join(',', answer.Headers.Vary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_reads_as_one_text_when_the_markup_is_taken_away()
    {
        await using var database = new SqliteTestDatabase();
        await database.InitializeAsync();
        await using var site = await Site.OpenAsync(database.Address);
        var (id, path) = await An.Article().SaveAsync(site);
        var adopted = site.Service<AdoptedStatistics>();
        await using (var connection = await database.Sql.OpenAsync(Stop))
        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            await adopted.AdoptAsync(connection, transaction, "cũ", new(25_819, 803, 1_757, 18_525), new(2020, 3, 4), Stop);
            await adopted.AdoptViewsAsync(connection, transaction, id, 12_345, Stop);
            await transaction.CommitAsync(Stop);
        }
        while (site.Service<VisitCounter>().ViewsOf(id) == 0)
            await Task.Delay(20, Stop);
        foreach (var (address, separator) in new[] { (path, '.'), ("/en" + path, ',') })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd(Robot);
            using var answer = await site.Reader.SendAsync(request, Stop);
            var text = Tag().Replace(await answer.Content.ReadAsStringAsync(Stop), "");
            foreach (var number in (string[])["000025819", "803", "1.757", "18.525", "12.345"])
                Assert.Contains(number.Replace('.', separator), text, StringComparison.Ordinal);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, string? accept)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.ParseAdd(Robot);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        return await Site.Reader.SendAsync(request, Stop);
    }

    private async Task<string> TextAsync(string address, string? accept)
    {
        using var answer = await AskAsync(HttpMethod.Get, address, accept);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static string Unpacked(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
