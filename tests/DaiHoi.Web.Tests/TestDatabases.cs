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

    /// <summary>Every row goes, but not the tables and not what the migrations remember of themselves.</summary>
    public async Task EmptyAsync()
    {
        var tables = await Sql.ListAsync(
            Sql.IsPostgres
                ? "select tablename from pg_tables where schemaname = current_schema()"
                : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
            row => row.GetString(0),
            CancellationToken.None
        );
        var own = tables.Where(table => table != "__EFMigrationsHistory").Select(table => $"\"{table}\"").ToList();
        // What a trigger keeps from being deleted goes all the same: the trigger is put back behind it.
        var triggers = Sql.IsPostgres
            ? []
            : await Sql.ListAsync(
                "select name, sql from sqlite_master where type = 'trigger'",
                row => (Name: row.GetString(0), Text: row.GetString(1)),
                CancellationToken.None
            );
        var drop = string.Concat(triggers.Select(trigger => $"drop trigger {trigger.Name};"));
        var restore = string.Concat(triggers.Select(trigger => $"{trigger.Text};"));
        var delete = string.Concat(own.Select(table => $"delete from {table};"));
        var statements = Sql.IsPostgres
            ? $"truncate {string.Join(", ", own)} restart identity cascade"
            : $"pragma foreign_keys = off; begin; {drop} {delete} {restore} commit; pragma foreign_keys = on";
        await Sql.RunAsync(statements, CancellationToken.None);
        if (
            !Sql.IsPostgres
            && await Sql.FirstAsync(
                "select count(*) from sqlite_master where name = 'sqlite_sequence'",
                row => row.GetInt64(0),
                CancellationToken.None
            ) > 0
        )
            await Sql.RunAsync("delete from sqlite_sequence", CancellationToken.None);
    }

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
