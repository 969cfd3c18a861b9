using System.Diagnostics;

namespace DaiHoi.Web.Tests.Organisations;

/// <summary>kill -9 at any moment of an import leaves all of it or nothing.</summary>
public abstract class KilledImportTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : KilledImportTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KilledImportTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const int Rows = 20_000;

    [Theory]
    [InlineData(900)]
    [InlineData(1500)]
    [InlineData(2200)]
    [InlineData(3000)]
    public async Task All_of_it_is_there_or_nothing(int milliseconds)
    {
        var file = Path.Combine(Path.GetTempPath(), $"nhap-{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(file, OrganisationImportTests.Many(Rows), Stop);
        try
        {
            var start = RunningProgram.Dotnet("import", "organisations", file, "--data", Database.Address.Folder);
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
            Assert.Contains(await CountAsync("organisation"), new long[] { 0, Rows });
            Assert.Equal(await CountAsync("organisation"), await CountAsync("organisation_version v join organisation"));
            // And it goes on from there.
            var plan = await Process
                .Start(start)!
                .WaitForExitAsync(Stop)
                .ContinueWith(_ => CountAsync("organisation"), Stop)
                .Unwrap();
            Assert.Equal(Rows, plan);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Task<long> CountAsync(string table) =>
        Database.Sql.FirstAsync(
            table == "organisation"
                ? "select count(*) from organisation where parent_id is not null"
                : "select count(*) from organisation_version where parent_id is not null",
            row => row.GetInt64(0),
            Stop
        );
}
