using System.Net;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Tests.Gates;
using DaiHoi.Web.Tests.Platform.Backup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Releases;

/// <summary>
/// A database that an earlier release made becomes one of this release. Each is kept here as the SQL that makes it, named
/// for its newest migration: a small portal with an account, an article and three rows in the audit log.
/// </summary>
public abstract class UpgradeTests(PostgresServer? server) : IAsyncLifetime
{
    public sealed class OnSqlite() : UpgradeTests(server: null);

    public sealed class OnPostgres(PostgresServer server) : UpgradeTests(server);

    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-upgrade-").FullName;
    private DatabaseAddress address = null!;
    private Sql sql = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DatabaseFactory Factory => new(address);
    private BackupBeforeUpgrade BackUp => new(new BackupWriter(address, sql, ForgedBackup.Folders, Time), address, Time);
    private SettableTime Time { get; } = new(SettableTime.Usual);

    public async ValueTask InitializeAsync()
    {
        address = DatabaseAddress.Of(folder, server is null ? null : await server.EmptyDatabaseAsync());
        sql = new Sql(address);
    }

    public async ValueTask DisposeAsync()
    {
        await sql.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public static TheoryData<string> Releases =>
        [
            .. Directory
                .GetFiles(Repository.PathOf("tests/DaiHoi.Web.Tests/Releases"), "*.sqlite.sql")
                .Select(file => Path.GetFileName(file).Split('.')[0]),
        ];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task A_portal_of_each_earlier_release_goes_on_in_this_one(string release)
    {
        await MakeAsync(release);
        var head = await OneAsync("select hash from audit_entry where seq = 3");
        await using (var site = await Site.OpenAsync(address))
        {
            var home = WebUtility.HtmlDecode(await site.ReadAsync("/"));
            // What stood in the pages themselves is the portal's own now, and says the same.
            string[] before =
            [
                "Lộc Hòa",
                "<a href=\"/trang/quy-dinh-su-dung\">Quy định sử dụng</a>",
                "<a href=\"/trang/bao-ve-du-lieu\">Bảo vệ dữ liệu cá nhân</a>",
                "<a href=\"/trang/kha-nang-tiep-can\">Tuyên bố về khả năng tiếp cận</a>",
                "<a href=\"/rss.xml\">RSS</a>",
                "Ghi rõ nguồn khi phát hành lại thông tin từ cổng này.",
            ];
            Assert.All(before, said => Assert.Contains(said, home, StringComparison.Ordinal));
        }
        Assert.Null((await new AuditChain(Factory).VerifyAsync(head, Stop)).Fault);
        Assert.Equal("minhluan", await OneAsync("select user_name from account where display_name = 'Minh Luận'"));
        await using var database = Factory.Create();
        Assert.Empty(await database.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task Organisations_links_and_files_of_an_earlier_release_stand_where_they_stood()
    {
        await MakeAsync("DeskOutsideLinks");
        await using var site = await Site.OpenAsync(address);
        var tree = site.Service<OrganisationTree>();
        var district = await tree.FindAsync("BP-LN", Stop);
        var commune = await tree.FindAsync("BP-LN-LH", Stop);
        Assert.Equal((1L, OrganisationLevels.District, "/1/2/"), (district!.ParentId, district.Level, district.Path));
        Assert.Equal((district.Id, OrganisationLevels.Grassroots), (commune!.ParentId, commune.Level));
        // Since ever, as far as anybody knew.
        Assert.Equal(
            "0001-01-01",
            await OneAsync("select cast(min(valid_from) as varchar(10)) from organisation_version where organisation_id = 3")
        );
        Assert.Contains("https://baobinhphuoc.example.vn", await site.ReadAsync("/lien-ket"), StringComparison.Ordinal);
        Assert.Equal(
            "Kế hoạch đại hội điểm",
            await OneAsync(
                "select a.title from attachment a join article_attachment u on u.attachment_id = a.id where u.article_id = 1"
            )
        );
    }

    [Fact]
    public async Task Before_an_upgrade_a_backup_is_made_and_the_oldest_of_many_goes()
    {
        await MakeFirstReleaseAsync();
        var backups = Directory.CreateDirectory(Path.Combine(folder, "backups")).FullName;
        for (var i = 0; i < BackupBeforeUpgrade.Kept; i++)
            await File.WriteAllTextAsync(Path.Combine(backups, $"before-upgrade-2019010{i}-000000-000.tar"), "old", Stop);
        await File.WriteAllTextAsync(Path.Combine(backups, "mine.tar"), "kept", Stop);

        await DatabaseSetup.PrepareAsync(Factory, sql, BackUp.MakeAsync, Stop);

        Assert.Equal("Tin cũ", await OneAsync("select title from article"));
        var made = Directory.GetFiles(backups, "before-upgrade-*").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(BackupBeforeUpgrade.Kept, made.Count);
        Assert.DoesNotContain(made, file => file.Contains("20190100", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(backups, "mine.tar")));
        // What was there before the upgrade can be had again, by this program.
        var place = DatabaseAddress.Of(Path.Combine(folder, "again"), server is null ? null : await server.EmptyDatabaseAsync());
        await ForgedBackup.RestoreOf(place).RestoreAsync(made[^1], Stop);
        await using var restored = new Sql(place);
        Assert.Equal("Tin cũ", await restored.FirstAsync("select title from article", row => row.GetString(0), Stop));
    }

    [Fact]
    public async Task An_upgrade_that_fails_leaves_the_old_database_as_it_was_and_says_where_its_backup_lies()
    {
        await MakeFirstReleaseAsync();
        // Somebody made a table of a name that a later step wants, and some steps would have come before it.
        await sql.RunAsync("create table role_grant (x integer)", Stop);
        var before = await ShapeAsync();
        var failed = await Assert.ThrowsAsync<SetupException>(() =>
            DatabaseSetup.PrepareAsync(Factory, sql, BackUp.MakeAsync, Stop)
        );
        Assert.Equal(SetupProblem.UpgradeFailed, failed.Problem);
        Assert.Equal(before, await ShapeAsync());
        Assert.Equal("Tin cũ", await OneAsync("select title from article"));
        var line = SetupMessages.Of(failed);
        Assert.Single(line.Split('\n'));
        Assert.Contains(Directory.GetFiles(Path.Combine(folder, "backups")).Single(), line, StringComparison.Ordinal);
        Assert.Contains("role_grant", line, StringComparison.Ordinal);
        // Once it is out of the way, the same program upgrades.
        await sql.RunAsync("drop table role_grant", Stop);
        Time.Advance(TimeSpan.FromMinutes(1));
        await DatabaseSetup.PrepareAsync(Factory, sql, BackUp.MakeAsync, Stop);
        Assert.Equal("Tin cũ", await OneAsync("select title from article"));
    }

    [Fact]
    public async Task Without_a_backup_nothing_is_upgraded()
    {
        await MakeFirstReleaseAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "backups"), "in the way", Stop);
        var before = await ShapeAsync();
        var failed = await Assert.ThrowsAsync<SetupException>(() =>
            DatabaseSetup.PrepareAsync(Factory, sql, BackUp.MakeAsync, Stop)
        );
        Assert.Equal((SetupProblem.NoBackup, before), (failed.Problem, await ShapeAsync()));
    }

    private async Task MakeAsync(string release)
    {
        var kind = sql.IsPostgres ? "postgres" : "sqlite";
        await sql.RunAsync(
            await File.ReadAllTextAsync(Repository.PathOf($"tests/DaiHoi.Web.Tests/Releases/{release}.{kind}.sql"), Stop),
            Stop
        );
    }

    /// <summary>The portal before there were accounts, with one article.</summary>
    private async Task MakeFirstReleaseAsync()
    {
        await using var database = Factory.Create();
        await using var connection = await sql.OpenAsync(Stop);
        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            var first = MigrationScript.Known(database)[0];
            await MigrationScript.RunAsync(database, connection, transaction, from: null, first, Stop);
            await transaction.CommitAsync(Stop);
        }
        await sql.RunAsync(
            """
            insert into category (slug, name_vi, name_en, position) values ('tin', 'Tin', 'News', 1);
            insert into article (status, title, slug, lead, body_html, category_id, created_at, updated_at)
            select 'Draft', 'Tin cũ', 'tin-cu', '', '', id, '2020-03-04 07:42:00', '2020-03-04 07:42:00' from category;
            """,
            Stop
        );
    }

    private async Task<string> ShapeAsync()
    {
        await using var connection = await sql.OpenAsync(Stop);
        var tables = await DatabaseTables.ListAsync(connection, sql.IsPostgres, Stop);
        var history = await sql.ListAsync("""select migration_id from "__EFMigrationsHistory" """, row => row.GetString(0), Stop);
        return string.Join('\n', tables.Select(table => $"{table.Name}: {string.Join(' ', table.Columns)}").Concat(history));
    }

    private Task<string?> OneAsync(string query) => sql.FirstAsync(query, row => row.GetString(0), Stop);
}
