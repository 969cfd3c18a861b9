using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DaiHoi.Web.Tests.Builders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DaiHoi.Web.Tests.Platform.Server;

public sealed class TelemetryTests(SqliteTestDatabase database) : DatabaseTests(database), IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Measures_stand_on_a_listener_of_their_own_and_nothing_else_does()
    {
        await using var site = await WithMeasuresAsync();
        using var collector = Collector(site);
        using var measures = await collector.GetAsync("/metrics", Stop);
        Assert.Equal(HttpStatusCode.OK, measures.StatusCode);
        foreach (var path in (string[])["/", "/rss.xml", "/health/live", "/lib/x.css", "/metrics/x", "/khong-co"])
        {
            using var answer = await collector.GetAsync(path, Stop);
            Assert.Equal(
                (path, HttpStatusCode.NotFound, ""),
                (path, answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop))
            );
        }
    }

    [Fact]
    public async Task Readers_do_not_see_the_measures()
    {
        await using var site = await WithMeasuresAsync();
        using var answer = await site.Reader.GetAsync("/metrics", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("daihoi_", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_visits_pages_and_the_flushing_are_measured()
    {
        await using var site = await WithMeasuresAsync();
        await site.ReadAsync("/");
        await site.ReadAsync("/");
        Assert.Equal(2, await MeasureAsync(site, "daihoi_page_views_total"));
        Assert.Equal(1, await MeasureAsync(site, "daihoi_visits_total"));
        Assert.Equal(1, await MeasureAsync(site, "daihoi_visitors_online"));
        Assert.Equal(1, await MeasureAsync(site, "daihoi_pages_rendered_total"));
        Assert.Equal(1, await MeasureAsync(site, "daihoi_pages_kept"));
        Assert.True(await MeasureAsync(site, "daihoi_pages_size_bytes") > 1000);
        Assert.Equal(0, await MeasureAsync(site, "daihoi_visits_flush_failures_total"));
        Assert.True(await MeasureAsync(site, "dotnet_process_memory_working_set_bytes") > 0);
        Assert.True(await MeasureAsync(site, "http_server_request_duration_seconds_count") > 0);
    }

    [Fact]
    public async Task What_was_asked_is_sent_to_the_collector_and_who_asked_is_not()
    {
        await using var collector = await OtlpCollector.OpenAsync();
        await using (
            var site = await Site.OpenAsync(
                Database.Address,
                settings => settings with { OpenTelemetryEndpoint = collector.Address, KnownProxies = ["127.0.0.1"] }
            )
        )
        {
            var article = await An.Article("Một bài để lần theo").SaveAsync(site);
            using var request = new HttpRequestMessage(HttpMethod.Get, article.Path + "?q=dieu-rieng-tu");
            request.Headers.Add("X-Forwarded-For", "203.0.113.77");
            request.Headers.UserAgent.Clear();
            request.Headers.UserAgent.ParseAdd("SecretBrowser/1.0");
            using var answer = await site.Reader.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var health = await site.Reader.GetAsync("/health/ready", Stop);
        }
        Assert.Contains("/bai-viet/", collector.Heard("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("daihoi.page_views", collector.Heard("/v1/metrics"), StringComparison.Ordinal);
        foreach (var personal in (string[])["203.0.113.77", "SecretBrowser", "dieu-rieng-tu"])
        {
            Assert.False(collector.Heard("/v1/traces").Contains(personal, StringComparison.Ordinal), personal);
            Assert.False(collector.Heard("/v1/metrics").Contains(personal, StringComparison.Ordinal), personal);
        }
    }

    private Task<Site> WithMeasuresAsync() =>
        Site.OpenAsync(Database.Address, settings => settings with { MetricsListen = "http://127.0.0.1:0" });

    private static HttpClient Collector(Site site) => new() { BaseAddress = new Uri(site.Addresses.Last()) };

    // The sum over all labels.
    private static async Task<double> MeasureAsync(Site site, string name)
    {
        using var collector = Collector(site);
        var lines = (await collector.GetStringAsync("/metrics", Stop)).Split('\n');
        var values = lines.Where(line => line.StartsWith(name + "{", StringComparison.Ordinal)).ToList();
        Assert.True(values.Count > 0, $"{name} is not measured");
        return values.Sum(line => double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What a collector gets, as text: names and values stand in the messages as they are.</summary>
    private sealed class OtlpCollector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<(string Path, string Body)> heard = [];

        private OtlpCollector(WebApplication app) => this.app = app;

        public string Address => app.Urls.First();

        public static async Task<OtlpCollector> OpenAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var collector = new OtlpCollector(app);
            app.Run(collector.HearAsync);
            await app.StartAsync(Stop);
            return collector;
        }

        public string Heard(string path) =>
            string.Concat(heard.Where(message => message.Path == path).Select(message => message.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task HearAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, Stop);
            heard.Enqueue((context.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
        }
    }
}
