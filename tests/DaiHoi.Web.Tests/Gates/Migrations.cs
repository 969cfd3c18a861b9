using DaiHoi.Web.Data;
using DaiHoi.Web.Data.Postgres;
using DaiHoi.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>The model has no change without its migration, on either database. Asks no server.</summary>
public sealed class Migrations
{
    private const string Nowhere = "Host=nowhere;Database=none";

    [Theory]
    [InlineData(null)]
    [InlineData(Nowhere)]
    public void Hold_every_change_of_the_model(string? postgres)
    {
        using var database = new DatabaseFactory(DatabaseAddress.Of("none", postgres)).Create();
        Assert.False(database.Database.HasPendingModelChanges(), "eng/migration NAME");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Nowhere)]
    public void Are_listed_by_the_build(string? postgres)
    {
        using var database = new DatabaseFactory(DatabaseAddress.Of("none", postgres)).Create();
        Assert.Equal(database.Database.GetMigrations(), DatabaseSetup.KnownMigrations(postgres is not null));
    }

    [Fact]
    public void A_planted_change_is_found_on_SQLite()
    {
        var options = new DbContextOptionsBuilder<SqliteDatabase>()
            .UseSqlite()
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IModelCustomizer, WithOneMore>();
        using var database = new SqliteDatabase(options.Options);
        Assert.True(database.Database.HasPendingModelChanges());
    }

    [Fact]
    public void A_planted_change_is_found_on_PostgreSQL()
    {
        var options = new DbContextOptionsBuilder<PostgresDatabase>()
            .UseNpgsql(Nowhere)
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IModelCustomizer, WithOneMore>();
        using var database = new PostgresDatabase(options.Options);
        Assert.True(database.Database.HasPendingModelChanges());
    }

    private sealed class WithOneMore(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity("Planted").Property<int>("Id");
        }
    }
}
