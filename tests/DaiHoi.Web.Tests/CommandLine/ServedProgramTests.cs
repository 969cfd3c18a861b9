using System.Text.Json;

namespace DaiHoi.Web.Tests.CommandLine;

/// <summary>The served program from outside: what it writes where, how it stops, what it loads.</summary>
public abstract class ServedProgramTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ServedProgramTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ServedProgramTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_says_where_it_listens_and_nothing_else_and_stops_when_it_is_asked(string signal)
    {
        await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
        var ended = await program.StopAsync(signal);
        Assert.Equal((0, $"DaiHoi: {program.Reader.BaseAddress!.ToString().TrimEnd('/')}\n"), (ended.ExitCode, ended.Output));
        Assert.DoesNotContain("warn:", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_asked_to_stop_while_it_prepares_stops_as_usual()
    {
        await using (var first = await RunningProgram.StartAsync(Database.Address, Stop))
            await first.StopAsync();
        // Readers are answered; the link for the administrator is being made beside it.
        await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
        var ended = await program.StopAsync();
        Assert.Equal(0, ended.ExitCode);
        Assert.DoesNotContain("Exception", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_one_line_and_stays_as_it_is()
    {
        await Database.Sql.RunAsync(
            """insert into "__EFMigrationsHistory" (migration_id, product_version) values ('29991231235959_Later', '99')""",
            Stop
        );
        try
        {
            string[] where = Database.Address.IsPostgres
                ? ["--data", Database.Address.Folder, "--database", Database.Address.ConnectionString]
                : ["--data", Database.Address.Folder];
            var page = Path.Combine(Database.Address.Folder, "page.txt");
            await File.WriteAllTextAsync(page, "Một trang\n04/03/2020\nNội dung.", Stop);
            var before = Holds();
            string[][] verbs =
            [
                ["--port", $"{RunningProgram.FreePort()}"],
                ["import", "pages", page],
            ];
            foreach (var verb in verbs)
            {
                var refused = await RunningProgram.RunAsync([.. verb, .. where]);
                Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
                Assert.Contains("29991231235959_Later", refused.Errors, StringComparison.Ordinal);
                Assert.Single(refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }
            Assert.Equal(before, Holds());
            Assert.Equal(0, await Database.Sql.FirstAsync("select count(*) from masthead", row => row.GetInt64(0), Stop));
        }
        finally
        {
            await Database.Sql.RunAsync("""delete from "__EFMigrationsHistory" where product_version = '99'""", Stop);
        }
    }

    [Fact]
    public async Task A_request_that_fails_is_one_event_with_path_and_trace_and_without_the_reader()
    {
        await using var program = await RunningProgram.StartAsync(Database.Address, Stop, ("Logs", "json"));
        await Database.Sql.RunAsync("alter table official_document rename to document_away", Stop);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/van-ban?q=dieu-rieng-tu");
            request.Headers.Add("X-Forwarded-For", "203.0.113.77");
            using var answer = await program.Reader.SendAsync(request, Stop);
            Assert.Equal(500, (int)answer.StatusCode);
        }
        finally
        {
            await Database.Sql.RunAsync("alter table document_away rename to official_document", Stop);
        }
        var ended = await program.StopAsync();
        var failure = Assert.Single(
            ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)),
            line => line.GetProperty("LogLevel").GetString() == "Error"
        );
        Assert.Equal("GET", failure.GetProperty("State").GetProperty("Method").GetString());
        Assert.Equal("/van-ban", failure.GetProperty("State").GetProperty("Path").GetString());
        Assert.Equal(32, failure.GetProperty("State").GetProperty("TraceId").GetString()!.Length);
        Assert.Contains("official_document", failure.GetProperty("Exception").GetString(), StringComparison.Ordinal);
        Assert.True(failure.TryGetProperty("Timestamp", out _));
        foreach (var personal in (string[])["203.0.113.77", "127.0.0.1", "::1", "Firefox", "dieu-rieng-tu"])
            Assert.DoesNotContain(personal, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenTelemetry_is_loaded_only_where_a_setting_asks_for_it()
    {
        await using (var program = await RunningProgram.StartAsync(Database.Address, Stop))
            Assert.Empty(await LoadedAsync(program, "OpenTelemetry"));
        await using var measured = await RunningProgram.StartAsync(
            Database.Address,
            Stop,
            ("MetricsListen", $"http://127.0.0.1:{RunningProgram.FreePort()}")
        );
        Assert.NotEmpty(await LoadedAsync(measured, "OpenTelemetry"));
    }

    /// <summary>Loaded with the first model of Entity Framework that is made.</summary>
    private string Provider => Database.Address.IsPostgres ? "Npgsql.EntityFrameworkCore" : "EntityFrameworkCore.Sqlite";

    [Fact]
    public async Task What_the_first_start_needs_is_done_beside_the_program_that_serves()
    {
        await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
        Assert.Empty(await LoadedAsync(program, Provider));
        Assert.Equal(1, await Database.Sql.FirstAsync("select count(*) from masthead", row => row.GetInt64(0), Stop));
        var ended = await program.StopAsync();
        Assert.Contains("/dang-nhap/dat-mat-khau?ma=", ended.Errors, StringComparison.Ordinal);
        // Nobody has set the password: the next start gives a new link.
        await using var again = await RunningProgram.StartAsync(Database.Address, Stop);
        Assert.Empty(await LoadedAsync(again, Provider));
    }

    // The two files beside a SQLite database come and go with who reads it.
    private List<string> Holds() =>
        [
            .. Directory
                .GetFileSystemEntries(Database.Address.Folder, "*", SearchOption.AllDirectories)
                .Where(entry =>
                    !entry.EndsWith("-wal", StringComparison.Ordinal) && !entry.EndsWith("-shm", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<List<string>> LoadedAsync(RunningProgram program, string library)
    {
        using var answer = await program.Reader.GetAsync("/", Stop);
        answer.EnsureSuccessStatusCode();
        var mapped = await File.ReadAllLinesAsync($"/proc/{program.Id}/maps", Stop);
        return [.. mapped.Where(line => line.Contains(library, StringComparison.Ordinal))];
    }
}
