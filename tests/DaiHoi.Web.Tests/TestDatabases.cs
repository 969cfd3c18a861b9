using DaiHoi.Web.Accounts;
using DaiHoi.Web.Data;
using Microsoft.Data.Sqlite;

namespace DaiHoi.Web.Tests;

/// <summary>
/// A migrated database without rows, for one test class. A class whose promises hold on both databases is written once:
/// <code>
/// public abstract class ArticleTests(TestDatabase database) : DatabaseTests(database)
/// {
///     public sealed class OnSqlite(SqliteTestDatabase database) : ArticleTests(database), IClassFixture&lt;SqliteTestDatabase&gt;;
///     public sealed class OnPostgres(PostgresTestDatabase database) : ArticleTests(database), IClassFixture&lt;PostgresTestDatabase&gt;;
///
///     [Fact]
///     public async Task An_article_keeps_its_views() { … Database.Sql … }
/// }
/// </code>
/// <see cref="DatabaseTests"/> takes the rows away before each test.
/// </summary>
public abstract class TestDatabase : IAsyncLifetime
{
    /// <summary>Where the migrations write down which of them have run.</summary>
    protected const string Migrations = "__EFMigrationsHistory";

    public DatabaseAddress Address { get; private set; } = null!;
    public Sql Sql { get; private set; } = null!;
    public DatabaseFactory Factory { get; private set; } = null!;

    /// <summary>Its data folder: media, index and, on SQLite, the database itself.</summary>
    protected string Folder { get; private set; } = "";

    /// <summary>For a database that is new: there is nothing in it to back up.</summary>
    public static Task<string> NothingToUpgrade(CancellationToken stop) =>
        throw new InvalidOperationException("A new database is upgraded from nothing");

    /// <summary>Makes the database and answers its address.</summary>
    protected abstract Task<DatabaseAddress> MakeAsync();

    /// <summary>Every row goes, but not the tables and not what the migrations remember of themselves; numbers begin anew.</summary>
    public abstract Task EmptyAsync();

    public async ValueTask InitializeAsync()
    {
        Folder = Directory.CreateTempSubdirectory("daihoi-").FullName;
        Address = await MakeAsync();
        Sql = new Sql(Address);
        Factory = new DatabaseFactory(Address);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Sql.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>SQLite in a temporary folder, copied from one that was migrated once.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    protected override async Task<DatabaseAddress> MakeAsync()
    {
        await File.WriteAllBytesAsync(Path.Combine(Folder, "daihoi.db"), await Template.Value);
        return DatabaseAddress.Of(Folder, postgres: null);
    }

    public override async Task EmptyAsync()
    {
        // What a trigger keeps from being deleted goes all the same: the trigger is put back behind it.
        var triggers = await Sql.ListAsync(
            "select name, sql from sqlite_master where type = 'trigger'",
            row => (Name: row.GetString(0), Text: row.GetString(1)),
            CancellationToken.None
        );
        var tables = await Sql.ListAsync(
            $"""
            select name from sqlite_master where type = 'table' and name not in ('{Migrations}', 'sqlite_sequence')
                and name not like 'sqlite_stat%'
            """,
            row => $"\"{row.GetString(0)}\"",
            CancellationToken.None
        );
        var drop = string.Concat(triggers.Select(trigger => $"drop trigger {trigger.Name};"));
        var delete = string.Concat(tables.Select(table => $"delete from {table};"));
        var restore = string.Concat(triggers.Select(trigger => $"{trigger.Text};"));
        await Sql.RunAsync(
            $"pragma foreign_keys = off; begin; {drop} {delete} {restore} delete from sqlite_sequence; commit; pragma foreign_keys = on",
            CancellationToken.None
        );
    }

    public override async ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(Address.ConnectionString))
            SqliteConnection.ClearPool(connection);
        await base.DisposeAsync();
    }

    private static async Task<byte[]> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("daihoi-").FullName;
        var address = DatabaseAddress.Of(folder, postgres: null);
        await using (var sql = new Sql(address))
            await DatabaseSetup.PrepareAsync(new DatabaseFactory(address), sql, NothingToUpgrade, CancellationToken.None);
        // The last connection that closes brings the log into the file.
        using (var connection = new SqliteConnection(address.ConnectionString))
            SqliteConnection.ClearPool(connection);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "daihoi.db"));
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}

/// <summary>A database of its own on the tests' PostgreSQL server.</summary>
public sealed class PostgresTestDatabase(PostgresServer server) : TestDatabase
{
    protected override async Task<DatabaseAddress> MakeAsync() => DatabaseAddress.Of(Folder, await server.NewDatabaseAsync());

    // To cut a table off costs the server new files for it and each of its indexes, whether it has rows or not; so only
    // those are that were written to.
    public override async Task EmptyAsync()
    {
        var tables = await Sql.ListAsync(
            $"select tablename from pg_tables where schemaname = current_schema() and tablename <> '{Migrations}'",
            row => row.GetString(0),
            CancellationToken.None
        );
        var filled = await Sql.ListAsync(
            string.Join(" union all ", tables.Select(table => $"(select '{table}' from \"{table}\" limit 1)")),
            row => $"\"{row.GetString(0)}\"",
            CancellationToken.None
        );
        if (filled.Count > 0)
            await Sql.RunAsync($"truncate {string.Join(", ", filled)} cascade", CancellationToken.None);
        var counted = await Sql.ListAsync(
            "select sequencename from pg_sequences where schemaname = current_schema() and last_value is not null",
            row => $"alter sequence \"{row.GetString(0)}\" restart;",
            CancellationToken.None
        );
        if (counted.Count > 0)
            await Sql.RunAsync(string.Concat(counted), CancellationToken.None);
    }
}

/// <summary>Promises about what is kept in a database; each begins without rows.</summary>
public abstract class DatabaseTests(TestDatabase database) : IAsyncLifetime
{
    protected TestDatabase Database { get; } = database;
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => await Database.EmptyAsync();

    /// <summary>Whatever a test did, an auditor can read it: each value in the log has a name in words.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var told = await Database.Sql.ListAsync(
            "select distinct action, before, after from audit_entry",
            row =>
                (
                    Action: row.GetString(0),
                    Before: row.IsDBNull(1) ? null : row.GetString(1),
                    After: row.IsDBNull(2) ? null : row.GetString(2)
                ),
            CancellationToken.None
        );
        var raw = told.Where(deed => AuditWords.Known.Contains(deed.Action))
            .SelectMany(deed =>
                AuditWords.Unnamed(deed.Before).Concat(AuditWords.Unnamed(deed.After)).Select(name => $"{deed.Action} {name}")
            )
            .Distinct();
        Assert.Equal("", string.Join('\n', raw));
    }
}
