using System.Diagnostics;
using System.Globalization;
using System.Text;
using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>kill -9 at any moment of an import of events leaves all of it or nothing, and sums that fit.</summary>
public abstract class KilledEventImportTests(TestDatabase database) : DatabaseTests(database)
{
    private const int Rows = 4_000;

    public sealed class OnSqlite(SqliteTestDatabase database)
        : KilledEventImportTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KilledEventImportTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Theory]
    [InlineData(900)]
    [InlineData(1600)]
    [InlineData(2500)]
    public async Task All_of_it_is_there_or_nothing_and_the_sums_fit(int milliseconds)
    {
        var file = Path.Combine(Path.GetTempPath(), $"dien-bien-{Guid.NewGuid():n}.csv");
        await using var site = await Site.OpenAsync(Database.Address);
        var country = new Country(site.Services, Database.Factory);
        await country.PlantAsync([(-1, "central"), (0, "province"), .. Enumerable.Repeat((1, "grassroots"), Rows)]);
        Assert.Empty((await country.OpenAsync(new(2020, 1, 1))).Problems);
        await File.WriteAllTextAsync(file, Events(country), Stop);
        try
        {
            await ImportAsync(file, milliseconds);
            Assert.Contains(await CountAsync(), new long[] { 0, Rows });
            Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
            // And it goes on from there; what is in already is refused as brought twice.
            await ImportAsync(file, milliseconds: 120_000);
            Assert.Equal(Rows, await CountAsync());
            Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Events(Country country)
    {
        var csv = new StringBuilder("organisation_code,status,effective_on\n");
        for (var i = 0; i < Rows; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{country.CodeOf(i + 2)},held,2020-02-{1 + (i % 28):00}\n");
        return csv.ToString();
    }

    private async Task ImportAsync(string file, int milliseconds)
    {
        var start = RunningProgram.Dotnet(
            "import",
            "congresses",
            file,
            "--campaign",
            "C",
            "--history",
            "--data",
            Database.Address.Folder
        );
        if (Database.Address.IsPostgres)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(Database.Address.ConnectionString);
        }
        using var program = Process.Start(start)!;
        await Task.WhenAny(program.WaitForExitAsync(Stop), Task.Delay(milliseconds, Stop));
        if (!program.HasExited)
            program.Kill();
        await program.WaitForExitAsync(Stop);
    }

    private Task<long> CountAsync() =>
        Database.Sql.FirstAsync("select count(*) from congress_event", row => row.GetInt64(0), Stop);
}
