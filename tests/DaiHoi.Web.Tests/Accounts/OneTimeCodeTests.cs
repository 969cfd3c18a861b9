using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Accounts;

public abstract partial class OneTimeCodeTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : OneTimeCodeTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : OneTimeCodeTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Page = "/tai-khoan/ma-dung-mot-lan";

    [Fact]
    public async Task Who_has_turned_codes_on_needs_one_and_comes_back_to_where_he_was()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var owner = await Visitor.SignedInAsync(site, "minhluan");
        var (secret, _) = await TurnOnAsync(owner);
        using var visitor = new Visitor(site);
        using var half = await visitor.SignInAsync("minhluan", Visitor.Password, back: "/tai-khoan?x=1");
        Assert.Equal("/dang-nhap/ma?ve=%2Ftai-khoan%3Fx%3D1", half.Headers.Location!.ToString());
        // Half way is not in.
        using var not = await visitor.GetAsync("/tai-khoan");
        Assert.Equal(HttpStatusCode.Redirect, not.StatusCode);
        using var whole = await EnterAsync(
            visitor,
            $"{AuthenticatorApp.Code(secret, 1)[..3]} {AuthenticatorApp.Code(secret, 1)[3..]}",
            "/tai-khoan?x=1"
        );
        Assert.Equal("/tai-khoan?x=1", whole.Headers.Location?.ToString());
        using var in_ = await visitor.GetAsync("/tai-khoan");
        Assert.Equal(HttpStatusCode.OK, in_.StatusCode);
        Assert.Equal(
            "password+code",
            await OneAsync("select means from sign_in_session order by started_at desc, means desc limit 1")
        );
    }

    [Fact]
    public async Task The_same_code_is_not_taken_twice()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var owner = await Visitor.SignedInAsync(site, "minhluan");
        var (secret, _) = await TurnOnAsync(owner);
        var code = AuthenticatorApp.Code(secret, 1);
        using var first = await HalfWayAsync(site);
        using var second = await HalfWayAsync(site);
        using var taken = await EnterAsync(first, code);
        using var refused = await EnterAsync(second, code);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (taken.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_telephone_once()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var owner = await Visitor.SignedInAsync(site, "minhluan");
        var (_, recovery) = await TurnOnAsync(owner);
        Assert.Equal(10, recovery.Distinct().Count());
        using var first = await HalfWayAsync(site);
        using var taken = await EnterAsync(first, recovery[3]);
        using var second = await HalfWayAsync(site);
        using var again = await EnterAsync(second, recovery[3]);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (taken.StatusCode, again.StatusCode));
        Assert.Contains("Còn 9 mã dự phòng", await owner.ReadAsync(Page), StringComparison.Ordinal);
        Assert.DoesNotContain(recovery[0], await owner.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_codes_locks_as_guessing_passwords_does()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var owner = await Visitor.SignedInAsync(site, "minhluan");
        var (secret, _) = await TurnOnAsync(owner);
        using var visitor = await HalfWayAsync(site);
        for (var i = 0; i < 5; i++)
            (await EnterAsync(visitor, i < 3 ? "000000" : "khong-co-ma")).Dispose();
        using var right = await EnterAsync(visitor, AuthenticatorApp.Code(secret, 1));
        Assert.Contains("tạm khóa", WebUtility.HtmlDecode(await right.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal("1", await OneAsync("select cast(count(*) as text) from audit_entry where action = 'account.locked'"));
    }

    [Fact]
    public async Task Without_the_password_the_page_for_the_code_leads_to_the_beginning()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var visitor = new Visitor(site);
        using var answer = await visitor.GetAsync("/dang-nhap/ma?ve=/tai-khoan");
        Assert.Equal("/dang-nhap?ve=%2Ftai-khoan", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Turning_on_needs_a_code_and_turning_off_the_password()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var owner = await Visitor.SignedInAsync(site, "minhluan");
        using var wrong = await owner.SendAsync(Page + "?handler=On", ("code", "12345"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"12345\"", page, StringComparison.Ordinal);
        var (_, recovery) = await TurnOnAsync(owner);
        using var refused = await owner.SendAsync(Page + "?handler=Off", ("password", "sai"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var renewed = await owner.SendAsync(Page + "?handler=Renew", ("password", Visitor.Password));
        Assert.DoesNotContain(recovery[0], await renewed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var off = await owner.SendAsync(Page + "?handler=Off", ("password", Visitor.Password));
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        using var visitor = new Visitor(site);
        using var answer = await visitor.SignInAsync("minhluan", Visitor.Password);
        Assert.Equal("/dang-nhap", answer.Headers.Location?.ToString());
        Assert.Equal(
            ["codes.turned-off", "codes.turned-on", "recovery-codes.renewed"],
            await Database.Sql.ListAsync(
                "select action from audit_entry where action like '%codes.%' order by action",
                row => row.GetString(0),
                Stop
            )
        );
        Assert.Equal("0", await OneAsync("select cast(count(*) as text) from account_token"));
    }

    private async Task<Visitor> HalfWayAsync(Site site)
    {
        var visitor = new Visitor(site);
        (await visitor.SignInAsync("minhluan", Visitor.Password)).Dispose();
        return visitor;
    }

    private static Task<HttpResponseMessage> EnterAsync(Visitor visitor, string code, string back = "") =>
        visitor.SendAsync("/dang-nhap/ma", ("code", code), ("ve", back));

    internal static async Task<(string Secret, List<string> Recovery)> TurnOnAsync(Visitor owner)
    {
        var secret = Secret().Match(await owner.ReadAsync(Page)).Groups["secret"].Value;
        using var on = await owner.SendAsync(Page + "?handler=On", ("code", AuthenticatorApp.Code(secret)));
        Assert.Equal(HttpStatusCode.OK, on.StatusCode);
        var page = await on.Content.ReadAsStringAsync(Stop);
        return (secret, [.. Recovery().Matches(page).Select(code => code.Groups["code"].Value)]);
    }

    private Task<string?> OneAsync(string query) => Database.Sql.FirstAsync(query, row => row.GetString(0), Stop);

    [GeneratedRegex("class=\"secret\">(?<secret>[A-Z2-7 ]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code>(?<code>[^<]+)</code>")]
    private static partial Regex Recovery();
}
