using System.Net;
using System.Text;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Web.Tests.Organisations;

public abstract class TreePagesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : TreePagesTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : TreePagesTests(database), IClassFixture<PostgresTestDatabase>;

    private const string Browse = "/to-chuc";
    private const string Import = "/to-chuc/nhap-du-lieu";

    [Fact]
    public async Task A_file_is_looked_at_and_taken_in_after_a_second_word()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        const string file =
            "code,name,parent_code,level\nT,Đảng bộ tỉnh Bình Phước,,province\nH1,Đảng bộ huyện Lộc Ninh,T,district\n";
        using var shown = await administrator.UploadAsync(Import, Import, Encoding.UTF8.GetBytes(file), "cây.csv");
        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Sẽ thành lập 2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lộc Ninh", WebUtility.HtmlDecode(await administrator.ReadAsync(Browse)), StringComparison.Ordinal);
        var token = page.Split("name=\"token\" value=\"")[1][..64];
        using var done = await administrator.SendAsync(
            Import,
            Import + "?handler=Confirm",
            ("token", token),
            ("name", "cây.csv")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var top = (await site.Service<OrganisationTree>().FindAsync("T", Stop))!;
        Assert.Contains(
            "Lộc Ninh",
            WebUtility.HtmlDecode(await administrator.ReadAsync($"{Browse}?mo={top.Id}")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Lộc Ninh",
            WebUtility.HtmlDecode(await administrator.ReadAsync($"{Browse}?q=loc+ninh")),
            StringComparison.Ordinal
        );
        using var again = await administrator.SendAsync(Import, Import + "?handler=Confirm", ("token", token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        using var wrong = await administrator.UploadAsync(Import, Import, "code,name,level\nA,,x\n"u8.ToArray(), "sai.csv");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(
            "Hãy nhập tên tổ chức",
            WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_import_that_takes_long_is_watched_and_can_be_stopped()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        var file = Encoding.UTF8.GetBytes("code,name,parent_code,level\nT,Đảng bộ tỉnh,,province\n");
        using var shown = await administrator.UploadAsync(Import, Import, file, "cây.csv");
        var token = (await shown.Content.ReadAsStringAsync(Stop)).Split("name=\"token\" value=\"")[1][..64];
        string watched;
        // Somebody else changes the tree, and takes his time.
        await using (var database = Database.Factory.Create())
        {
            await using var transaction = await database.Database.BeginTransactionAsync(Stop);
            await TreeLock.HoldAsync(database, Stop);
            using var begun = await administrator.SendAsync(Import, Import + "?handler=Confirm", ("token", token));
            watched = begun.Headers.Location!.ToString();
            Assert.Equal($"{Import}?viec={token}", watched);
            Assert.Contains("<progress", await administrator.ReadAsync(watched), StringComparison.Ordinal);
            using var asked = await administrator.SendAsync(Import, Import + "?handler=Cancel", ("token", token));
            await transaction.RollbackAsync(Stop);
        }
        var page = await administrator.ReadAsync(watched);
        for (var i = 0; i < 100 && page.Contains("<progress", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, Stop);
            page = await administrator.ReadAsync(watched);
        }
        Assert.Null(await site.Service<OrganisationTree>().FindAsync("T", Stop));
        // What was stopped can be taken in after all.
        using var again = await administrator.SendAsync(Import, Import + "?handler=Confirm", ("token", token));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotNull(await site.Service<OrganisationTree>().FindAsync("T", Stop));
    }

    [Fact]
    public async Task A_change_is_shown_first_and_done_with_the_second_button()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var tree = site.Service<OrganisationTree>();
        var root = await tree.RootAsync(Stop);
        var top = await tree.AddAsync(root.Id, "T", "Đảng bộ tỉnh", "province", Stop);
        var one = await tree.AddAsync(top.Id, "H1", "Đảng bộ huyện Một", "district", Stop);
        await tree.AddAsync(one.Id, "X1", "Đảng bộ xã Một", "grassroots", Stop);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        var page = $"{Browse}/{top.Id}";
        (string, string)[] fields =
        [
            ("act", "remove-level"),
            ("level", "district"),
            ("on", "01/03/2020"),
            ("decision", "7-QĐ/TU"),
        ];
        using var shown = await administrator.SendAsync(page, fields);
        Assert.Contains(
            "Sẽ thành lập 0, thay đổi 1, kết thúc 1 tổ chức.",
            WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
        Assert.Null((await tree.FindAsync("H1", Stop))!.ValidTo);
        using var done = await administrator.SendAsync(page, [.. fields, ("sure", "1")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(top.Id, (await tree.FindAsync("X1", Stop))!.ParentId);
        var history = WebUtility.HtmlDecode(await administrator.ReadAsync($"{Browse}/{one.Id}"));
        Assert.Contains("Bỏ cấp trung gian", history, StringComparison.Ordinal);
        Assert.Contains("7-QĐ/TU", history, StringComparison.Ordinal);
        Assert.Contains(
            "Huyện",
            WebUtility.HtmlDecode(await administrator.ReadAsync($"{Browse}?mo={top.Id}&ngay=2020-02-29")),
            StringComparison.OrdinalIgnoreCase
        );
        using var future = await administrator.SendAsync(page, ("act", "rename"), ("name", "Khác"), ("on", "05/03/2020"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
    }

    [Fact]
    public async Task An_officer_reads_his_own_part_and_changes_nothing()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var tree = site.Service<OrganisationTree>();
        var root = await tree.RootAsync(Stop);
        var top = await tree.AddAsync(root.Id, "T", "Đảng bộ tỉnh", "province", Stop);
        var own = await tree.AddAsync(top.Id, "H1", "Đảng bộ huyện Một", "district", Stop);
        var other = await tree.AddAsync(top.Id, "H2", "Đảng bộ huyện Hai", "district", Stop);
        var account = await Visitor.OpenAccountAsync(site, "can-bo");
        await using (var scope = site.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<DaiHoi.Web.Accounts.AccountRegister>()
                .GrantAsync(DaiHoi.Web.Platform.Audit.Actor.Program, account, Role.Officer, own.Id, Stop);
        using var officer = new Visitor(site);
        (await officer.SignInAsync("can-bo", Visitor.Password)).Dispose();
        var page = WebUtility.HtmlDecode(await officer.ReadAsync(Browse));
        Assert.Contains("huyện Một", page, StringComparison.Ordinal);
        Assert.DoesNotContain("huyện Hai", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "huyện Hai",
            WebUtility.HtmlDecode(await officer.ReadAsync(Browse + "?q=huyen")),
            StringComparison.Ordinal
        );
        using var theirs = await officer.GetAsync($"{Browse}/{other.Id}");
        using var above = await officer.GetAsync($"{Browse}/{top.Id}");
        using var mine = await officer.GetAsync($"{Browse}/{own.Id}");
        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK),
            (theirs.StatusCode, above.StatusCode, mine.StatusCode)
        );
        using var changed = await officer.SendAsync(
            $"{Browse}/{own.Id}",
            Browse + $"/{own.Id}",
            ("act", "dissolve"),
            ("sure", "1")
        );
        Assert.NotEqual(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Null((await tree.FindAsync("H1", Stop))!.ValidTo);
    }
}
