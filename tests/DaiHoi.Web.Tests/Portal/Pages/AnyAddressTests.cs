using System.Net;

namespace DaiHoi.Web.Tests.Portal.Pages;

/// <summary>Whatever somebody asks the public portal, he gets an answer that helps and tells nothing of the program.</summary>
public abstract class AnyAddressTests(OpenedSite opened)
{
    public sealed class OnSqlite(SqliteSite opened) : AnyAddressTests(opened), IClassFixture<SqliteSite>;

    public sealed class OnPostgres(PostgresSite opened) : AnyAddressTests(opened), IClassFixture<PostgresSite>;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private Site Site => opened.Site;

    [Theory]
    [InlineData("/van-ban?nam=99999999999")]
    [InlineData("/van-ban?nam=0")]
    [InlineData("/van-ban?nam=abcd")]
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
        using var answer = await Site.Reader.GetAsync(address, Stop);
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
    [InlineData("/tim-kiem?q=x&tu-ngay=01/01/0001&den-ngay=31/12/9999")]
    [InlineData("/van-ban?q=%25%5F%5C'%22;--")]
    [InlineData("/van-ban?nam=2020&loai=%00&co-quan=%F0%9F%92%A5")]
    [InlineData("/?utm_source=x&fbclid=%00")]
    public async Task Whatever_is_asked_gets_a_page(string address)
    {
        using var answer = await Site.Reader.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_question_that_ends_within_a_character_gets_a_page()
    {
        // 199 signs, then one that is two halves: cut at 200 it would be half.
        var long199 = new string('x', 199) + "%F0%9F%92%A5";
        foreach (var parameter in (string[])["q", "loai", "co-quan"])
        {
            using var answer = await Site.Reader.GetAsync($"/van-ban?{parameter}={long199}", Stop);
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
        // Past the client, which would mend it.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var answer = await Site.Reader.GetAsync(
            new Uri(Site.Address.GetLeftPart(UriPartial.Authority) + address, in asWritten),
            Stop
        );
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.NotFound]);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('ạ')]
    public async Task A_question_of_ten_thousand_characters_gets_a_page(char letter)
    {
        var question = Uri.EscapeDataString(new string(letter, 10_000));
        using var answer = await Site.Reader.GetAsync("/tim-kiem?q=" + question, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_reading_is_refused_and_what_is_too_large_first_of_all()
    {
        using var post = await Site.Reader.PostAsync("/", new StringContent("x"), Stop);
        using var large = await Site.Reader.PostAsync("/", new ByteArrayContent(new byte[1_000_000]), Stop);
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
        using var answer = await Site.Reader.GetAsync(address, Stop);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
