using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Web.Tests.Accounts;

public abstract partial class AdministrationTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AdministrationTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : AdministrationTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string List = "/quan-tri/tai-khoan";

    [Fact]
    public async Task A_new_account_comes_with_a_role_and_a_link_that_is_shown_once()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        using var opened = await administrator.SendAsync(
            List + "/moi",
            ("display", "Thu Hà"),
            ("name", "ThuHa"),
            ("email", "thuha@example.vn"),
            ("role", "Editor"),
            ("organisation", "goc")
        );
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var account = opened.Headers.Location!.ToString();
        var link = Link().Match(await administrator.ReadAsync(account)).Value;
        Assert.DoesNotContain("dat-mat-khau", await administrator.ReadAsync(account), StringComparison.Ordinal);
        using var person = new Visitor(site);
        (
            await person.SendAsync(
                link,
                ("ma", link.Split("ma=")[1]),
                ("password", Visitor.Password),
                ("again", Visitor.Password)
            )
        ).Dispose();
        Assert.Contains("Biên tập viên", await person.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
        Assert.Contains("Thu Hà", await administrator.ReadAsync(List + "?q=thu+ha"), StringComparison.Ordinal);
        Assert.DoesNotContain("Thu Hà", await administrator.ReadAsync(List + "?q=minh+luan"), StringComparison.Ordinal);
        Assert.Equal(
            ["account.opened", "password-link.given", "password.set", "role.granted", "session.begun"],
            await DeedsOnAsync(account.Split('/')[^1])
        );
    }

    [Theory]
    [InlineData("display", "", "Hãy nhập tên hiển thị")]
    [InlineData("name", "thu hà", "chữ thường không dấu")]
    [InlineData("name", "quan-tri", "đã có người dùng")]
    [InlineData("email", "không phải", "Email không hợp lệ")]
    [InlineData("email", "quan-tri@example.vn", "Email không hợp lệ hoặc đã có người dùng")]
    [InlineData("organisation", "khong-co", "Không có tổ chức mã «khong-co»")]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays(string field, string value, string problem)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["display"] = "Thu Hà",
            ["name"] = "thuha",
            ["email"] = "",
            ["role"] = "Publisher",
            ["organisation"] = "goc",
            [field] = value,
        };
        using var refused = await administrator.SendAsync(List + "/moi", [.. typed.Select(pair => (pair.Key, pair.Value))]);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var wrong = Regex.Match(page, $"id=\"{field}-problem\"[^>]*>([^<]*)<.*?id=\"{field}\"", RegexOptions.Singleline);
        Assert.Contains(problem, wrong.Groups[1].Value, StringComparison.Ordinal);
        foreach (var (name, kept) in typed.Where(pair => pair.Key != "role" && pair.Value.Length > 0))
            Assert.Matches($"id=\"{name}\"[^>]* value=\"{Regex.Escape(kept)}\"", page);
        Assert.Contains("<option value=\"Publisher\" selected", page, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("select count(*) from account where display_name = 'Thu Hà'"));
    }

    [Fact]
    public async Task Roles_are_granted_and_taken_back_and_hold_at_once()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        using var auditor = await Visitor.SignedInAsync(site, "giamsat");
        var page = $"{List}/{await IdAsync("giamsat")}";
        (await administrator.SendAsync(page + "?handler=Grant", ("role", "Auditor"), ("organisation", "goc"))).Dispose();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(auditor, "/nhat-ky"));
        var root = (await site.Service<OrganisationTree>().RootAsync(Stop)).Id;
        (await administrator.SendAsync(page + "?handler=TakeBack", ("role", "Auditor"), ("organisation", $"{root}"))).Dispose();
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(auditor, "/nhat-ky"));
    }

    [Fact]
    public async Task A_locked_account_is_out_at_once_and_in_again_when_it_is_unlocked()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        using var person = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var page = $"{List}/{await IdAsync("minhluan")}";
        (await administrator.SendAsync(page + "?handler=Close")).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(person, "/tai-khoan"));
        using var refused = await person.SignInAsync("minhluan", Visitor.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        (await administrator.SendAsync(page + "?handler=Reopen")).Dispose();
        using var again = await person.SignInAsync("minhluan", Visitor.Password);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        (await administrator.SendAsync(page + "?handler=EndSessions")).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(person, "/tai-khoan"));
        Assert.Equal(
            [
                "account.closed",
                "account.opened",
                "account.reopened",
                "role.granted",
                "session.begun",
                "session.begun",
                "sessions.ended",
            ],
            await DeedsOnAsync($"{await IdAsync("minhluan")}")
        );
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_locked_nor_lose_the_role()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Database.Sql.RunAsync("update account set closed_at = created_at where user_name = 'quantri'", Stop);
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        var page = $"{List}/{await IdAsync("quan-tri")}";
        var root = (await site.Service<OrganisationTree>().RootAsync(Stop)).Id;
        using var locked = await administrator.SendAsync(page + "?handler=Close");
        using var lost = await administrator.SendAsync(
            page + "?handler=TakeBack",
            ("role", "Administrator"),
            ("organisation", $"{root}")
        );
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity),
            (locked.StatusCode, lost.StatusCode)
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(administrator, List));
    }

    [Fact]
    public async Task Who_administers_a_district_gets_at_nothing_above_or_beside_it()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var tree = site.Service<OrganisationTree>();
        var root = await tree.RootAsync(Stop);
        var own = await tree.AddAsync(root.Id, "huyen-a", "Đảng bộ huyện A", OrganisationLevels.District, Stop);
        var other = await tree.AddAsync(root.Id, "huyen-b", "Đảng bộ huyện B", OrganisationLevels.District, Stop);
        using var administrator = new Visitor(site);
        await OpenAsync(site, "quan-tri-a", (Role.Administrator, own.Id));
        await OpenAsync(site, "nguoi-a", (Role.Reporter, own.Id));
        await OpenAsync(site, "nguoi-b", (Role.Reporter, other.Id));
        // Below him and above him at once: by this one's password he would get above.
        await OpenAsync(site, "ca-hai", (Role.Reporter, own.Id), (Role.Administrator, root.Id));
        (await administrator.SignInAsync("quan-tri-a", Visitor.Password)).Dispose();
        var list = await administrator.ReadAsync(List);
        Assert.Contains("nguoi-a", list, StringComparison.Ordinal);
        Assert.DoesNotContain("nguoi-b", list, StringComparison.Ordinal);
        Assert.DoesNotContain("ca-hai", list, StringComparison.Ordinal);
        var page = $"{List}/{await IdAsync("nguoi-a")}";
        foreach (var code in (string[])["goc", "huyen-b"])
        {
            using var refused = await administrator.SendAsync(
                page + "?handler=Grant",
                ("role", "Editor"),
                ("organisation", code)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        foreach (var name in (string[])["nguoi-b", "ca-hai", "quantri"])
        {
            foreach (var act in (string[])["Link", "Close", "EndSessions"])
            {
                using var refused = await administrator.SendAsync(page, $"{List}/{await IdAsync(name)}?handler={act}");
                Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Who_takes_the_last_role_back_still_finds_the_account_and_gives_it_another()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var tree = site.Service<OrganisationTree>();
        var root = await tree.RootAsync(Stop);
        var own = await tree.AddAsync(root.Id, "huyen-a", "Đảng bộ huyện A", OrganisationLevels.District, Stop);
        await OpenAsync(site, "quan-tri-a", (Role.Administrator, own.Id));
        await OpenAsync(site, "nguoi-a", (Role.Reporter, own.Id));
        await OpenAsync(site, "tren-cao", (Role.Auditor, root.Id));
        await OpenAsync(site, "chua-co-gi");
        using var administrator = new Visitor(site);
        (await administrator.SignInAsync("quan-tri-a", Visitor.Password)).Dispose();
        var page = $"{List}/{await IdAsync("nguoi-a")}";
        (
            await administrator.SendAsync(page + "?handler=TakeBack", ("role", "Reporter"), ("organisation", $"{own.Id}"))
        ).Dispose();
        Assert.Contains("nguoi-a", await administrator.ReadAsync(List), StringComparison.Ordinal);
        (await administrator.SendAsync(page + "?handler=Grant", ("role", "Editor"), ("organisation", "huyen-a"))).Dispose();
        Assert.Contains("Biên tập viên", await administrator.ReadAsync(page), StringComparison.Ordinal);
        // What was above him does not come down to him without its role, nor does what nobody ever put under him.
        await Database.Sql.RunAsync(
            "update role_grant set taken_back_at = granted_at where account_id = @id",
            Stop,
            ("id", await IdAsync("tren-cao"))
        );
        foreach (var name in (string[])["tren-cao", "chua-co-gi"])
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(administrator, $"{List}/{await IdAsync(name)}"));
    }

    [Fact]
    public async Task An_auditor_sees_accounts_and_changes_none()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        await Visitor.OpenAccountAsync(site, "minhluan", Role.Reporter);
        var page = $"{List}/{await IdAsync("minhluan")}";
        Assert.DoesNotContain("handler=", await auditor.ReadAsync(page), StringComparison.Ordinal);
        foreach (var act in (string[])["Link", "Close", "Reopen", "EndSessions", "CodesOff", "Grant", "TakeBack"])
        {
            using var refused = await auditor.SendAsync("/tai-khoan", $"{page}?handler={act}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(auditor, List + "/moi"));
    }

    private static async Task OpenAsync(Site site, string name, params (Role Role, long On)[] roles)
    {
        var account = await Visitor.OpenAccountAsync(site, name);
        await using var scope = site.Services.CreateAsyncScope();
        foreach (var (role, on) in roles)
            await scope.ServiceProvider.GetRequiredService<AccountRegister>().GrantAsync(Actor.Program, account, role, on, Stop);
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }

    private Task<long> IdAsync(string name) =>
        Database.Sql.FirstAsync("select id from account where user_name = @name", row => row.GetInt64(0), Stop, ("name", name));

    private Task<long> CountAsync(string query) => Database.Sql.FirstAsync(query, row => row.GetInt64(0), Stop);

    private Task<List<string>> DeedsOnAsync(string account) =>
        Database.Sql.ListAsync(
            "select action from audit_entry where subject = @subject order by action",
            row => row.GetString(0),
            Stop,
            ("subject", $"account:{account}")
        );

    [GeneratedRegex("/dang-nhap/dat-mat-khau\\?ma=[0-9a-f]+")]
    private static partial Regex Link();
}
