using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>
/// Puts a backup into an installation in which there is nothing yet, on either database, whichever it was taken from. It is
/// read once to its end before anything is touched; what is put together lies beside its place until it is whole.
/// </summary>
public sealed class BackupRestore(DatabaseFactory databases, AuditLog audit, IEnumerable<KeptFolder> folders)
{
    private readonly List<string> folders = [.. folders.Select(folder => folder.Name)];

    private DatabaseAddress Address => databases.Address;

    /// <summary>Reads it from one end to the other and changes nothing.</summary>
    /// <exception cref="BackupException">what is wrong with it</exception>
    public async Task<BackupFacts> VerifyAsync(string path, CancellationToken stop)
    {
        using var backup = await CheckAsync(path, stop);
        return backup.Facts;
    }

    /// <summary>Restores it, and brings the database to the form of this program.</summary>
    /// <returns>what was restored, and what the audit log says of itself now</returns>
    /// <exception cref="BackupException">why not; nothing was changed</exception>
    public async Task<(BackupFacts Facts, AuditVerdict Audit)> RestoreAsync(string path, CancellationToken stop)
    {
        await RefuseWhatIsNotEmptyAsync(stop);
        using var backup = await CheckAsync(path, stop);
        var folderWasThere = Directory.Exists(Address.Folder);
        var beside = Path.Combine(Address.Folder, $".restore-{Environment.ProcessId}");
        var restored = false;
        try
        {
            Directory.CreateDirectory(beside);
            RefuseWhatHasNoRoom(backup);
            if (Address.IsPostgres)
                await IntoPostgresAsync(backup, beside, stop);
            else
                await IntoSqliteAsync(backup, beside, stop);
            restored = true;
        }
        catch (DbException problem)
        {
            throw new BackupException(BackupProblem.Refused, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupProblem.File, problem.Message);
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
            if (!restored && !folderWasThere && Directory.Exists(Address.Folder))
                Directory.Delete(Address.Folder);
        }
        var head = backup.Totals.AuditHash is { Length: > 0 } hash ? hash : null;
        return (backup.Facts, await new AuditChain(databases).VerifyAsync(head, stop));
    }

    private async Task<BackupReader> CheckAsync(string path, CancellationToken stop)
    {
        if (!File.Exists(path))
            throw new BackupException(BackupProblem.File, path);
        var backup = new BackupReader(path, folders);
        try
        {
            await backup.ReadAsync(new BackupTarget(), stop);
            await using var database = databases.Create();
            _ = Target(database, backup);
            return backup;
        }
        catch
        {
            backup.Dispose();
            throw;
        }
    }

    private static string Target(Database database, BackupReader backup) =>
        MigrationScript.Known(database).FirstOrDefault(id => BackupNames.OfMigration(id) == backup.Head.Migration)
        ?? throw new BackupException(BackupProblem.Newer, backup.Head.Program);

