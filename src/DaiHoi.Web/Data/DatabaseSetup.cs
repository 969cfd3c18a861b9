using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Data;

/// <summary>Brings a folder or a server to the form that this program works with, or says why it cannot.</summary>
public static class DatabaseSetup
{
    // Any number, as long as nothing else asks for the same lock.
    private const long UpgradeLock = 0x4461_6948_6F69_0002;

    /// <summary>
    /// Creates what is missing and applies the migrations that have not run. A database that already fits costs one
    /// query, and nothing of Entity Framework is loaded.
    /// </summary>
    /// <param name="backUp">makes a backup of a database that is about to be brought to a newer form, and says where it lies</param>
    /// <exception cref="SetupException">the folder cannot be written, the server not reached, the database is of a newer program, or it could not be brought to the new form</exception>
    public static async Task PrepareAsync(
        DatabaseFactory factory,
        Sql sql,
        Func<CancellationToken, Task<string>> backUp,
        CancellationToken stop
    )
    {
        var lacking = await LackingAsync(factory.Address, sql, stop);
        if (lacking == Lacking.Nothing)
            return;
        if (lacking == Lacking.LaterSteps)
        {
            await UpgradeAsync(factory, sql, await backUp(stop), stop);
            return;
        }
        try
        {
            await using var database = factory.Create();
            await database.Database.MigrateAsync(stop);
            if (!factory.Address.IsPostgres)
                await database.Database.ExecuteSqlRawAsync("pragma journal_mode = wal", stop);
        }
        catch (DbException problem)
        {
            throw new SetupException(SetupProblem.CannotOpen, problem.Message);
        }
    }

    /// <summary>Whether every migration has run; the folder is there after it, and nothing else has changed.</summary>
    /// <exception cref="SetupException">as of <see cref="PrepareAsync"/></exception>
    public static async Task<bool> IsReadyAsync(DatabaseAddress address, Sql sql, CancellationToken stop) =>
        await LackingAsync(address, sql, stop) is Lacking.Nothing;

    private static async Task<Lacking> LackingAsync(DatabaseAddress address, Sql sql, CancellationToken stop)
    {
        MakeFolder(address.Folder);
        var known = KnownMigrations(address.IsPostgres);
        var applied = await AppliedAsync(address, sql, stop);
        var newer = applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault();
        if (newer is not null)
            throw new SetupException(SetupProblem.NewerVersion, newer);
        return applied.Count == known.Count ? Lacking.Nothing
            : applied.Count == 0 ? Lacking.Everything
            : Lacking.LaterSteps;
    }

    // All steps in one transaction: a database is either as it was or as this program wants it, never between two releases.
    private static async Task UpgradeAsync(DatabaseFactory factory, Sql sql, string backup, CancellationToken stop)
    {
        await using var database = factory.Create();
        await using var connection = await sql.OpenAsync(stop);
        try
        {
            await RunAsync("pragma foreign_keys = off");
            await using var transaction = await connection.BeginTransactionAsync(stop);
            if (sql.IsPostgres)
                await RunAsync($"select pg_advisory_xact_lock({UpgradeLock})");
            // Another process may have done it while this one waited for the lock.
            var newest = (await ListAppliedAsync(connection, transaction, stop))[^1];
            await MigrationScript.RunAsync(database, connection, transaction, newest, to: null, stop);
            if (!sql.IsPostgres && await MigrationScript.DanglingAsync(connection, transaction, stop) is { } dangling)
                throw new SetupException(SetupProblem.UpgradeFailed, $"{dangling}\n{backup}");
            await transaction.CommitAsync(stop);
        }
        catch (DbException problem)
        {
            throw new SetupException(SetupProblem.UpgradeFailed, $"{problem.Message.ReplaceLineEndings(" ")}\n{backup}");
        }
        finally
        {
            await RunAsync("pragma foreign_keys = on");
        }

        async Task RunAsync(string statement)
        {
            if (sql.IsPostgres == statement.StartsWith("pragma", StringComparison.Ordinal))
                return;
            await using var command = Sql.Command(connection, statement);
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private static async Task<List<string>> ListAppliedAsync(
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken stop
    )
    {
        await using var command = Sql.Command(
            connection,
            """select migration_id from "__EFMigrationsHistory" order by migration_id"""
        );
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var applied = new List<string>();
        while (await reader.ReadAsync(stop))
            applied.Add(reader.GetString(0));
        return applied;
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".writable-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SetupException(SetupProblem.FolderNotWritable, folder);
        }
    }

    /// <summary>The program's migrations, as the build has listed their files: a model would cost the start a quarter of a second.</summary>
    internal static List<string> KnownMigrations(bool postgres)
    {
        const string ending = ".Designer.cs";
        using var list = new StreamReader(typeof(DatabaseSetup).Assembly.GetManifestResourceStream("migrations.txt")!);
        return
        [
            .. list.ReadToEnd()
                .Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Select(file => file.Replace('\\', '/'))
                .Where(file => file.Contains(postgres ? "/Postgres/" : "/Sqlite/", StringComparison.Ordinal))
                .Select(file => file[(file.LastIndexOf('/') + 1)..^ending.Length])
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<List<string>> AppliedAsync(DatabaseAddress address, Sql sql, CancellationToken stop)
    {
        if (!address.IsPostgres && !File.Exists(Path.Combine(address.Folder, "daihoi.db")))
            return [];
        try
        {
            var history = await sql.FirstAsync(
                sql.IsPostgres
                    ? """select count(*) from information_schema.tables where table_schema = current_schema() and table_name = '__EFMigrationsHistory'"""
                    : "select count(*) from sqlite_master where name = '__EFMigrationsHistory'",
                row => row.GetInt64(0),
                stop
            );
            if (history == 0)
                return [];
            return await sql.ListAsync("""select migration_id from "__EFMigrationsHistory" """, row => row.GetString(0), stop);
        }
        catch (DbException) when (address.IsPostgres && stop.IsCancellationRequested is false)
        {
            // The database itself may be missing: the migration makes it, or says what is wrong with the server.
            return [];
        }
        catch (DbException problem)
        {
            throw new SetupException(SetupProblem.CannotOpen, problem.Message);
        }
    }

    private enum Lacking
    {
        Nothing,
        LaterSteps,
        Everything,
    }
}

public enum SetupProblem
{
    FolderNotWritable,
    CannotOpen,
    NewerVersion,

    /// <summary>No backup could be made, so nothing was upgraded.</summary>
    NoBackup,

    /// <summary>The database is as it was. The detail is what it said, and in a line of its own where the backup lies.</summary>
    UpgradeFailed,
}

/// <summary>Why the program cannot work with this folder or server; nothing was changed.</summary>
public sealed class SetupException(SetupProblem problem, string detail) : Exception($"{problem}: {detail}")
{
    public SetupProblem Problem => problem;
    public string Detail => detail;
}
