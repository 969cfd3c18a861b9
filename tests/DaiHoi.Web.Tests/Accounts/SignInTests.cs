using System.Net;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Web.Tests.Accounts;

public abstract class SignInTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : SignInTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : SignInTests(database), IClassFixture<PostgresTestDatabase>;

    [Theory]
    [InlineData("minhluan")]
    [InlineData("MinhLuan")]
    [InlineData(" minhluan ")]
    [InlineData("minhluan@example.vn")]
    public async Task Somebody_signs_in_by_name_or_address_and_comes_back_to_where_he_was(string typed)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "minhluan");
        using var visitor = new Visitor(site);
        using var asked = await visitor.GetAsync("/tai-khoan");
        Assert.Equal("/dang-nhap?ve=%2Ftai-khoan", asked.Headers.Location!.ToString());
        using var answer = await visitor.SignInAsync(typed, Visitor.Password, back: "/tai-khoan");
        Assert.Equal((HttpStatusCode.Redirect, "/tai-khoan"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("Người minhluan", await visitor.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Nobody_is_led_out_of_the_portal(string back)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "minhluan");
        using var visitor = new Visitor(site);
        using var answer = await visitor.SignInAsync("minhluan", Visitor.Password, back);
        Assert.Equal("/dang-nhap", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Who_came_from_nowhere_lands_at_his_work_and_who_has_none_at_his_account()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        foreach (
            var (name, role, home) in ((string, Role?, string)[])
                [
                    ("minhluan", Role.Reporter, "/ban-bien-tap"),
                    ("giamsat", Role.Auditor, "/ban-bien-tap"),
                    ("bandoc", null, "/tai-khoan"),
                ]
        )
        {
            using var visitor = await Visitor.SignedInAsync(site, name, role is { } one ? [one] : []);
            using var led = await visitor.GetAsync("/dang-nhap");
            Assert.Equal(home, led.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer_and_keep_what_was_typed()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "minhluan");
        using var visitor = new Visitor(site);
        foreach (var name in (string[])["minhluan", "khong-co", "khong-co@example.vn"])
        {
            using var answer = await visitor.SignInAsync(name, "sai");
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng.", page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_each_time_for_longer_and_are_recorded()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "minhluan");
        using var visitor = new Visitor(site);
        foreach (var minutes in (int[])[1, 2, 4])
        {
            for (var i = 0; i < 5; i++)
                (await visitor.SignInAsync("minhluan", "sai")).Dispose();
            Assert.Contains("tạm khóa", await TryAsync(visitor), StringComparison.Ordinal);
            site.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Contains("tạm khóa", await TryAsync(visitor), StringComparison.Ordinal);
            site.Time.Advance(TimeSpan.FromSeconds(2));
        }
        using var answer = await visitor.SignInAsync("minhluan", Visitor.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(3, await RowsAsync("account.locked"));
    }

    [Fact]
    public async Task Of_those_who_guess_at_the_same_moment_each_counts()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "minhluan");
        List<Visitor> guessing = [.. Enumerable.Range(0, 12).Select(_ => new Visitor(site))];
        var answers = await Task.WhenAll(guessing.Select(visitor => visitor.SignInAsync("minhluan", "sai")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("tạm khóa", await TryAsync(guessing[0]), StringComparison.Ordinal);
        Assert.Equal(1, await RowsAsync("account.locked"));
        foreach (var answer in answers)
            answer.Dispose();
        guessing.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_and_locked_like_one_that_somebody_has()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "minhluan");
        using var visitor = new Visitor(site);
        foreach (var minutes in (int[])[1, 2, 4])
        {
            for (var i = 0; i < 7; i++)
            {
                var known = await ToldAsync(visitor, "minhluan", "sai");
                foreach (var unknown in (string[])["khong-co", "khong-co@example.vn", " KHONG.co "])
                    Assert.Equal(known, await ToldAsync(visitor, unknown, "sai"));
                Assert.Equal(i >= 4, known.Contains("tạm khóa", StringComparison.Ordinal));
            }
            site.Time.Advance(TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(1));
        }
        Assert.Equal((3, 9), (await RowsAsync("account.locked"), await RowsAsync("name.locked")));
        var names = await Database.Sql.ListAsync(
            "select distinct subject_name, actor_name from audit_entry where action = 'name.locked' order by 1",
            row => (row.GetString(0), row.GetString(1)),
            Stop
        );
        Assert.Equal(
            [("KHONG.co", "DaiHoi"), ("khong-co", "DaiHoi"), ("khong-co@example.vn", "DaiHoi")],
            names.OrderBy(row => row.Item1, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Twenty_wrong_passwords_in_a_minute_from_one_address_lock_it_whatever_the_names()
    {
        await using var site = await Site.OpenAsync(Database.Address, settings => settings with { KnownProxies = ["127.0.0.1"] });
        await Visitor.OpenAccountAsync(site, "minhluan");
        using var guessing = new Visitor(site).From("203.0.113.5");
        // No name so often that it would be locked, and one that somebody has among them.
        for (var i = 0; i < 20; i++)
            Assert.Contains(
                "không đúng",
                await ToldAsync(guessing, i % 5 == 0 ? "minhluan" : $"ten-{i % 5}", "sai"),
                StringComparison.Ordinal
            );
        // The right password neither, and nothing about the names; elsewhere he signs in.
        Assert.Contains("từ mạng của bạn", await ToldAsync(guessing, "minhluan", Visitor.Password), StringComparison.Ordinal);
        Assert.Contains("từ mạng của bạn", await ToldAsync(guessing, "khong-co", "sai"), StringComparison.Ordinal);
        using var elsewhere = new Visitor(site).From("203.0.113.6");
        using var there = await elsewhere.SignInAsync("minhluan", Visitor.Password);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        using var later = await guessing.SignInAsync("minhluan", Visitor.Password);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (there.StatusCode, later.StatusCode));
        Assert.Equal(
            ("203.0.113.5", "203.0.113.5"),
            await Database.Sql.FirstAsync(
                "select subject_name, from_address from audit_entry where action = 'address.locked'",
                row => (row.GetString(0), row.GetString(1)),
                Stop
            )
        );
        Assert.Equal((1, 0), (await RowsAsync("address.locked"), await RowsAsync("name.locked")));
    }

    [Fact]
    public async Task A_form_that_a_page_does_not_have_is_refused()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var visitor = await Visitor.SignedInAsync(site, "minhluan");
        using var answer = await visitor.SendAsync("/tai-khoan?handler=Nothing");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_session_that_was_ended_elsewhere_ends_with_the_next_request()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var here = await Visitor.SignedInAsync(site, "minhluan");
        using var there = new Visitor(site);
        (await there.SignInAsync("minhluan", Visitor.Password)).Dispose();
        (await here.SendAsync("/tai-khoan?handler=EndOthers")).Dispose();
        using var gone = await there.GetAsync("/tai-khoan");
        using var stays = await here.GetAsync("/tai-khoan");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (gone.StatusCode, stays.StatusCode));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var one = await Visitor.SignedInAsync(site, "minhluan");
        using var other = await Visitor.SignedInAsync(site, "thuha");
        var key = await Database.Sql.FirstAsync(
            "select key_hash from sign_in_session s join account a on a.id = s.account_id where a.user_name = 'thuha'",
            row => row.GetString(0),
            Stop
        );
        using var answer = await one.SendAsync("/tai-khoan?handler=End", ("key", key!));
        using var stays = await other.GetAsync("/tai-khoan");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (answer.StatusCode, stays.StatusCode));
    }

    [Fact]
    public async Task A_session_that_lies_idle_for_two_weeks_ends()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var visitor = await Visitor.SignedInAsync(site, "minhluan");
        site.Time.Advance(TimeSpan.FromDays(15));
        using var answer = await visitor.GetAsync("/tai-khoan");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_signs_in_no_more()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var visitor = await Visitor.SignedInAsync(site, "minhluan");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var account = await scope
                .ServiceProvider.GetRequiredService<Database>()
                .Set<Account>()
                .SingleAsync(a => a.UserName == "minhluan", Stop);
            await scope.ServiceProvider.GetRequiredService<AccountRegister>().CloseAsync(Actor.Program, account, Stop);
        }
        using var out_ = await visitor.GetAsync("/tai-khoan");
        using var again = await visitor.SignInAsync("minhluan", Visitor.Password);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (out_.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Signing_out_needs_the_form_and_ends_the_session()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var visitor = await Visitor.SignedInAsync(site, "minhluan");
        using var forged = await visitor.SendWithoutTokenAsync("/dang-xuat");
        using var still = await visitor.GetAsync("/tai-khoan");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (forged.StatusCode, still.StatusCode));
        using var meant = await visitor.SignOutAsync();
        using var gone = await visitor.GetAsync("/tai-khoan");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (meant.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "minhluan");
        using var visitor = new Visitor(site);
        using var answer = await visitor.SendWithoutTokenAsync(
            "/dang-nhap",
            ("name", "minhluan"),
            ("password", Visitor.Password)
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("ngan", "ít nhất 10 ký tự")]
    [InlineData("1234567890", "danh sách")]
    [InlineData("password2026", "danh sách")]
    [InlineData("aaaaaaaaaaaaaaaa", "danh sách")]
    [InlineData("minhluan la toi", "tên hoặc email")]
    public async Task A_password_that_is_easily_found_is_refused_with_the_reason(string password, string why)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var visitor = await Visitor.SignedInAsync(site, "minhluan");
        using var answer = await visitor.SendAsync(
            "/tai-khoan?handler=Password",
            ("current", Visitor.Password),
            ("password", password)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_signs_every_other_place_out()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var here = await Visitor.SignedInAsync(site, "minhluan");
        using var there = new Visitor(site);
        (await there.SignInAsync("minhluan", Visitor.Password)).Dispose();
        using var changed = await here.SendAsync(
            "/tai-khoan?handler=Password",
            ("current", Visitor.Password),
            ("password", "mot cau khac han 93")
        );
        using var gone = await there.GetAsync("/tai-khoan");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (changed.StatusCode, gone.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, (await there.SignInAsync("minhluan", "mot cau khac han 93")).StatusCode);
    }

    [Fact]
    public async Task The_first_administrator_comes_by_a_link_that_works_once()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var lines = await site.Service<FirstAccounts>().PrepareAsync(demo: false, [], "", Stop);
        var link = lines[0][lines[0].IndexOf("/dang-nhap", StringComparison.Ordinal)..];
        var code = link.Split("ma=")[1];
        using var visitor = new Visitor(site);
        using var set = await visitor.SendAsync(link, ("ma", code), ("password", Visitor.Password), ("again", Visitor.Password));
        Assert.Equal("/dang-nhap", set.Headers.Location?.ToString());
        Assert.Contains("Quản trị viên", await visitor.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
        using var second = new Visitor(site);
        using var used = await second.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        Assert.Empty(await site.Service<FirstAccounts>().PrepareAsync(demo: false, [], "", Stop));
    }

    [Fact]
    public async Task A_link_ends_after_a_day_and_when_another_is_given()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        string Link(IReadOnlyList<string> lines) => lines[0][lines[0].IndexOf("/dang-nhap", StringComparison.Ordinal)..];
        var first = Link(await site.Service<FirstAccounts>().PrepareAsync(demo: false, [], "", Stop));
        var second = Link(await site.Service<FirstAccounts>().PrepareAsync(demo: false, [], "", Stop));
        using var visitor = new Visitor(site);
        using var replaced = await visitor.GetAsync(first);
        using var good = await visitor.GetAsync(second);
        site.Time.Advance(TimeSpan.FromHours(25));
        using var late = await visitor.GetAsync(second);
        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (replaced.StatusCode, good.StatusCode, late.StatusCode)
        );
    }

    [Fact]
    public async Task Neither_cookies_nor_links_nor_passwords_can_be_read_out_of_the_database()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var lines = await site.Service<FirstAccounts>().PrepareAsync(demo: false, [], "", Stop);
        using var visitor = await Visitor.SignedInAsync(site, "minhluan");
        var code = lines[0].Split("ma=")[1];
        var kept = await Database.Sql.ListAsync("select code_hash from one_time_link", row => row.GetString(0), Stop);
        Assert.DoesNotContain(code, kept);
        var hash = await Database.Sql.FirstAsync(
            "select password_hash from account where user_name = 'minhluan'",
            row => row.GetString(0),
            Stop
        );
        Assert.DoesNotContain(Visitor.Password, hash!, StringComparison.Ordinal);
    }

    // What is said to somebody, without the name that he typed.
    private static async Task<string> ToldAsync(Visitor visitor, string name, string password)
    {
        using var answer = await visitor.SignInAsync(name, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        var from = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return page[from..page.IndexOf("</", from, StringComparison.Ordinal)];
    }

    private async Task<string> TryAsync(Visitor visitor)
    {
        using var answer = await visitor.SignInAsync("minhluan", Visitor.Password);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task<long> RowsAsync(string action) =>
        await Database.Sql.FirstAsync(
            "select count(*) from audit_entry where action = @action",
            row => row.GetInt64(0),
            Stop,
            ("action", action)
        );
}
