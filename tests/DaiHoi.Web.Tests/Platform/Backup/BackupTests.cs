using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Tests.Builders;
using Microsoft.Data.Sqlite;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Platform.Backup;

public abstract class BackupTests(TestDatabase database, PostgresServer server) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database, PostgresServer server)
        : BackupTests(database, server),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database, PostgresServer server)
        : BackupTests(database, server),
            IClassFixture<PostgresTestDatabase>;

    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-backup-").FullName;

    private string FilePath => Path.Combine(folder, "backup.tar");

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        foreach (var kept in (string[])["media", "documents"])
        {
            if (Path.Combine(Database.Address.Folder, kept) is var path && Directory.Exists(path))
                Directory.Delete(path, recursive: true);
        }
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_taken_while_people_write_restores_the_same_portal_on_either_database(bool intoPostgres)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site, "before", 12);
        using var enough = new CancellationTokenSource();
        var writers = Enumerable
            .Range(0, 3)
            .Select(writer => Task.Run(() => WriteOnAsync(site, writer, enough.Token), Stop))
            .ToList();
        BackupFacts facts;
        try
        {
            facts = await site.Service<BackupWriter>().WriteAsync(FilePath, Stop);
        }
        finally
        {
            await enough.CancelAsync();
        }
        var written = (await Task.WhenAll(writers)).Sum();

        var address = await EmptyPlaceAsync(intoPostgres);
        var (restored, audit) = await RestoreAsync(address, FilePath);
        Assert.Equal(facts with { }, restored);
        Assert.Null(audit.Fault);
        // All that was there, and one row that says where it came from.
        Assert.Equal(facts.AuditSeq + 1, audit.Last.Seq);
        Assert.Equal(await RowsOfAsync(FilePath), await RowsOfAsync(await BackUpAsync(address)));
        Assert.Equal(FilesOf(FilePath), FilesUnder(address.Folder));
        Assert.True(written > 0, "nobody wrote meanwhile");

        await using var again = await Site.OpenAsync(address);
        var picture = await again
            .Service<Sql>()
            .ListAsync("select sha256, width from picture", row => (row.GetString(0), row.GetInt32(1)), Stop);
        Assert.All(picture, row => Assert.NotNull(again.Service<MediaStore>().FileOf(row.Item1, PictureWidths.Of(row.Item2)[0])));
        var (path, title) = await again
            .Service<Sql>()
            .FirstAsync(
                "select id, title from article order by id limit 1",
                row => ($"/bai-viet/x-{row.GetInt64(0)}", row.GetString(1)),
                Stop
            );
        using var page = await again.Reader.GetAsync(path, Stop);
        Assert.True((int)page.StatusCode is 200 or 301, $"{path}: {page.StatusCode}");
        Assert.NotEmpty(title);
        // What is written from here on gets numbers that nothing had, and goes on in the chain.
        await FillAsync(again, "after", 1);
        Assert.Null((await again.Service<AuditChain>().VerifyAsync(facts.AuditHash, Stop)).Fault);
    }

    [Fact]
    public async Task The_same_portal_gives_the_same_rows_whichever_database_it_went_through()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
            await FillAsync(site, "bài «\\t\n\t\"'%_{}», \u2028 😀", 3);
        await Database.Sql.RunAsync(
            "update article set lead = @lead",
            Stop,
            ("lead", "a\\b\r\n\t\\N\\.\n\\.\n{0} 'x' \"y\" 😀 ờ")
        );
        // A row that begins with a value of no length.
        await Database.Sql.RunAsync("update article_revision set title = '', lead = '', reason = ''", Stop);
        await Database.Sql.RunAsync("update static_page set slug = '' where slug = 'lien-he'", Stop);
        await BackUpAsync(Database.Address, FilePath);
        var one = await EmptyPlaceAsync(!Database.Address.IsPostgres);
        await RestoreAsync(one, FilePath);
        var back = await EmptyPlaceAsync(Database.Address.IsPostgres);
        await RestoreAsync(back, await BackUpAsync(one));
        Assert.Equal(await RowsOfAsync(FilePath), await RowsOfAsync(await BackUpAsync(back)));
    }

    [Theory]
    [InlineData(0, "backup.restored")]
    [InlineData(-26, "clock.set-back backup.restored")]
    public async Task What_is_restored_says_in_its_log_from_which_file_and_of_when(int hours, string said)
    {
        BackupFacts facts;
        await using (var site = await Site.OpenAsync(Database.Address))
        {
            await FillAsync(site, "bài", 1);
            facts = await site.Service<BackupWriter>().WriteAsync(FilePath, Stop);
        }
        var place = await EmptyPlaceAsync(Database.Address.IsPostgres);
        // Put back on a machine whose clock may be another.
        var (_, audit) = await RestoreAsync(place, FilePath, SettableTime.Usual.AddHours(hours));
        Assert.Null(audit.Fault);
        await using var sql = new Sql(place);
        var rows = await sql.ListAsync(
            "select action, subject_name, after, actor_name from audit_entry where seq > @seq order by seq",
            row => (Action: row.GetString(0), Name: row.GetString(1), After: row.GetString(2), By: row.GetString(3)),
            Stop,
            ("seq", facts.AuditSeq)
        );
        Assert.Equal(said.Split(' '), rows.Select(row => row.Action));
        var restored = rows[^1];
        Assert.Equal(("backup.tar", Actor.CommandLine.Name), (restored.Name, restored.By));
        Assert.Contains(facts.Sha256, restored.After, StringComparison.Ordinal);
        Assert.Contains("\"madeAt\":\"2020-03-04T07:42:00Z\"", restored.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_restored_refuses_to_change_its_audit_log()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
            await FillAsync(site, "bài", 1);
        await BackUpAsync(Database.Address, FilePath);
        var place = await EmptyPlaceAsync(Database.Address.IsPostgres);
        await RestoreAsync(place, FilePath);
        await using var sql = new Sql(place);
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            sql.RunAsync("delete from audit_entry", Stop)
        );
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_restored_over_something()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
            await FillAsync(site, "bài", 1);
        await BackUpAsync(Database.Address, FilePath);
        var refused = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(Database.Address, FilePath));
        Assert.Equal(BackupProblem.NotEmpty, refused.Problem);
        var place = await EmptyPlaceAsync(Database.Address.IsPostgres);
        Directory.CreateDirectory(Path.Combine(place.Folder, "media"));
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "media", "x"), "kept", Stop);
        refused = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(place, FilePath));
        Assert.Equal(BackupProblem.NotEmpty, refused.Problem);
        Assert.Equal("kept", await File.ReadAllTextAsync(Path.Combine(place.Folder, "media", "x"), Stop));
    }

    [Fact]
    public async Task Rows_that_the_database_refuses_leave_nothing_behind()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
            await FillAsync(site, "bài", 2);
        await BackUpAsync(Database.Address, FilePath);
        // Whole by its checksum and its sums, but two articles are the same.
        var forged = Path.Combine(folder, "forged.tar");
        await ForgedBackup.RewriteAsync(
            FilePath,
            forged,
            (name, text) =>
                name.StartsWith("rows/article/", StringComparison.Ordinal)
                    ? string.Concat(
                        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(_ => text.Split('\n')[0] + "\n")
                    )
                    : text
        );
        var place = await EmptyPlaceAsync(Database.Address.IsPostgres);
        var refused = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(place, forged));
        Assert.Equal(BackupProblem.Refused, refused.Problem);
        Assert.Empty(Directory.Exists(place.Folder) ? Directory.GetFileSystemEntries(place.Folder) : []);
        // The place is as empty as it was: a good one still goes in.
        await RestoreAsync(place, FilePath);
    }

    [Fact]
    public async Task A_portal_larger_than_the_memory_is_backed_up_verified_and_restored()
    {
        await Database.Sql.RunAsync(
            Database.Sql.IsPostgres
                ? "insert into tag (name, slug) select repeat('x', 1000000), i::text from generate_series(1, 300) i"
                : "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) insert into tag (name, slug) select printf('%.*c', 1000000, 'x'), i from n",
            Stop
        );
        var place = await EmptyPlaceAsync(Database.Address.IsPostgres);
        // 300 MB of rows, with less than half as much memory for all that the program holds.
        await RunAsync(Database.Address, "backup", FilePath);
        await RunAsync(place, "restore", FilePath);
    }

    private async Task FillAsync(Site site, string name, int articles)
    {
        for (var i = 0; i < articles; i++)
        {
            await An.Article($"{name} {i}").By("Thu Hà").Tagged("đại hội").SaveAsync(site);
            using var drawn = new SKBitmap(300 + i, 200);
            drawn.Erase(new SKColor((uint)(0xFF000000 + (i * 7919) + name.GetHashCode(StringComparison.Ordinal) % 5000)));
            await site.Service<MediaStore>().PutAsync(drawn, Stop);
            await site.Service<DocumentFiles>().PutAsync(System.Text.Encoding.UTF8.GetBytes($"{name} {i}"), Stop);
        }
        await Visitor.OpenAccountAsync(
            site,
            $"{(name.All(char.IsAsciiLetter) ? name : "ai")}{Guid.NewGuid():n}"[..20],
            Role.Reporter
        );
    }

    private static async Task<int> WriteOnAsync(Site site, int writer, CancellationToken enough)
    {
        var written = 0;
        do
        {
            await An.Article($"trong lúc sao lưu {writer} {written}").By($"Tác giả {writer}").In($"muc-{writer}").SaveAsync(site);
            await Visitor.OpenAccountAsync(site, $"w{writer}-{written}", Role.Editor);
            written++;
        } while (!enough.IsCancellationRequested);
        return written;
    }

    private static async Task RunAsync(DatabaseAddress address, params string[] verb)
    {
        string[] database = address.IsPostgres ? ["--database", address.ConnectionString] : [];
        var ended = await RunningProgram.RunAsync(
            ("DOTNET_GCHeapHardLimit", "0x8000000"),
            [.. verb, "--data", address.Folder, .. database]
        );
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
    }

    private async Task<DatabaseAddress> EmptyPlaceAsync(bool postgres) =>
        DatabaseAddress.Of(
            Path.Combine(folder, Guid.NewGuid().ToString("n")),
            postgres ? await server.EmptyDatabaseAsync() : null
        );

    private async Task<string> BackUpAsync(DatabaseAddress address, string? path = null)
    {
        path ??= Path.Combine(folder, $"{Guid.NewGuid():n}.tar");
        await using var sql = new Sql(address);
        await new BackupWriter(address, sql, ForgedBackup.Folders, new SettableTime(SettableTime.Usual)).WriteAsync(path, Stop);
        return path;
    }

    private static Task<(BackupFacts Facts, AuditVerdict Audit)> RestoreAsync(
        DatabaseAddress address,
        string path,
        DateTimeOffset? at = null
    ) => ForgedBackup.RestoreOf(address, at).RestoreAsync(path, Stop);

    // Without the row that says of a portal that it was restored.
    private static async Task<string> RowsOfAsync(string path) =>
        string.Join(
            '\n',
            (await ForgedBackup.RowsAsync(path)).Where(row => !row.Contains("\"backup.restored\"", StringComparison.Ordinal))
        );

    private static List<string> FilesOf(string path) => ForgedBackup.FileNames(path);

    private static List<string> FilesUnder(string folder) =>
        [
            .. ((string[])["documents", "media"])
                .Select(kept => Path.Combine(folder, kept))
                .Where(Directory.Exists)
                .SelectMany(kept => Directory.GetFiles(kept, "*", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(folder, file) + " " + ForgedBackup.HashOf(File.ReadAllBytes(file)))
                .Order(StringComparer.Ordinal),
        ];
}
