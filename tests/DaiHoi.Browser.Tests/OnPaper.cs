using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>An article on A4, from its print page and from the browser's own command.</summary>
public sealed class OnPaper(Portal portal)
{
    [Theory]
    [InlineData("")]
    [InlineData("/in")]
    public async Task Paper_carries_the_article_and_who_printed_it_and_no_navigation(string ending)
    {
        await using var view = await portal.OpenAsync(portal.SeedArticle + ending);
        await view.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var gone in (string[])[".navigation", ".search-box", ".service-line", ".side", ".tools", ".acts"])
        {
            foreach (var element in await view.Page.Locator(gone).AllAsync())
                Assert.False(await element.IsVisibleAsync(), gone);
        }
        Assert.True(await view.Page.Locator("h1").IsVisibleAsync());
        Assert.Contains("Cổng thông tin điện tử", await view.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "https://binhphuoc.example.vn/bai-viet/",
            await view.Page.Locator("body").InnerTextAsync(),
            StringComparison.Ordinal
        );
        var colour = await view.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
        Assert.Equal("rgb(255, 255, 255)", colour);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/in")]
    public async Task The_seed_article_fits_two_sheets(string ending)
    {
        await using var view = await portal.OpenAsync(portal.SeedArticle + ending);
        var pdf = await view.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        var pages = System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
        Assert.InRange(pages, 1, 2);
    }

    [Fact]
    public async Task The_print_button_works_and_is_hidden_without_script()
    {
        await using var view = await portal.OpenAsync(portal.SeedArticle + "/in");
        Assert.True(await view.Page.Locator("[data-print]").IsVisibleAsync());
        await using var plain = await portal.OpenAsync(portal.SeedArticle + "/in", script: false);
        Assert.False(await plain.Page.Locator("[data-print]").IsVisibleAsync());
    }

    [Fact]
    public async Task A_saved_article_is_one_file_that_needs_nothing_else()
    {
        await using var view = await portal.OpenAsync(portal.SeedArticle);
        var download = await view.Page.RunAndWaitForDownloadAsync(() => view.Page.Locator(".margin a[download]").ClickAsync());
        Assert.EndsWith(".html", download.SuggestedFilename, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("Tập trung chuẩn bị và tổ chức tốt đại hội đảng bộ các cấp", text, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/lib", text, StringComparison.Ordinal);
    }
}
