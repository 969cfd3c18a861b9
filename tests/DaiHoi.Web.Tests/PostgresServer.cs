using System.Diagnostics;
using DaiHoi.Web.Data;
using DaiHoi.Web.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace DaiHoi.Web.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own: made in a temporary folder when the first test asks for a database, reached by a
/// socket in it, without fsync, and stopped at the end. As root it runs as user postgres, because initdb refuses root.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string User = "postgres";
    private const string Template = "daihoi_template";

    // Short: the path of a socket holds at most 107 bytes.
    private readonly string folder = Path.Combine(Path.GetTempPath(), "dh" + Guid.NewGuid().ToString("n")[..8]);
    private readonly SemaphoreSlim gate = new(1, 1);
    private Process? server;
    private int made;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A connection string to a new database with every migration applied and no rows.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        // One at a time: a template cannot be copied twice at once.
        await gate.WaitAsync();
        try
        {
            if (server is null)
            {
                await StartAsync();
                await MakeTemplateAsync();
            }
            var name = $"daihoi_{++made}";
            await RunAsync($"create database {name} template {Template}");
            return Address(name);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A connection string to a database in which there is nothing at all.</summary>
    public async Task<string> EmptyDatabaseAsync()
    {
        var address = await AddressOfMissingDatabaseAsync();
        await RunAsync($"create database {new NpgsqlConnectionStringBuilder(address).Database}");
        return address;
    }

    /// <summary>A connection string to a database that does not exist yet.</summary>
    public async Task<string> AddressOfMissingDatabaseAsync()
    {
        _ = await NewDatabaseAsync();
        return Address($"missing_{Guid.NewGuid():n}");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            // The server's own process, by the id it wrote: under root ours is only the one that changed the user.
            var pid = (await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postmaster.pid")))[0];
            using var stop = Process.Start("kill", ["-INT", pid]);
            await stop.WaitForExitAsync();
            await server.WaitForExitAsync();
            server.Dispose();
        }
        gate.Dispose();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private string Address(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = folder,
            Username = User,
            Database = database,
            MaxPoolSize = 20,
        }.ConnectionString;

    private async Task StartAsync()
    {
        var programs = Programs();
        Directory.CreateDirectory(folder);
        if (AsRoot)
            await RunProgramAsync("chown", User, folder);
        var data = Path.Combine(folder, "data");
        await RunProgramAsync(
            Path.Combine(programs, "initdb"),
            ["--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", User, "-D", data]
        );
        server = Start(
            Path.Combine(programs, "postgres"),
            [
                "-D",
                data,
                "-k",
                folder,
                "-c",
                "listen_addresses=",
                "-c",
                "fsync=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "max_connections=200",
            ]
        );
        await AnswersAsync();
    }

    private async Task AnswersAsync()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await RunAsync("select 1");
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromSeconds(30) && !server!.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    private async Task MakeTemplateAsync()
    {
        // No pool: a template that somebody is connected to cannot be copied.
        var address = DatabaseAddress.Of(folder + "-media", Address(Template) + ";Pooling=false");
        await using (var sql = new Sql(address))
            await DatabaseSetup.PrepareAsync(
                new DatabaseFactory(address),
                sql,
                TestDatabase.NothingToUpgrade,
                CancellationToken.None
            );
        Directory.Delete(address.Folder, recursive: true);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Address("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names that are made above
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static bool AsRoot => Environment.UserName == "root";

    private static string Programs() =>
        Directory
            .GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .OrderByDescending(bin => bin, StringComparer.Ordinal)
            .FirstOrDefault()
        ?? throw new InvalidOperationException("apt-get install postgresql");

    private static async Task RunProgramAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {process.ExitCode}");
    }

    private static Process Start(string program, string[] arguments)
    {
        // chown is root's; everything else of the server is the user's.
        var asUser = AsRoot && program != "chown";
        var start = new ProcessStartInfo(asUser ? "runuser" : program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (asUser)
            foreach (var word in new[] { "-u", User, "--", program })
                start.ArgumentList.Add(word);
        foreach (var word in arguments)
            start.ArgumentList.Add(word);
        start.WorkingDirectory = "/";
        var process = Process.Start(start)!;
        // Read away: a full pipe would stop the server.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
