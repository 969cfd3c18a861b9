using System.Net;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Tests.Builders;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Portal.Search;

/// <summary>The page "Tìm kiếm" over the whole way: database, notes of change, index, page.</summary>
public abstract class SearchPageTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : SearchPageTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : SearchPageTests(database),
            IClassFixture<PostgresTestDatabase>;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        DropIndex();
    }

    [Fact]
    public async Task What_is_published_changed_or_withdrawn_shows_in_the_next_search()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (id, path) = await An.Article("Đại hội điểm ở Lộc Ninh").SaveAsync(site);
        await FoundAsync(site, "dai hoi diem", path);
        await ChangeAsync(site, id, article => article.Revise(new("Hội nghị tổng kết", null, "Sapo.", "<p>…</p>"), At, "sửa"));
        await FoundAsync(site, "tong ket", ArticlePath.Of("hoi-nghi-tong-ket", id));
        Assert.DoesNotContain(Own(id), await site.ReadAsync("/tim-kiem?q=Loc+Ninh"), StringComparison.Ordinal);
        await ChangeAsync(site, id, article => article.Withdraw(At, "nhầm"));
        Assert.DoesNotContain(Own(id), await site.ReadAsync("/tim-kiem?q=tong+ket"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_published_is_not_found()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (_, shown) = await An.Article("Quy hoạch cán bộ").SaveAsync(site);
        var (hidden, _) = await An.Article("Quy hoạch mật").NotPublished().SaveAsync(site);
        await FoundAsync(site, "quy hoach", shown);
        Assert.DoesNotContain(Own(hidden), await site.ReadAsync("/tim-kiem?q=quy+hoach"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_asked_stands_in_the_address_and_on_the_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (_, path) = await An.Article("Đại hội <b>điểm</b> & \"xã\"").In("thong-bao").SaveAsync(site);
        await FoundAsync(site, "dai hoi", path);
        const string Asked = "/tim-kiem?q=%22d%E1%BA%A1i+hoi%22&chuyen-muc=thong-bao&tu-ngay=04/03/2020&den-ngay=4-3-2020";
        var page = await site.ReadAsync(Asked.Replace("d%E1%BA%A1i", "dai", StringComparison.Ordinal));
        Assert.Contains("<mark>Đại hội</mark> &lt;b&gt;điểm&lt;/b&gt; &amp; ", page, StringComparison.Ordinal);
        Assert.Contains("value=\"04/03/2020\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"thong-bao\" selected", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_is_said_beside_its_field_and_keeps_what_was_typed()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var answer = await site.Reader.GetAsync("/tim-kiem?q=x&tu-ngay=31/02/2020", Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("id=\"tu-ngay-problem\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"31/02/2020\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_index_is_made_again_from_the_database()
    {
        string path;
        await using (var site = await Site.OpenAsync(Database.Address))
        {
            (_, path) = await An.Article("Đại hội điểm ở Lộc Ninh").SaveAsync(site);
            await FoundAsync(site, "dai hoi diem", path);
        }
        DropIndex();
        await using var again = await Site.OpenAsync(Database.Address);
        await FoundAsync(again, "dai hoi diem", path);
    }

    [Fact]
    public async Task Another_database_in_the_same_folder_is_told_by_what_its_notes_say()
    {
        long id;
        await using (var site = await Site.OpenAsync(Database.Address))
        {
            (id, var path) = await An.Article("Đại hội điểm ở Lộc Ninh").SaveAsync(site);
            await FoundAsync(site, "dai hoi diem", path);
        }
        await Database.Sql.RunAsync("update article set title = 'Hội nghị khác', slug = 'hoi-nghi-khac'", Stop);
        await Database.Sql.RunAsync("update change_log set at = @at", Stop, ("at", At.AddSeconds(1)));
        await using var other = await Site.OpenAsync(Database.Address);
        await FoundAsync(other, "hoi nghi khac", ArticlePath.Of("hoi-nghi-khac", id));
    }

    private void DropIndex()
    {
        var folder = Path.Combine(Database.Address.Folder, "search");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    // Of the list of hits; beside it stand the newest.
    private static string Own(long id) => $"-{id}\"><mark>";

    private static DateTime At => SettableTime.Usual.UtcDateTime;

    // The index is built a moment after the start; what is asked before waits for it up to a fifth of a second.
    private static async Task FoundAsync(Site site, string words, string path)
    {
        var page = "";
        for (var attempt = 0; attempt < 100; attempt++)
        {
            page = await site.ReadAsync("/tim-kiem?q=" + Uri.EscapeDataString(words));
            if (page.Contains($"href=\"{path}\"", StringComparison.Ordinal))
                return;
            await Task.Delay(100, Stop);
        }
        Assert.Fail(page);
    }

    private static async Task ChangeAsync(Site site, long id, Action<Article> change)
    {
        await using var database = site.Service<DatabaseFactory>().Create();
        change(await database.Set<Article>().Include(article => article.Revisions).SingleAsync(article => article.Id == id));
        await site.Service<ChangeFeed>().SaveAsync(database, At, ["articles", $"article:{id}"], Stop);
    }
}
