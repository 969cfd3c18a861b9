using System.Data;
using System.Data.Common;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Files;
using Microsoft.Data.Sqlite;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>
/// Writes the whole portal into one file while it goes on serving: the rows of every table as they stood at one moment, and
/// the files of every <see cref="KeptFolder"/>. Memory holds one part of a table at a time, however large the portal is.
/// </summary>
public sealed class BackupWriter(DatabaseAddress address, Sql sql, IEnumerable<KeptFolder> folders, TimeProvider time)
{
    private readonly List<string> folders = [.. folders.Select(folder => folder.Name).Order(StringComparer.Ordinal)];

    /// <summary>Makes the file; it appears under its name only when it is whole.</summary>
    /// <exception cref="BackupException">it was not made, and why</exception>
    public async Task<BackupFacts> WriteAsync(string path, CancellationToken stop)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new BackupException(BackupProblem.FileExists, path);
        if (!address.IsPostgres && !File.Exists(Path.Combine(address.Folder, "daihoi.db")))
            throw new BackupException(BackupProblem.NothingThere, address.Folder);
        var unfinished = path + ".unfinished";
        try
        {
            BackupFacts facts;
            // It holds what signs people in: nobody but its owner reads it.
            var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var file = new FileStream(unfinished, create))
            {
                facts = await WriteAsync(file, stop);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path);
            return facts;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupProblem.File, problem.Message);
        }
        catch (DbException problem)
        {
            throw new BackupException(BackupProblem.NothingThere, problem.Message);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<BackupFacts> WriteAsync(Stream file, CancellationToken stop)
    {
        await using var hashed = new HashingStream(file);
        await using var tar = new TarWriter(hashed, TarEntryFormat.Ustar, leaveOpen: true);
        await using var connection = await sql.OpenAsync(stop);
        // Every table is read in one transaction that sees what had been committed when it began; writers are not held up.
        await using var moment = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var madeAt = time.GetUtcNow().UtcDateTime;
        var tables = await DatabaseTables.ListAsync(connection, sql.IsPostgres, stop);
        var head = new BackupHead(
            BackupForm.Format,
            typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            madeAt,
            sql.IsPostgres ? "postgres" : "sqlite",
            await MigrationAsync(connection, stop),
            [.. tables.Select(table => new BackedUpTable(table.Name, table.Columns))]
        );
        await WriteJsonAsync(tar, BackupForm.Head, head, BackupJson.Default.BackupHead, stop);
        var (rows, bytes) = (new Dictionary<string, long>(StringComparer.Ordinal), 0L);
        foreach (var table in tables)
            (rows[table.Name], bytes) = await WriteTableAsync(tar, connection, table, bytes, stop);
        var audit = await AuditHeadAsync(connection, tables, stop);
        var nextIds = await NextIdsAsync(connection, stop);
        // A picture's files are written before its row, so each row that the moment saw has its files by now.
        var (files, fileBytes) = await WriteFilesAsync(tar, stop);
        var totals = new BackupTotals(rows, nextIds, bytes, files, fileBytes, audit.Seq, audit.Hash);
        await WriteJsonAsync(tar, BackupForm.Totals, totals, BackupJson.Default.BackupTotals, stop);
        var sha256 = hashed.Sha256;
        await WriteAsync(tar, BackupForm.Checksum, new MemoryStream(Encoding.ASCII.GetBytes(sha256)), stop);
        await tar.DisposeAsync();
        return new(madeAt, totals.AllRows, files, hashed.Written, audit.Seq, audit.Hash, sha256);
    }

    private static async Task<(long Rows, long Bytes)> WriteTableAsync(
        TarWriter tar,
        DbConnection connection,
        DatabaseTable table,
        long bytesBefore,
        CancellationToken stop
    )
    {
        var (columns, order) = (Quoted(table.Columns), Quoted(table.Key));
        await using var command = Sql.Command(
            connection,
            $"select {columns} from \"{table.Name}\"{(order.Length > 0 ? " order by " + order : "")}"
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        using var part = new MemoryStream();
        using var packed = new MemoryStream();
        using var json = new Utf8JsonWriter(part, RowText.Options);
        var (rows, bytes, parts) = (0L, bytesBefore, 0);
        while (await reader.ReadAsync(stop))
        {
            var start = part.Length;
            RowText.Write(json, reader);
            json.Flush();
            json.Reset();
            part.WriteByte((byte)'\n');
            if (part.Length - start > BackupForm.MostRowBytes)
                throw new BackupException(BackupProblem.Refused, $"{table.Name}: {part.Length - start} B");
            rows++;
            if (part.Length >= BackupForm.PartBytes)
                await ClosePartAsync();
        }
        if (part.Length > 0)
            await ClosePartAsync();
        return (rows, bytes);

        async Task ClosePartAsync()
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{BackupForm.Rows}{table.Name}/{++parts:D6}.jsonl.gz");
            packed.SetLength(0);
            await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                part.WriteTo(gzip);
            bytes += part.Length;
            part.SetLength(0);
            packed.Position = 0;
            await WriteAsync(tar, name, packed, stop);
        }
    }

    private async Task<(long Files, long Bytes)> WriteFilesAsync(TarWriter tar, CancellationToken stop)
    {
        var (files, bytes) = (0L, 0L);
        foreach (var folder in folders)
        {
            var root = Path.Combine(address.Folder, folder);
            if (!Directory.Exists(root))
                continue;
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                var name = $"{BackupForm.Files}{Path.GetRelativePath(address.Folder, path).Replace('\\', '/')}";
                // What is being written at this moment, and what somebody else has put there.
                if (path.EndsWith(WholeFile.Unfinished, StringComparison.Ordinal) || !BackupNames.IsFile(name, folders))
                    continue;
                FileStream file;
                try
                {
                    file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
                }
                catch (FileNotFoundException)
                {
                    // Taken away since the list was made, by somebody who has no more use for it.
                    continue;
                }
                await using (file)
                {
                    files++;
                    bytes += file.Length;
                    await WriteAsync(tar, name, file, stop);
                }
            }
        }
        return (files, bytes);
    }

    private async Task<string> MigrationAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = Sql.Command(
            connection,
            """select migration_id from "__EFMigrationsHistory" order by migration_id desc limit 1"""
        );
        return await command.ExecuteScalarAsync(stop) is string id
            ? BackupNames.OfMigration(id)
            : throw new BackupException(BackupProblem.NothingThere, address.Folder);
    }

    private static async Task<(long Seq, string Hash)> AuditHeadAsync(
        DbConnection connection,
        List<DatabaseTable> tables,
        CancellationToken stop
    )
    {
        // Before the accounts came, there was no log.
        if (!tables.Exists(table => table.Name == "audit_entry"))
            return (0, "");
        await using var command = Sql.Command(connection, "select seq, hash from audit_entry order by seq desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? (reader.GetInt64(0), reader.GetString(1)) : (0, "");
    }

    private async Task<Dictionary<string, long>> NextIdsAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = Sql.Command(
            connection,
            sql.IsPostgres ? SequencesOnPostgres : "select name, seq from sqlite_sequence"
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(stop))
        {
            if (!reader.GetString(0).StartsWith("__EF", StringComparison.Ordinal))
                ids[reader.GetString(0)] = reader.GetInt64(1);
        }
        return ids;
    }

    private static Task WriteJsonAsync<T>(TarWriter tar, string name, T value, JsonTypeInfo<T> shape, CancellationToken stop) =>
        WriteAsync(tar, name, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, shape)), stop);

    private static async Task WriteAsync(TarWriter tar, string name, Stream content, CancellationToken stop)
    {
        var entry = new UstarTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = content,
            // The same portal gives the same bytes.
            ModificationTime = DateTimeOffset.UnixEpoch,
        };
        await tar.WriteEntryAsync(entry, stop);
    }

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private const string SequencesOnPostgres = """
        select t.relname::text, coalesce(s.last_value, 0)
        from pg_sequences s
        join pg_class q on q.relname = s.sequencename and q.relnamespace = s.schemaname::regnamespace
        join pg_depend d on d.objid = q.oid and d.deptype in ('a', 'i')
        join pg_class t on t.oid = d.refobjid
        where s.schemaname = current_schema()
        """;
}
