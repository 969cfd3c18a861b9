using System.Diagnostics;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Search;
using Npgsql;
using NpgsqlTypes;

namespace DaiHoi.Benchmarks.References;

/// <summary>The ranked search that PostgreSQL brings: a weighted tsvector of folded words under a GIN index, ts_rank.</summary>
internal sealed class PostgresSearch : IAsyncDisposable
{
    public const string WhatToInstall = "PostgreSQL is not installed: apt-get install postgresql";

    private const string User = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process server;
    private readonly string folder;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand find;

    private PostgresSearch(Process server, string folder, NpgsqlConnection connection)
    {
        this.server = server;
        this.folder = folder;
        this.connection = connection;
        find = connection.CreateCommand();
        find.CommandText =
            "select id from article, to_tsquery('simple', @words) q where words @@ q order by ts_rank(words, q) desc, id desc limit @count";
        find.Parameters.Add(new("words", NpgsqlDbType.Text));
        find.Parameters.Add(new("count", NpgsqlDbType.Integer));
    }

    private static bool AsRoot => Environment.UserName == "root";

    /// <returns>null where no server is installed</returns>
    public static async Task<PostgresSearch?> OpenAsync(
        Workshop workshop,
        MadeUpArticles articles,
        int howMany,
        CancellationToken stop
    )
    {
        if (Programs() is not { } programs)
            return null;
        // initdb and the server refuse root, and the path of a socket holds at most 107 bytes: both lie in a folder that
        // everybody reaches, under a name that says what is in it.
        var folder = Path.Combine(Path.GetTempPath(), $"daihoi-bench-pg-{MadeUpArticles.Version}-{howMany}");
        var whole = Path.Combine(folder, "whole");
        if (!File.Exists(whole) && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var isNew = !Directory.Exists(folder);
        var data = Path.Combine(folder, "data");
        if (isNew)
        {
            Directory.CreateDirectory(folder);
            if (AsRoot)
                await RunAsync("chown", [User, folder], stop);
            await RunAsync(
                Path.Combine(programs, "initdb"),
                ["--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", User, "-D", data],
                stop
            );
        }
        var server = Start(
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
                "shared_buffers=512MB",
                "-c",
                "jit=off",
            ]
        );
        var connection = await ConnectAsync(server, folder, stop);
        if (isNew)
        {
            workshop.Say($"PostgreSQL is taking in {howMany:#,0} articles");
            await FillAsync(connection, articles.Take(howMany), stop);
            await File.WriteAllTextAsync(whole, "", stop);
        }
        return new PostgresSearch(server, folder, connection);
    }

    /// <summary>The best articles with all the words.</summary>
    public List<long> Find(IEnumerable<string> words, int howMany)
    {
        find.Parameters[0].Value = string.Join(" & ", words.Select(Fold.Letters));
        find.Parameters[1].Value = howMany;
        using var reader = find.ExecuteReader();
        var found = new List<long>(howMany);
        while (reader.Read())
            found.Add(reader.GetInt64(0));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await find.DisposeAsync();
        await connection.DisposeAsync();
        // The server's own process, by the id it wrote: under root ours is only the one that changed the user.
        var pid = (await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postmaster.pid")))[0];
        await RunAsync("kill", ["-INT", pid], CancellationToken.None);
        await server.WaitForExitAsync();
        server.Dispose();
    }

    private static async Task FillAsync(NpgsqlConnection connection, IEnumerable<ArticleToIndex> articles, CancellationToken stop)
    {
        await DoAsync(connection, "create unlogged table made (id bigint, title text, lead text, body text)", stop);
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                "copy made (id, title, lead, body) from stdin (format binary)",
                stop
            )
        )
        {
            foreach (var article in articles)
            {
                await copy.StartRowAsync(stop);
                await copy.WriteAsync(article.Id, NpgsqlDbType.Bigint, stop);
                await copy.WriteAsync(Fold.Letters(article.Title), NpgsqlDbType.Text, stop);
                await copy.WriteAsync(Fold.Letters(article.Lead), NpgsqlDbType.Text, stop);
                await copy.WriteAsync(Fold.Letters(article.Text), NpgsqlDbType.Text, stop);
            }
            await copy.CompleteAsync(stop);
        }
        await DoAsync(
            connection,
            """
            create table article as
            select id, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', lead), 'B')
              || setweight(to_tsvector('simple', body), 'D') as words
            from made
            """,
            stop
        );
        await DoAsync(connection, "create index on article using gin (words)", stop);
        await DoAsync(connection, "drop table made", stop);
        await DoAsync(connection, "vacuum analyze article", stop);
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // the texts above
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<NpgsqlConnection> ConnectAsync(Process server, string folder, CancellationToken stop)
    {
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = folder,
            Username = User,
            Database = User,
            Pooling = false,
        };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var connection = new NpgsqlConnection(address.ConnectionString);
            try
            {
                await connection.OpenAsync(stop);
                return connection;
            }
            catch (NpgsqlException) when (waited.Elapsed < Patience && !server.HasExited)
            {
                await connection.DisposeAsync();
                await Task.Delay(50, stop);
            }
        }
    }

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .OrderByDescending(bin => bin, StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    private static Process Start(string program, string[] arguments)
    {
        var asPostgres = AsRoot && program != "kill" && program != "chown";
        var start = asPostgres
            ? new ProcessStartInfo("runuser", ["-u", User, "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        // Somewhere that user postgres may stand.
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken stop)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
