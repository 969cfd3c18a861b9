using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Tests.Portal;

/// <summary>The first start fills a portal with the demo only where nothing of somebody's own is there.</summary>
public abstract class FirstStartTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : FirstStartTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : FirstStartTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Where_organisations_were_brought_in_before_it_no_demo_is_mixed_among_them()
    {
        var tree = new OrganisationTree(Database.Factory, new(() => []));
        var root = await tree.RootAsync(Stop);
        await tree.AddAsync(root.Id, "BPC", "Đảng bộ tỉnh Bình Phước", "province", Stop);
        await using var site = await Site.OpenAsync(Database.Address, settings => settings with { Empty = false });
        Assert.Contains("</html>", await site.ReadAsync("/"), StringComparison.Ordinal);
        foreach (var table in (string[])["article", "campaign"])
            Assert.Equal(0L, await Database.Sql.FirstAsync($"select count(*) from {table}", row => row.GetInt64(0), Stop));
        Assert.Equal(2L, await Database.Sql.FirstAsync("select count(*) from organisation", row => row.GetInt64(0), Stop));
    }
}
