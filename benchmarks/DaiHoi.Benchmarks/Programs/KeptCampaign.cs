using System.Diagnostics;
using DaiHoi.Web;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DaiHoi.Benchmarks.Programs;

/// <summary>The national campaign of the demo, made once and kept between runs.</summary>
internal static class KeptCampaign
{
    /// <summary>Its data folder; who changes something takes a <see cref="Copy"/>.</summary>
    public static async Task<string> FolderAsync(Workshop workshop, CancellationToken stop)
    {
        var folder = workshop.Kept("national-1");
        var made = Path.Combine(folder, "made");
        var form = await FormAsync(folder);
        if (File.Exists(made) && await File.ReadAllTextAsync(made, stop) == form)
            return folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        workshop.Say("making the national campaign");
        Directory.CreateDirectory(folder);
        using var program = Process.Start(
            new ProcessStartInfo(workshop.Program, ["demo", "national", "--data", folder])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        await program.WaitForExitAsync(stop);
        if (program.ExitCode != 0)
            throw new InvalidOperationException("the national campaign could not be made");
        await File.WriteAllTextAsync(made, form, stop);
        return folder;
    }

    // One of an older form of the database is made anew.
    private static async Task<string> FormAsync(string folder)
    {
        await using var database = new DatabaseFactory(DatabaseAddress.Of(folder, postgres: null)).Create();
        return database.Database.GetMigrations().Last();
    }

    /// <summary>A copy of a folder's database.</summary>
    public static string Copy(Workshop workshop, string folder)
    {
        var copy = workshop.NewFolder();
        File.Copy(Path.Combine(folder, "daihoi.db"), Path.Combine(copy, "daihoi.db"));
        return copy;
    }

    /// <summary>The rooms of the program on a folder.</summary>
    public static ServiceProvider Open(string folder) =>
        new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddRooms(
                new SiteSettings
                {
                    Database = DatabaseAddress.Of(folder, postgres: null),
                    Listen = "http://127.0.0.1:0",
                    Empty = true,
                }
            )
            .BuildServiceProvider();
}
