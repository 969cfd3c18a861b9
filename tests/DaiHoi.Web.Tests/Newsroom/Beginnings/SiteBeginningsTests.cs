using DaiHoi.Web.Newsroom.Beginnings;

namespace DaiHoi.Web.Tests.Newsroom.Beginnings;

/// <summary>A new portal gets its first frame once.</summary>
public abstract class SiteBeginningsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : SiteBeginningsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : SiteBeginningsTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Of_several_that_prepare_the_same_portal_at_once_one_writes()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var beginnings = site.Service<SiteBeginnings>();
        for (var round = 0; round < 5; round++)
        {
            await Database.Sql.RunAsync("delete from menu_item", Stop);
            await Database.Sql.RunAsync("delete from masthead", Stop);
            var wrote = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => beginnings.WriteAsync(Stop), Stop)));
            Assert.Single(wrote, one => one);
        }
    }
}
