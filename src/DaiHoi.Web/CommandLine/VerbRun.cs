using System.CommandLine;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.CommandLine;

/// <summary>
/// The rooms, opened for one verb on a database that is ready: a folder with nothing in it gets its database from
/// whichever verb comes first.
/// </summary>
public sealed class VerbRun : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private VerbRun(ServiceProvider services) => this.services = services;

    public IServiceProvider Services => services;

    /// <exception cref="SettingsException">a setting cannot be read</exception>
    /// <exception cref="SetupException">the database cannot be used</exception>
    /// <param name="empty">where the verb fills a new portal: without the demo</param>
    public static async Task<VerbRun> OpenAsync(ParseResult parsed, CancellationToken stop, bool empty = false)
    {
        var settings = SettingsReader.Read(
            parsed.GetRequiredValue(CommonOptions.Data),
            parsed.GetValue(CommonOptions.Database),
            empty: empty
        );
        var services = new ServiceCollection()
            .AddLogging(logging =>
                logging
                    .AddSimpleConsole()
                    .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                    .SetMinimumLevel(LogLevel.Warning)
            )
            .AddRooms(settings)
            .BuildServiceProvider();
        var run = new VerbRun(services);
        try
        {
            await DatabaseSetup.PrepareAsync(
                services.GetRequiredService<DatabaseFactory>(),
                services.GetRequiredService<Sql>(),
                stop
            );
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
