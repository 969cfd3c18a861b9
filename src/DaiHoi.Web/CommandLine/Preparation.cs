using System.Diagnostics;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.CommandLine;

/// <summary>
/// What has to be done before a portal is in use: a new database, migrations, the first articles, the first accounts. It is
/// done once, by a process of its own (<see cref="PrepareVerb"/>): what all that takes in code and memory, the program that
/// serves for months never has.
/// </summary>
internal static class Preparation
{
    /// <summary>What is missing; asked in plain SQL, a few rows.</summary>
    /// <exception cref="SetupException">the database cannot be used</exception>
    public static async Task<Missing> AskAsync(DatabaseAddress address, CancellationToken stop)
    {
        await using var sql = new Sql(address);
        return !await DatabaseSetup.IsReadyAsync(address, sql, stop) || !await Composition.IsFilledAsync(sql, stop)
                ? Missing.Database
            : await Composition.HasAdministratorAsync(sql, stop) ? Missing.Nothing
            : Missing.Administrator;
    }

    /// <summary>Does it. What goes wrong has been said on stderr by then.</summary>
    /// <returns>the exit code, and what a person must be told, one line each</returns>
    public static async Task<(int ExitCode, IReadOnlyList<string> ToTell)> RunAsync(
        string data,
        string? database,
        SiteSettings settings,
        CancellationToken stop
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["DAIHOI_PublicAddress"] = settings.PublicAddress },
        };
        // Started as «dotnet DaiHoi.Web.dll», or by its own name.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Preparation).Assembly.Location);
        start.ArgumentList.Add(PrepareVerb.Word);
        start.ArgumentList.Add("--data");
        start.ArgumentList.Add(data);
        if (database is not null)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(database);
        }
        if (settings.Empty)
            start.ArgumentList.Add("--empty");
        using var process = Process.Start(start)!;
        await using var stopping = stop.Register(() => process.Kill());
        var lines = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        // Whoever is asked to stop in the meantime stops in his usual way.
        return (process.ExitCode, stop.IsCancellationRequested ? [] : lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>What a portal lacks before it is in use.</summary>
internal enum Missing
{
    Nothing,

    /// <summary>The database, a migration, or the first articles: nobody can be answered.</summary>
    Database,

    /// <summary>Readers can be answered; the administrator has not set a password yet.</summary>
    Administrator,
}
