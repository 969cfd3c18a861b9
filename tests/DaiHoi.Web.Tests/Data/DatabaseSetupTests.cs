using DaiHoi.Web.Data;

namespace DaiHoi.Web.Tests.Data;

public abstract class DatabaseSetupTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DatabaseSetupTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : DatabaseSetupTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_database_that_fits_is_left_as_it_is()
    {
        await Database.Sql.RunAsync(
            "insert into change_log (key, at) values (@key, @at)",
            Stop,
            ("key", "frame"),
            ("at", SettableTime.Usual.UtcDateTime)
        );
        await DatabaseSetup.PrepareAsync(Database.Factory, Database.Sql, TestDatabase.NothingToUpgrade, Stop);
        Assert.Equal(1, await CountAsync("change_log"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await Database.Sql.RunAsync(
            """insert into "__EFMigrationsHistory" (migration_id, product_version) values ('29991231235959_Later', '99')""",
            Stop
        );
        try
        {
            var refused = await Assert.ThrowsAsync<SetupException>(() =>
                DatabaseSetup.PrepareAsync(Database.Factory, Database.Sql, TestDatabase.NothingToUpgrade, Stop)
            );
            Assert.Equal((SetupProblem.NewerVersion, "29991231235959_Later"), (refused.Problem, refused.Detail));
        }
        finally
        {
            await Database.Sql.RunAsync("""delete from "__EFMigrationsHistory" where product_version = '99'""", Stop);
        }
    }

    [Fact]
    public async Task Each_test_begins_without_rows() => Assert.Equal(0, await CountAsync("change_log"));

    private async Task<long> CountAsync(string table) =>
        await Database.Sql.FirstAsync($"select count(*) from {table}", row => row.GetInt64(0), Stop);
}
