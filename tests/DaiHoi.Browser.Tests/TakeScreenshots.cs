using System.Runtime.CompilerServices;
using DaiHoi.Web.Platform.Access;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>The pictures of <c>docs/screenshots/</c>, taken by <c>eng/screenshots</c>: the demo as a newcomer sees it.</summary>
public sealed class TakeScreenshots(Portal portal)
{
    private static readonly (string Ending, int Width, ColorScheme Scheme)[] Ways =
    [
        ("", 1280, ColorScheme.Light),
        ("-dark", 1280, ColorScheme.Dark),
        ("-360", 360, ColorScheme.Light),
    ];

    private static string Folder => Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "screenshots");

    [Fact(Explicit = true)]
    public async Task Of_the_main_pages()
    {
        Directory.CreateDirectory(Folder);
        await TakeAsync("/", "home");
        await TakeAsync(portal.SeedArticle, "article");
        await TakeAsync(portal.SeedArticle + "/in", "print");
        await TakeAsync("/thong-ke", "statistics");
        await TakeAsync("/van-ban", "documents");
        await TakeAsync("/tim-kiem?q=dai+hoi+diem", "search");
        await TakeAsync("/en", "home-en");
    }

    /// <summary>What the newsroom sees, in one session that is shown in each way.</summary>
    [Fact(Explicit = true)]
    public async Task Of_the_desk()
    {
        Directory.CreateDirectory(Folder);
        await using var desk = await Newsroom.SignInAsync(
            portal,
            "thu-ha",
            "Thu Hà",
            [Role.Reporter, Role.Editor, Role.Publisher, Role.Administrator, Role.Auditor]
        );
        await BeginAsync(desk.Page, "Lộc Ninh chuẩn bị đại hội đảng bộ các xã", "submit");
        await BeginAsync(desk.Page, "Ghi nhận từ một chi bộ vùng biên", "");
        // The photo of the seed article is an empty frame: one with a picture, from the library.
        await desk.Page.GotoAsync("/ban-bien-tap/kho-phuong-tien/20");
        var article = await desk.Page.Locator("main a[href^='/ban-bien-tap/bai/']").First.GetAttributeAsync("href");
        foreach (
            var (path, name, height) in ((string, string, int)[])
                [
                    ("/ban-bien-tap", "desk", 900),
                    (article + "/sua", "desk-editor", 960),
                    ("/ban-bien-tap/kho-phuong-tien", "desk-media", 600),
                    ("/ban-bien-tap/cong/trang-chu", "desk-home", 1800),
                    ("/nhat-ky", "desk-audit", 900),
                ]
        )
        {
            foreach (var (ending, width, scheme) in Ways)
            {
                await desk.Page.SetViewportSizeAsync(width, 900);
                await desk.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var answer = await desk.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
                Assert.Equal((200, path), (answer!.Status, new Uri(desk.Page.Url).AbsolutePath));
                await ShootAsync(desk.Page, name + ending, width, height);
            }
        }
    }

    private static async Task BeginAsync(IPage page, string title, string then)
    {
        await page.GotoAsync("/ban-bien-tap/bai-moi");
        await page.Locator("#headline").FillAsync(title);
        await page.Locator("#section").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("main .acts button").ClickAsync();
        await page.Locator("#lead").FillAsync("Các chi bộ hoàn thành việc chuẩn bị văn kiện và nhân sự trước ngày 15-3.");
        await page.Locator("[role=textbox].ProseMirror").FillAsync("Đến nay các chi bộ đã góp ý vào dự thảo báo cáo chính trị.");
        await page.Locator($"button[name=then][value='{then}']").ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToBeVisibleAsync();
    }

    private async Task TakeAsync(string path, string name)
    {
        foreach (var (ending, width, scheme) in Ways)
        {
            await using var view = await portal.OpenAsync(path, width, scheme);
            await ShootAsync(view.Page, name + ending, width, 1800);
        }
    }

    private static async Task ShootAsync(IPage page, string name, int width, int height)
    {
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Folder, name + ".png"),
                Clip = new()
                {
                    X = 0,
                    Y = 0,
                    Width = width,
                    Height = height,
                },
                FullPage = true,
            }
        );
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
