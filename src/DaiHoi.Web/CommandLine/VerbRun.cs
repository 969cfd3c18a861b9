using System.CommandLine;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Backup;
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
        var run = WithoutDatabase(parsed, empty);
        try
        {
            await DatabaseSetup.PrepareAsync(
                run.services.GetRequiredService<DatabaseFactory>(),
                run.services.GetRequiredService<Sql>(),
                run.services.GetRequiredService<BackupBeforeUpgrade>().MakeAsync,
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

    /// <summary>For a verb that takes the database as it is, or makes it itself: nothing is made and nothing upgraded.</summary>
    /// <exception cref="SettingsException">a setting cannot be read</exception>
    public static VerbRun WithoutDatabase(ParseResult parsed, bool empty = false)
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
        return new VerbRun(services);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
