using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Platform.Server;

/// <summary>Visitors are told apart by their address: only a proxy that is named may say which.</summary>
public sealed class ForwardedAddressTests(SqliteTestDatabase database)
    : DatabaseTests(database),
        IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task A_strangers_word_on_his_address_makes_no_new_visitor()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await ReadAsAsync(site, "203.0.113.1");
        await ReadAsAsync(site, "203.0.113.2");
        Assert.Equal(1, site.Service<VisitCounter>().Numbers.Odometer);
    }

    [Fact]
    public async Task Nor_does_that_of_a_proxy_that_is_not_named()
    {
        await using var site = await BehindAsync("192.0.2.10");
        await ReadAsAsync(site, "203.0.113.1");
        await ReadAsAsync(site, "203.0.113.2");
        Assert.Equal(1, site.Service<VisitCounter>().Numbers.Odometer);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public async Task A_proxy_that_is_named_is_believed(string proxy)
    {
        await using var site = await BehindAsync(proxy);
        await ReadAsAsync(site, "203.0.113.1");
        await ReadAsAsync(site, "203.0.113.2");
        await ReadAsAsync(site, "203.0.113.2");
        Assert.Equal(2, site.Service<VisitCounter>().Numbers.Odometer);
    }

    [Fact]
    public async Task Of_a_row_of_addresses_that_before_the_named_proxies_counts_and_what_a_reader_wrote_himself_does_not()
    {
        await using var site = await BehindAsync("127.0.0.1", "198.51.100.0/24");
        await ReadAsAsync(site, "10.0.0.1, 203.0.113.1, 198.51.100.7");
        await ReadAsAsync(site, "10.0.0.2, 203.0.113.1, 198.51.100.8");
        Assert.Equal(1, site.Service<VisitCounter>().Numbers.Odometer);
        await ReadAsAsync(site, "10.0.0.2, 203.0.113.2, 198.51.100.8");
        Assert.Equal(2, site.Service<VisitCounter>().Numbers.Odometer);
    }

    private Task<Site> BehindAsync(params string[] proxies) =>
        Site.OpenAsync(Database.Address, settings => settings with { KnownProxies = proxies });

    private static async Task ReadAsAsync(Site site, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await site.Reader.SendAsync(request, Stop);
        answer.EnsureSuccessStatusCode();
    }
}
