using System.Text.Json;
using CsCheck;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

public sealed class PersonTests
{
    private static readonly Robots Robots = new();

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/113.0.164 Chrome/107.0.5304.164 Safari/537.36"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"
    )]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 13; SM-A236E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 12; V2111) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Zalo android/12040563 ZaloTheme/light ZaloLanguage/vi"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F90 [FBAN/FBIOS;FBAV/468.0.0.37.77;FBDV/iPhone14,5]"
    )]
    [InlineData("Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko")]
    [InlineData("Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0)")]
    [InlineData("Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; vi) Presto/2.12.423 Version/12.16")]
    public void A_browser_that_people_use_is_a_person(string name)
    {
        Assert.False(Robots.Matches(name));
        Assert.True(IsPerson(("User-Agent", name)));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData(
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36"
    )]
    [InlineData("Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)")]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36")]
    [InlineData("Some-Unheard-Of-Spider by somebody")]
    [InlineData("MyOwnCrawler (+https://example.org/about)")]
    [InlineData("curl/8.5.0 (x86_64-pc-linux-gnu)")]
    [InlineData("Wget/1.21.3 (linux-gnu)")]
    [InlineData("python-requests/2.31.0")]
    [InlineData("k6/0.49.0 (https://k6.io/)")]
    [InlineData("Mozilla/5.0")]
    [InlineData("-")]
    public void A_robot_is_no_person(string name)
    {
        Assert.True(Robots.Matches(name));
        // Asked twice: what is remembered is the same answer.
        Assert.False(IsPerson(("User-Agent", name)));
        Assert.False(IsPerson(("User-Agent", name)));
    }

    [Fact]
    public void Every_name_that_the_public_list_gives_for_its_robots_is_one()
    {
        using var stream = typeof(Robots).Assembly.GetManifestResourceStream("crawler-user-agents.json")!;
        using var list = JsonDocument.Parse(stream);
        var names = list
            .RootElement.EnumerateArray()
            .SelectMany(robot => robot.GetProperty("instances").EnumerateArray())
            .Select(name => name.GetString()!)
            .ToList();
        Assert.True(names.Count > 1000);
        Assert.DoesNotContain(names, name => !Robots.Matches(name));
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;anonymous-client-ip")]
    [InlineData("Sec-Purpose", "PRERENDER")]
    [InlineData("Purpose", "prefetch")]
    [InlineData("X-Purpose", "preview")]
    [InlineData("X-Moz", "Prefetch")]
    public void What_is_fetched_ahead_is_seen_by_no_person(string header, string value) =>
        Assert.False(IsPerson((header, value)));

    [Fact]
    public void Whoever_asks_for_headers_only_or_has_no_name_is_no_person()
    {
        var head = Visitors.Context(1);
        head.Request.Method = "HEAD";
        Assert.False(new PersonTest(Robots).TryMark(head, Salt.New(), out _));
        var unnamed = Visitors.Context(1);
        unnamed.Request.Headers.Remove("User-Agent");
        Assert.False(new PersonTest(Robots).TryMark(unnamed, Salt.New(), out _));
        Assert.False(IsPerson(("User-Agent", "")));
    }

    [Fact]
    public void Any_name_gets_the_same_answer_again_however_many_come_between()
    {
        var people = new PersonTest(Robots);
        var salt = Salt.New();
        Gen.Select(Platform.SomeText.Anything, Gen.OneOf("", "Mozilla/5.0 (X11) Firefox/140.0 ", "x bot/1.0 "))
            .Sample(
                (some, known) =>
                {
                    var context = Visitors.Context(1);
                    context.Request.Headers.UserAgent = known + some;
                    var first = people.TryMark(context, salt, out var visitor);
                    Assert.Equal(first, people.TryMark(context, salt, out var again));
                    Assert.Equal(visitor.Under(salt), again.Under(salt));
                    Assert.Equal(first, (known + some).Length > 0 && !Robots.Matches(VisitorMark.Cut(known + some)));
                },
                iter: Endurance.Trials(3_000)
            );
    }

    [Fact]
    public void A_name_without_end_costs_no_more_than_its_beginning()
    {
        Assert.True(IsPerson(("User-Agent", Site.Browser + new string('a', 30_000))));
        Assert.True(IsPerson(("Accept-Language", new string('v', 30_000))));
    }

    private static bool IsPerson((string Name, string Value) header)
    {
        var context = Visitors.Context(1);
        context.Request.Headers[header.Name] = header.Value;
        return new PersonTest(Robots).TryMark(context, Salt.New(), out _);
    }
}
