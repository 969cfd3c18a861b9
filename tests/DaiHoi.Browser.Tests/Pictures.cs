using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>Takes pictures along a story, for the guide; or none, where the story is only told.</summary>
internal sealed class Pictures
{
    public static readonly Pictures None = new(null);

    private readonly string? folder;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private Pictures(string? folder) => this.folder = folder;

    /// <param name="name">of a folder in <c>docs/screenshots/</c></param>
    public static Pictures In(string name)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "screenshots", name);
        Directory.CreateDirectory(folder);
        return new(folder);
    }

    /// <param name="name">stands behind the number of the picture in the story; what comes again is not taken again</param>
    /// <param name="from">what the picture begins with; null for the top of the page</param>
    public async Task TakeAsync(IPage page, string name, ILocator? from = null)
    {
        if (folder is null || !taken.Add(name))
            return;
        await page.SetViewportSizeAsync(1200, 800);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => scrollTo(0, 0))");
        if (from is not null)
            await from.EvaluateAsync("element => { scrollTo(0, element.getBoundingClientRect().top + scrollY - 16); }");
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(folder, FormattableString.Invariant($"{taken.Count:00}-{name}.png")) }
        );
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
