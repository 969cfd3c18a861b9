using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>The pictures of <c>docs/screenshots/</c>, taken by <c>eng/screenshots</c>: the demo as a newcomer sees it.</summary>
public sealed class TakeScreenshots(Portal portal)
{
    [Fact(Explicit = true)]
    public async Task Of_the_main_pages()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "screenshots");
        Directory.CreateDirectory(folder);
        await TakeAsync("/", "home", folder);
        await TakeAsync(portal.SeedArticle, "article", folder);
        await TakeAsync(portal.SeedArticle + "/in", "print", folder);
        await TakeAsync("/thong-ke", "statistics", folder);
        await TakeAsync("/van-ban", "documents", folder);
        await TakeAsync("/tim-kiem?q=dai+hoi+diem", "search", folder);
        await TakeAsync("/en", "home-en", folder);
    }

    private async Task TakeAsync(string path, string name, string folder)
    {
        foreach (
            var (ending, width, scheme) in ((string, int, ColorScheme)[])
                [("", 1280, ColorScheme.Light), ("-dark", 1280, ColorScheme.Dark), ("-360", 360, ColorScheme.Light)]
        )
        {
            await using var view = await portal.OpenAsync(path, width, scheme);
            await view.Page.EvaluateAsync("document.fonts.ready");
            await view.Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(folder, $"{name}{ending}.png"),
                    Clip = new()
                    {
                        X = 0,
                        Y = 0,
                        Width = width,
                        Height = 1800,
                    },
                    FullPage = true,
                }
            );
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
