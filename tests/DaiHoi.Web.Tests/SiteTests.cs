using System.Net;

namespace DaiHoi.Web.Tests;

public abstract class SiteTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : SiteTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : SiteTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_program_starts_on_an_empty_database_and_is_ready()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var ready = await site.Reader.GetAsync("/health/ready", Stop);
        using var home = await site.Reader.GetAsync("/", Stop);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (ready.StatusCode, home.StatusCode));
    }
}
