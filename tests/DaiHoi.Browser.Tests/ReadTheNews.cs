using System.Text.RegularExpressions;
using DaiHoi.Web.Portal.Demo;

namespace DaiHoi.Browser.Tests;

/// <summary>What a reader meets: the page of the old site, whole, in its order and its formats.</summary>
public sealed partial class ReadTheNews(Portal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_lead_article_is_the_page_of_the_old_site_line_by_line(bool script)
    {
        await using var view = await portal.OpenAsync(portal.SeedArticle, script: script);
        var text = Plain(await view.Page.ContentAsync());
        var at = 0;
        foreach (var line in SeedLines())
        {
            var found = text.IndexOf(line, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"«{line}» is missing, or stands before what comes before it");
            at = found + line.Length;
        }
        Assert.Empty(view.Problems);
    }

    [Fact]
    public async Task A_view_shows_to_the_next_reader_and_a_reload_forges_none()
    {
        await using var first = await portal.OpenAsync(portal.SeedArticle + "?lan=1");
        var before = await ViewsAsync(first);
        await first.Page.ReloadAsync();
        var after = await ViewsAsync(first);
        for (var i = 0; i < 5; i++)
            await first.Page.ReloadAsync();
        Assert.InRange(after, before, before + 1);
        Assert.Equal(after, await ViewsAsync(first));
    }

    [Fact]
    public async Task Text_size_contrast_and_scheme_are_kept_from_page_to_page_without_script()
    {
        await using var view = await portal.OpenAsync("/", script: false);
        var usual = await SizeAsync(view);
        await view.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "A+" }).ClickAsync();
        await view.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Độ tương phản" }).ClickAsync();
        await view.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Nền tối" }).ClickAsync();
        await view.Page.GotoAsync("/van-ban");
        Assert.Equal("large", await view.Page.Locator("html").GetAttributeAsync("data-size"));
        Assert.Equal("high", await view.Page.Locator("html").GetAttributeAsync("data-contrast"));
        Assert.Equal("dark", await view.Page.Locator("html").GetAttributeAsync("data-scheme"));
        Assert.True(await SizeAsync(view) > usual);
    }

    [Fact]
    public async Task Search_finds_with_and_without_marks_and_marks_the_words()
    {
        await using var view = await portal.OpenAsync("/");
        await view.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).First.FillAsync("tap trung chuan bi dai hoi");
        await view.Page.Keyboard.PressAsync("Enter");
        var first = view.Page.Locator(".news h2").First;
        Assert.Equal("Tập trung chuẩn bị và tổ chức tốt đại hội đảng bộ các cấp", await first.InnerTextAsync());
        Assert.True(await view.Page.Locator("mark").CountAsync() > 0);
    }

    [Fact]
    public async Task The_other_language_is_one_step_away_and_leads_back()
    {
        await using var view = await portal.OpenAsync("/van-ban");
        await view.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "English" }).ClickAsync();
        Assert.EndsWith("/en/van-ban", view.Page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await view.Page.Locator("html").GetAttributeAsync("lang"));
        await view.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Tiếng Việt" }).ClickAsync();
        Assert.EndsWith(":" + new Uri(portal.Address).Port + "/van-ban", view.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<int> ViewsAsync(View view)
    {
        var text = await view.Page.Locator("p.views").InnerTextAsync();
        return int.Parse(
            text.Split(':')[1].Replace(".", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static async Task<double> SizeAsync(View view)
    {
        var box = await view.Page.Locator(".navigation a").First.BoundingBoxAsync();
        return box!.Height;
    }

    /// <summary>The lines of the old page; what counts live is left to its own test.</summary>
    private static IEnumerable<string> SeedLines() =>
        DemoFiles
            .Text("tap-trung-chuan-bi.txt")
            .Normalize()
            .Split('\n')
            .Select(line => line.Trim().TrimStart('•').Trim())
            .Where(line => line.Length > 0)
            .Select(line => line.EndsWith(" In trang", StringComparison.Ordinal) ? line[..^" In trang".Length] : line)
            .Select(line => Live().IsMatch(line) ? Live().Match(line).Groups["label"].Value : line)
            .Where(line => line.Length > 0);

    // The text without its markup, spaces folded: what a person who reads the source aloud would say.
    private static string Plain(string html)
    {
        var body = html[html.IndexOf("<body", StringComparison.Ordinal)..];
        var text = System.Net.WebUtility.HtmlDecode(Tag().Replace(body, ""));
        return Space().Replace(text, " ");
    }

    [GeneratedRegex(
        @"^(?<label>Lượt xem: |Đang online: |Trong tuần: |Trong tháng: |Trong năm: |)[\d.]+$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Live();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
