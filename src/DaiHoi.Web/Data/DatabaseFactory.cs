using DaiHoi.Web.Data.Postgres;
using DaiHoi.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Data;

/// <summary>
/// Makes a context when something is written. Nothing of Entity Framework is touched before the first call, because the
/// first page of a started program needs none of it.
/// </summary>
public sealed class DatabaseFactory(DatabaseAddress address)
{
    private readonly Lazy<DbContextOptions> options = new(() => OptionsFor(address));

    public DatabaseAddress Address => address;

    /// <summary>A new context; the caller disposes of it.</summary>
    public Database Create() =>
        address.IsPostgres
            ? new PostgresDatabase((DbContextOptions<PostgresDatabase>)options.Value)
            : new SqliteDatabase((DbContextOptions<SqliteDatabase>)options.Value);

    private static DbContextOptions OptionsFor(DatabaseAddress address) =>
        address.IsPostgres
            ? new DbContextOptionsBuilder<PostgresDatabase>()
                .UseNpgsql(address.ConnectionString)
                .UseSnakeCaseNamingConvention()
                .Options
            : new DbContextOptionsBuilder<SqliteDatabase>()
                .UseSqlite(address.ConnectionString)
                .UseSnakeCaseNamingConvention()
                .Options;
}
