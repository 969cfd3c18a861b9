using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaiHoi.Web.Data;

/// <summary>Brings a folder or a server to the form that this program works with, or says why it cannot.</summary>
public static class DatabaseSetup
{
    /// <summary>
    /// Creates what is missing and applies the migrations that have not run. A database that already fits costs one
    /// query, and nothing of Entity Framework is loaded.
    /// </summary>
    /// <exception cref="SetupException">the folder cannot be written, the server not reached, or the database is of a newer program</exception>
    public static async Task PrepareAsync(DatabaseFactory factory, Sql sql, CancellationToken stop)
    {
        if (await IsReadyAsync(factory.Address, sql, stop))
            return;
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
    public static async Task<bool> IsReadyAsync(DatabaseAddress address, Sql sql, CancellationToken stop)
    {
        MakeFolder(address.Folder);
        var known = KnownMigrations(address.IsPostgres);
        var applied = await AppliedAsync(address, sql, stop);
        var newer = applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault();
        if (newer is not null)
            throw new SetupException(SetupProblem.NewerVersion, newer);
        return applied.Count == known.Count;
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

    // The attributes, not the context: building a model would cost the start a quarter of a second.
    private static List<string> KnownMigrations(bool postgres) =>
        [
            .. Assembly
                .GetExecutingAssembly()
                .GetTypes()
                .Where(type => typeof(Migration).IsAssignableFrom(type))
                .Where(type => type.Namespace!.Contains(postgres ? "Postgres" : "Sqlite", StringComparison.Ordinal))
                .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id),
        ];

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
}

public enum SetupProblem
{
    FolderNotWritable,
    CannotOpen,
    NewerVersion,
}

/// <summary>Why the program cannot work with this folder or server; nothing was changed.</summary>
public sealed class SetupException(SetupProblem problem, string detail) : Exception($"{problem}: {detail}")
{
    public SetupProblem Problem => problem;
    public string Detail => detail;
}
