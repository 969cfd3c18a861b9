using DaiHoi.Web.Data.Postgres;
using DaiHoi.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

namespace DaiHoi.Web.Data;

/// <summary>Lets the migration tool make contexts without starting the program, and without a server.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteDatabase>, IDesignTimeDbContextFactory<PostgresDatabase>
{
    SqliteDatabase IDesignTimeDbContextFactory<SqliteDatabase>.CreateDbContext(string[] args) =>
        (SqliteDatabase)new DatabaseFactory(DatabaseAddress.Of("design", postgres: null)).Create();

    PostgresDatabase IDesignTimeDbContextFactory<PostgresDatabase>.CreateDbContext(string[] args) =>
        (PostgresDatabase)new DatabaseFactory(DatabaseAddress.Of("design", "Host=localhost;Database=design")).Create();
}
