using System.Data.Common;
using System.Net;
using System.Text.Json;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Tests.Builders;
using Microsoft.Data.Sqlite;
using Npgsql;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

/// <summary>A full disk and a database that others hold: said in words, nothing half-saved, what was typed still there.</summary>
public abstract class NotStoredTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : NotStoredTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : NotStoredTests(database), IClassFixture<PostgresTestDatabase>;

    private const string Upload = "/ban-bien-tap/anh";

    // The same database, for which one waits a second and no half minute. A pool of its own on SQLite.
    private DatabaseAddress Impatient =>
        Database.Address with
        {
            ConnectionString = Database.Address.IsPostgres
                ? Database.Address.ConnectionString + ";Options=-c lock_timeout=300"
                : Database.Address.ConnectionString.Replace("Default Timeout=30", "Default Timeout=1", StringComparison.Ordinal),
        };

    [Fact]
    public async Task What_others_hold_is_told_and_saved_by_pressing_again()
    {
        await using var site = await Site.OpenAsync(Impatient);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var article = await BegunAsync(site, reporter);
        await using (await HeldByAnotherAsync())
            await NothingIsStoredAsync(reporter, article, HttpStatusCode.ServiceUnavailable, "cơ sở dữ liệu đang bận");
        await IsSavedNowAsync(site, reporter, article);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_half_saved()
    {
        await using var site = await Site.OpenAsync(Impatient);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var article = await BegunAsync(site, reporter);
        await using (await FullAsync())
            await NothingIsStoredAsync(reporter, article, HttpStatusCode.InsufficientStorage, "hết chỗ trống");
        await IsSavedNowAsync(site, reporter, article);
    }

    [Fact]
    public async Task A_page_without_words_of_its_own_says_so_too_in_the_language_of_who_reads()
    {
        await using var site = await Site.OpenAsync(Impatient);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var article = await BegunAsync(site, reporter);
        await using (await HeldByAnotherAsync())
        {
            using var busy = await reporter.SendAsync(article + "/phien-ban", ("number", "1"), ("version", "1"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(1), busy.Headers.RetryAfter!.Delta);
            Assert.Contains("Hệ thống đang bận", await TextAsync(busy), StringComparison.Ordinal);
        }
        Assert.Equal(1, await RevisionsAsync());
    }

    [Fact]
    public async Task A_photo_that_cannot_be_written_is_told_and_leaves_nothing()
    {
        await using var site = await Site.OpenAsync(Impatient);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        await BegunAsync(site, reporter);
        var media = Path.Combine(Database.Address.Folder, "media");
        // Where the folder must be there is a file: nothing can be written into it, by root either.
        if (Directory.Exists(media))
            Directory.Delete(media, recursive: true);
        await File.WriteAllTextAsync(media, "", Stop);
        using (var refused = await UploadAsync(reporter))
        {
            Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
            Assert.Contains("đầy đĩa", await ProblemAsync(refused), StringComparison.Ordinal);
        }
        File.Delete(media);
        Assert.Equal(0L, await Database.Sql.FirstAsync("select count(*) from picture", row => row.GetInt64(0), Stop));
        using var taken = await UploadAsync(reporter);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task A_disk_without_space_is_known_by_what_the_system_says()
    {
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, 0);
        var problem = await Assert.ThrowsAsync<IOException>(() => full.WriteAsync(new byte[1], Stop).AsTask());
        Assert.Equal(StorageTrouble.Full, StorageTroubles.Of(new InvalidOperationException("around it", problem)));
        Assert.Null(StorageTroubles.Of(new IOException("something else")));
    }

    private static async Task NothingIsStoredAsync(Visitor reporter, string article, HttpStatusCode status, string why)
    {
        // Larger than what is left of any page.
        var typed = string.Concat(Enumerable.Repeat("Đang gõ một đoạn dài. ", 10_000)).Trim();
        (string, string)[] fields = [.. Fields, ("lead", "Sapo đang gõ"), ("markdown", typed)];
        using (var saved = await reporter.SendAsync(article + "/sua", fields))
        {
            var page = await TextAsync(saved);
            Assert.Equal(status, saved.StatusCode);
            Assert.Contains(why, page, StringComparison.Ordinal);
            Assert.Contains("Sapo đang gõ", page, StringComparison.Ordinal);
            // No field is to blame, so it leads to none.
            Assert.DoesNotContain("href=\"#form\"", page, StringComparison.Ordinal);
            Assert.Contains(typed, page, StringComparison.Ordinal);
        }
        using (var kept = await reporter.SendAsync(article + "/sua?handler=Keep", fields))
        {
            using var told = JsonDocument.Parse(await kept.Content.ReadAsStringAsync(Stop));
            Assert.False(told.RootElement.GetProperty("kept").GetBoolean());
            Assert.Contains(why, told.RootElement.GetProperty("said").GetString(), StringComparison.Ordinal);
        }
        using (var begun = await reporter.SendAsync("/ban-bien-tap/bai-moi", ("headline", "Bài khác " + typed[..250]), Fields[2]))
        {
            // A small row may still find room on a disk that is full for a large one.
            if (status == HttpStatusCode.ServiceUnavailable)
                Assert.Equal(status, begun.StatusCode);
        }
        using (var photo = await UploadAsync(reporter))
        {
            if (status == HttpStatusCode.ServiceUnavailable)
            {
                Assert.Equal(status, photo.StatusCode);
                Assert.Contains("tệp chưa được lưu", await ProblemAsync(photo), StringComparison.Ordinal);
            }
        }
        using var step = await reporter.SendAsync(article, ("kind", "TakenBack"), ("version", "1"), ("reason", "Lý do đang gõ"));
        Assert.True(step.StatusCode == status || step.StatusCode == HttpStatusCode.Conflict, step.StatusCode.ToString());
    }

    private async Task IsSavedNowAsync(Site site, Visitor reporter, string article)
    {
        Assert.Equal(1, await RevisionsAsync());
        Assert.Equal(0L, await Database.Sql.FirstAsync("select count(*) from working_copy", row => row.GetInt64(0), Stop));
        using var saved = await reporter.SendAsync(article + "/sua", [.. Fields, ("lead", "Sapo"), ("markdown", "Thân bài.")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Null((await site.Service<AuditChain>().VerifyAsync(head: null, Stop)).Fault);
    }

    private static readonly (string Name, string Value)[] Fields =
    [
        ("version", "1"),
        ("headline", "Bài đang gõ"),
        ("section", "1"),
    ];

    private async Task<string> BegunAsync(Site site, Visitor reporter)
    {
        Fields[2] = ("section", $"{await DeskHand.CategoryAsync(site)}");
        using var begun = await reporter.SendAsync("/ban-bien-tap/bai-moi", ("headline", "Bài đang gõ"), Fields[2]);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return begun.Headers.Location!.ToString().Replace("/sua", "", StringComparison.Ordinal);
    }

    /// <summary>Another program writes, and does not end.</summary>
    private async Task<IAsyncDisposable> HeldByAnotherAsync()
    {
        DbConnection other = Database.Address.IsPostgres
            ? new NpgsqlConnection(Database.Address.ConnectionString)
            : new SqliteConnection(Database.Address.ConnectionString + ";Pooling=false");
        await other.OpenAsync(Stop);
        await RunAsync(
            other,
            Database.Address.IsPostgres ? "begin; lock table article, working_copy, picture in exclusive mode" : "begin exclusive"
        );
        return other;
    }

    /// <summary>Until it is given back, nothing more fits into the database.</summary>
    private async Task<IAsyncDisposable> FullAsync()
    {
        if (Database.Address.IsPostgres)
        {
            await Database.Sql.RunAsync(
                """
                create function no_space() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
                create trigger no_space before insert on article_revision for each row execute function no_space();
                create trigger no_space before insert or update on working_copy for each row execute function no_space()
                """,
                Stop
            );
            return new After(() => Database.Sql.RunAsync("drop function no_space cascade", Stop));
        }
        // The size is a matter of each connection: of all that the program will take from its pool.
        var pool = new List<SqliteConnection>();
        for (var i = 0; i < 12; i++)
        {
            pool.Add(new(Impatient.ConnectionString));
            await pool[^1].OpenAsync(Stop);
            await RunAsync(pool[^1], "pragma max_page_count = 1");
        }
        pool.ForEach(connection => connection.Dispose());
        return new After(() =>
        {
            using var connection = new SqliteConnection(Impatient.ConnectionString);
            SqliteConnection.ClearPool(connection);
            return Task.CompletedTask;
        });
    }

    private static async Task RunAsync(DbConnection connection, string statement)
    {
        await using var command = Sql.Command(connection, statement);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private Task<int> RevisionsAsync() =>
        Database.Sql.FirstAsync(
            "select count(*) from article_revision r join article a on a.id = r.article_id where a.title = 'Bài đang gõ'",
            row => row.GetInt32(0),
            Stop
        );

    private static async Task<HttpResponseMessage> UploadAsync(Visitor visitor)
    {
        using var bitmap = new SKBitmap(64, 48);
        bitmap.Erase(SKColors.DarkGreen);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return await visitor.UploadAsync("/ban-bien-tap/bai-moi", Upload, data.ToArray(), "a.png");
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return json.RootElement.GetProperty("problem").GetString()!;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

    private sealed class After(Func<Task> doneAsync) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await doneAsync();
    }
}
