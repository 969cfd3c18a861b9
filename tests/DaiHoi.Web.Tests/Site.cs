using System.Globalization;
using System.Runtime.CompilerServices;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace DaiHoi.Web.Tests;

/// <summary>
/// The real program on a free port of 127.0.0.1, with a clock that the test sets. Open one for a database
/// (<see cref="OpenAsync"/>), or ask for <see cref="DemoSite"/>.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    /// <summary>What a reader's browser calls itself; without such a name nobody is counted.</summary>
    public const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private readonly WebApplication app;

    private Site(WebApplication app, SettableTime time)
    {
        this.app = app;
        Time = time;
        Address = new Uri(app.Urls.First());
        Reader = ReaderAt(Address);
    }

    /// <summary>Asks as a browser does: follows no redirect, keeps no cookie and unpacks nothing by itself.</summary>
    public HttpClient Reader { get; }
    public Uri Address { get; }
    public SettableTime Time { get; }
    public IServiceProvider Services => app.Services;

    /// <summary>Where the program listens, the metrics too.</summary>
    public IReadOnlyCollection<string> Addresses => [.. app.Urls];

    /// <summary>Starts the program on a database without the demo.</summary>
    /// <param name="database">where its data lies</param>
    /// <param name="change">other settings than the usual ones</param>
    /// <param name="at">what the clock says at the start; <see cref="SettableTime.Usual"/> unless named</param>
    public static async Task<Site> OpenAsync(
        DatabaseAddress database,
        Func<SiteSettings, SiteSettings>? change = null,
        DateTimeOffset? at = null
    )
    {
        var time = new SettableTime(at ?? SettableTime.Usual);
        var settings = new SiteSettings
        {
            Database = database,
            Listen = "http://127.0.0.1:0",
            Empty = true,
            // A test that looks at links brings its own other site.
            CheckLinks = false,
        };
        var app = Composition.Build(
            change?.Invoke(settings) ?? settings,
            services => MadeOnce.AddTo(services).AddSingleton<TimeProvider>(time)
        );
        await Composition.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new Site(app, time);
    }

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The page as text, whatever its status.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await Reader.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Stops the program as a signal does: it answers what it has taken in, and writes what it has counted.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static HttpClient ReaderAt(Uri address)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("vi-VN,vi;q=0.9,en;q=0.5");
        return client;
    }

    // As Program.cs does at its start.
    [ModuleInitializer]
    internal static void PinCulture()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}

/// <summary>The program with its demo on SQLite, one for all tests that only read; started when the first asks for it.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly SqliteTestDatabase database = new();
    private readonly Lazy<Task<Site>> site;

    public DemoSite() => site = new(OpenAsync);

    public Task<Site> OpenedAsync() => site.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!site.IsValueCreated)
            return;
        await (await site.Value).DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<Site> OpenAsync()
    {
        await database.InitializeAsync();
        return await Site.OpenAsync(database.Address, settings => settings with { Empty = false });
    }
}

/// <summary>The program without the demo, opened once for a class of tests whose promises leave nothing behind that matters.</summary>
public abstract class OpenedSite(TestDatabase database) : IAsyncLifetime
{
    public TestDatabase Database => database;
    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        Site = await Site.OpenAsync(database.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteSite() : OpenedSite(new SqliteTestDatabase());

public sealed class PostgresSite(PostgresServer server) : OpenedSite(new PostgresTestDatabase(server));
