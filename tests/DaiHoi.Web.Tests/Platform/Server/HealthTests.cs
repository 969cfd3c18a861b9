using System.Net;
using DaiHoi.Web.Visits;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DaiHoi.Web.Tests.Platform.Server;

public abstract class HealthTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : HealthTests(database), IClassFixture<SqliteTestDatabase>
    {
        private string File => Path.Combine(Database.Address.Folder, "daihoi.db");
        private string Log => File + "-wal";
        private Dictionary<string, byte[]> kept = [];

        protected override async Task BreakAsync()
        {
            Forget();
            kept = [];
            foreach (var file in new[] { File, Log }.Where(System.IO.File.Exists))
                kept[file] = await System.IO.File.ReadAllBytesAsync(file, Stop);
            foreach (var file in Directory.GetFiles(Database.Address.Folder, "daihoi.db*"))
                System.IO.File.Delete(file);
            await System.IO.File.WriteAllTextAsync(File, new string('x', 8192), Stop);
            Forget();
        }

        protected override async Task MendAsync()
        {
            Forget();
            foreach (var file in Directory.GetFiles(Database.Address.Folder, "daihoi.db*"))
                System.IO.File.Delete(file);
            foreach (var (file, bytes) in kept)
                await System.IO.File.WriteAllBytesAsync(file, bytes, Stop);
            Forget();
        }

        // Connections in the pool would go on with the file that they have open.
        private void Forget()
        {
            using var connection = new SqliteConnection(Database.Address.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    public sealed class OnPostgres(PostgresTestDatabase database) : HealthTests(database), IClassFixture<PostgresTestDatabase>
    {
        private string Name => new NpgsqlConnectionStringBuilder(Database.Address.ConnectionString).Database!;

        protected override Task BreakAsync() =>
            RunAsync(
                $"alter database {Name} allow_connections false; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Name}'"
            );

        protected override async Task MendAsync()
        {
            await RunAsync($"alter database {Name} allow_connections true");
            // The tests' own connections were ended too; each is noticed when it is used.
            using var pooled = new NpgsqlConnection(Database.Address.ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
            while (!await AnswersAsync())
                await Task.Delay(20, Stop);
        }

        private async Task<bool> AnswersAsync()
        {
            try
            {
                return await Database.Sql.FirstAsync("select 1", row => row.GetInt32(0), Stop) == 1;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }

        private async Task RunAsync(string sql)
        {
            var elsewhere = new NpgsqlConnectionStringBuilder(Database.Address.ConnectionString)
            {
                Database = "postgres",
                Pooling = false,
            };
            await using var source = NpgsqlDataSource.Create(elsewhere);
            foreach (var statement in sql.Split(';'))
            {
                await using var command = source.CreateCommand(statement);
                await command.ExecuteNonQueryAsync(Stop);
            }
        }
    }

    protected abstract Task BreakAsync();
    protected abstract Task MendAsync();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_program_that_is_well_says_so_and_no_more(string path)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var answer = await site.Reader.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ok", await answer.Content.ReadAsStringAsync(Stop));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var head = await site.Reader.SendAsync(new(HttpMethod.Head, path), Stop);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Whoever_asks_for_health_is_no_visitor()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var live = await site.Reader.GetAsync("/health/live", Stop);
        using var ready = await site.Reader.GetAsync("/health/ready", Stop);
        Assert.Equal((0, 0), (site.Service<VisitCounter>().Numbers.Odometer, site.Service<VisitCounter>().Numbers.Online));
    }

    [Fact]
    public async Task Nothing_else_is_answered_beside_them()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        foreach (var path in (string[])["/health", "/health/", "/health/details", "/health/live/x"])
        {
            using var answer = await site.Reader.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Without_its_database_the_program_lives_but_is_not_ready_and_with_it_is_again()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await BreakAsync();
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(site, HttpStatusCode.ServiceUnavailable));
            Assert.Equal("unavailable", await site.ReadAsync("/health/ready"));
            using var live = await site.Reader.GetAsync("/health/live", Stop);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }
        finally
        {
            await MendAsync();
        }
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(site, HttpStatusCode.OK));
    }

    // A connection that was in use at the moment may answer once more.
    private static async Task<HttpStatusCode> ReadyAsync(Site site, HttpStatusCode expected)
    {
        for (var i = 0; ; i++)
        {
            using var ready = await site.Reader.GetAsync("/health/ready", Stop);
            if (ready.StatusCode == expected || i == 20)
                return ready.StatusCode;
            await Task.Delay(100, Stop);
        }
    }
}