    private async Task RefuseWhatIsNotEmptyAsync(CancellationToken stop)
    {
        foreach (var folder in folders.Select(folder => Path.Combine(Address.Folder, folder)))
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new BackupException(BackupProblem.NotEmpty, folder);
        }
        if (!Address.IsPostgres)
        {
            var file = Path.Combine(Address.Folder, "daihoi.db");
            if (File.Exists(file))
                throw new BackupException(BackupProblem.NotEmpty, file);
            return;
        }
        try
        {
            await using var database = databases.Create();
            if (!await database.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop))
                return;
            var connection = database.Database.GetDbConnection();
            await connection.OpenAsync(stop);
            if (await DatabaseTables.ListAsync(connection, postgres: true, stop) is { Count: > 0 } tables)
                throw new BackupException(BackupProblem.NotEmpty, $"{connection.Database}: {tables[0].Name}");
        }
        catch (DbException problem)
        {
            throw new BackupException(BackupProblem.Refused, problem.Message);
        }
    }

    // The rows take as much again with their indexes.
    private void RefuseWhatHasNoRoom(BackupReader backup)
    {
        var needed = backup.Totals.FileBytes + (Address.IsPostgres ? 0 : 2 * backup.Totals.RowBytes);
        var free = new DriveInfo(Address.Folder).AvailableFreeSpace;
        if (needed > free)
            throw new BackupException(BackupProblem.NoSpace, $"{needed >> 20} MB > {free >> 20} MB");
    }

    private async Task IntoSqliteAsync(BackupReader backup, string beside, CancellationToken stop)
    {
        var address = DatabaseAddress.Of(beside, postgres: null);
        await using (var database = new DatabaseFactory(address).Create())
        {
            await using var connection = new SqliteConnection(address.ConnectionString + ";Pooling=false;Foreign Keys=false");
            await connection.OpenAsync(stop);
            await using (var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(stop))
            {
                var tables = await MakeTablesAsync(database, backup, connection, transaction, stop);
                await backup.ReadAsync(new SqliteRestoreTarget(connection, transaction, beside, tables), stop);
                foreach (var (table, last) in backup.Totals.NextIds)
                    await RunAsync(connection, transaction, NextIdOnSqlite, stop, ("table", table), ("last", last));
                if (await MigrationScript.DanglingAsync(connection, transaction, stop) is { } dangling)
                    throw new BackupException(BackupProblem.Hostile, dangling);
                await MigrationScript.RunAsync(database, connection, transaction, Target(database, backup), to: null, stop);
                await RecordAsync(backup, connection, transaction, stop);
                await transaction.CommitAsync(stop);
            }
            await using var journal = Sql.Command(connection, "pragma journal_mode = wal; pragma wal_checkpoint(truncate)");
            await journal.ExecuteNonQueryAsync(stop);
        }
        MoveFiles(beside);
        File.Move(Path.Combine(beside, "daihoi.db"), Path.Combine(Address.Folder, "daihoi.db"));
    }

    private async Task IntoPostgresAsync(BackupReader backup, string beside, CancellationToken stop)
    {
        await using var database = databases.Create();
        var server = database.GetService<IRelationalDatabaseCreator>();
        var made = !await server.ExistsAsync(stop);
        if (made)
            await server.CreateAsync(stop);
        try
        {
            await using var connection = new NpgsqlConnection(Address.ConnectionString);
            await connection.OpenAsync(stop);
            // The tables are made in the same transaction: after a failure there are none.
            await using var transaction = await connection.BeginTransactionAsync(stop);
            var tables = await MakeTablesAsync(database, backup, connection, transaction, stop);
            await RunAsync(connection, transaction, "set local timezone = 'UTC'", stop);
            // Rows come table by table; who points to whom is asked when all are there.
            var (drop, restore) = await ForeignKeysAsync(connection, transaction, stop);
            await RunAsync(connection, transaction, drop, stop);
            await backup.ReadAsync(new PostgresRestoreTarget(connection, beside, tables), stop);
            await RunAsync(connection, transaction, restore, stop);
            foreach (var (table, last) in backup.Totals.NextIds.Where(next => tables.ContainsKey(next.Key)))
                await RunAsync(connection, transaction, NextIdOnPostgres, stop, ("table", table), ("last", last));
            await MigrationScript.RunAsync(database, connection, transaction, Target(database, backup), to: null, stop);
            await RecordAsync(backup, connection, transaction, stop);
            MoveFiles(beside);
            await transaction.CommitAsync(stop);
        }
        catch
        {
            foreach (var folder in folders.Select(folder => Path.Combine(Address.Folder, folder)).Where(Directory.Exists))
                Directory.Delete(folder, recursive: true);
            if (made)
                await server.DeleteAsync(CancellationToken.None);
            throw;
        }
    }

    // In the transaction of all rows: nobody finds a restored portal whose log does not say that it is one.
    private async Task RecordAsync(
        BackupReader backup,
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        database.Database.SetDbConnection(connection, contextOwnsConnection: false);
        await database.Database.UseTransactionAsync(transaction, stop);
        await audit.AppendWithinTransactionAsync(
            database,
            Actor.CommandLine,
            new(
                "backup.restored",
                "backup",
                backup.FileName,
                After: new
                {
                    file = backup.FileName,
                    madeAt = backup.Head.MadeAt,
                    sha256 = backup.Sha256,
                    rows = backup.Totals.AllRows,
                }
            ),
            stop
        );
    }

    private static async Task<Dictionary<string, DatabaseTable>> MakeTablesAsync(
        Database database,
        BackupReader backup,
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken stop
    )
    {
        await MigrationScript.RunAsync(database, connection, transaction, from: null, Target(database, backup), stop);
        var tables = await DatabaseTables.ListAsync(connection, connection is NpgsqlConnection, stop);
        return tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
    }

    // Empty folders may stand there already.
    private void MoveFiles(string beside)
    {
        foreach (var folder in folders)
        {
            var (from, to) = (Path.Combine(beside, folder), Path.Combine(Address.Folder, folder));
            if (!Directory.Exists(from))
                continue;
            if (Directory.Exists(to))
                Directory.Delete(to);
            Directory.Move(from, to);
        }
    }

    private static async Task<(string Drop, string Restore)> ForeignKeysAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken stop
    )
    {
        await using var command = Sql.Command(
            connection,
            """
            select coalesce(string_agg(format('alter table %s drop constraint %I;', conrelid::regclass, conname), ' '), 'select 1'),
                   coalesce(string_agg(format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)), ' '), 'select 1')
            from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
            """
        );
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return (reader.GetString(0), reader.GetString(1));
    }

    private static async Task RunAsync(
        DbConnection connection,
        DbTransaction transaction,
        string statement,
        CancellationToken stop,
        params (string Name, object? Value)[] parameters
    )
    {
        await using var command = Sql.Command(connection, statement, parameters);
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    private const string NextIdOnSqlite = """
        insert into sqlite_sequence (name, seq) select @table, 0
        where not exists (select 1 from sqlite_sequence where name = @table) and exists (select 1 from sqlite_master where name = @table);
        update sqlite_sequence set seq = max(seq, @last) where name = @table
        """;

    // A number that was never given out is not taken for one that was: the third argument.
    private const string NextIdOnPostgres = """
        select setval(s.sequence, greatest(@last, 1), @last > 0)
        from (
            select pg_get_serial_sequence(format('%I', @table), attname) as sequence
            from pg_attribute where attrelid = to_regclass(format('%I', @table)) and attnum > 0 and not attisdropped
        ) s where s.sequence is not null
        """;
}
