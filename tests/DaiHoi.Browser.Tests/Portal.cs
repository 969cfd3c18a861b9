using DaiHoi.Browser.Tests;
using DaiHoi.Web;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal))]

namespace DaiHoi.Browser.Tests;

/// <summary>The real program with its demo, on a port of its own, and a real browser in front of it: once for all stories.</summary>
public sealed class Portal : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--font-render-hinting=none",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-browser-").FullName;
    private readonly StoryClock? clock;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public Portal() { }

    /// <summary>Without the demo, on a day of its own: whoever opens it begins and ends it.</summary>
    internal Portal(StoryClock clock) => this.clock = clock;

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Of the program, for what a story needs to be there before it begins.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The path of the seed article, as the home page links it.</summary>
    public string SeedArticle { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        app = Composition.Build(
            new SiteSettings
            {
                Database = DatabaseAddress.Of(folder, postgres: null),
                Listen = "http://127.0.0.1:0",
                PublicAddress = "https://binhphuoc.example.vn",
                Empty = clock is not null,
            },
            services => clock?.SetIn(services)
        );
        await Composition.PrepareAsync(app.Services, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = app.Urls.First();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
        if (clock is not null)
            return;
        await using var view = await OpenAsync("/");
        SeedArticle = (await view.Page.Locator(".home-lead h2 a").GetAttributeAsync("href"))!;
    }

    /// <summary>The same program under a name instead of a number: passkeys belong to names.</summary>
    public string NamedAddress => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>A fresh reader in front of a page.</summary>
    /// <param name="path">begins with "/"</param>
    /// <param name="width">of the window, in pixels</param>
    public async Task<View> OpenAsync(
        string path,
        int width = 1280,
        ColorScheme scheme = ColorScheme.Light,
        bool script = true,
        string? address = null
    )
    {
        address ??= Address;
        var context = await browser.NewContextAsync(
            new()
            {
                Locale = "vi-VN",
                TimezoneId = "Asia/Ho_Chi_Minh",
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                JavaScriptEnabled = script,
                BaseURL = address,
            }
        );
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                problems.Add(message.Text);
        };
        page.PageError += (_, error) => problems.Add(error);
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                problems.Add("another host: " + request.Url);
        };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return new View(context, page, problems);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>One page in one window.</summary>
/// <param name="Problems">errors of the console, and requests to other hosts</param>
public sealed record View(IBrowserContext Context, IPage Page, List<string> Problems) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
