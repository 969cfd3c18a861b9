using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaiHoi.Web.Data;

/// <summary>Migrations as one piece of SQL that runs in a transaction of the caller: all of them hold, or none.</summary>
public static class MigrationScript
{
    /// <summary>Brings a database from one migration to another.</summary>
    /// <param name="connection">on SQLite with <c>foreign_keys</c> off: a table that is made anew would empty those that point to it</param>
    /// <param name="from">the newest that it has; null has none</param>
    /// <param name="to">null is the newest of the program</param>
    public static async Task RunAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        string? from,
        string? to,
        CancellationToken stop
    )
    {
        var script = database
            .GetService<IMigrator>()
            .GenerateScript(from ?? Migration.InitialDatabase, to, MigrationsSqlGenerationOptions.NoTransactions);
        if (string.IsNullOrWhiteSpace(script))
            return;
        await using var command = Sql.Command(connection, script);
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The program's migrations, oldest first.</summary>
    public static IReadOnlyList<string> Known(Database database) => [.. database.Database.GetMigrations()];

    /// <summary>Whether rows point to rows that are not there; SQLite does not ask while <c>foreign_keys</c> is off.</summary>
    public static async Task<string?> DanglingAsync(DbConnection sqlite, DbTransaction transaction, CancellationToken stop)
    {
        await using var command = Sql.Command(
            sqlite,
            "select \"table\" || ' → ' || parent from pragma_foreign_key_check limit 1"
        );
        command.Transaction = transaction;
        return (string?)await command.ExecuteScalarAsync(stop);
    }
}
