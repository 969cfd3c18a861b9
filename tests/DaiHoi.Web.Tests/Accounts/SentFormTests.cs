using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Newsroom.Desk;

namespace DaiHoi.Web.Tests.Accounts;

/// <summary>Somebody types for an hour, his session ends meanwhile, and he has no JavaScript: his text goes through the sign-in with him.</summary>
public abstract partial class SentFormTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : SentFormTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : SentFormTests(database), IClassFixture<PostgresTestDatabase>;

    private const string Typed = "Đoạn thứ nhất, \"có ngoặc\" & <b>dấu</b>.\r\n\r\nĐoạn thứ hai.";

    [Fact]
    public async Task What_was_sent_after_the_session_ended_is_carried_through_the_sign_in_and_saved()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var (article, fields) = await BeganAsync(site, reporter);
        var token = await reporter.TokenAsync(article + "/sua");
        await EndSessionsAsync();
        using var refused = await reporter.SendWithoutTokenAsync(article + "/sua", [.. fields, (Visitor.TokenField, token)]);
        var page = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("Đăng nhập lại", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        // A wrong password loses nothing either.
        using var wrong = await SendAsync(reporter, page, ("name", "minhluan"), ("password", "sai rồi sai rồi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await SendAsync(
            reporter,
            await wrong.Content.ReadAsStringAsync(Stop),
            ("name", "minhluan"),
            ("password", Visitor.Password)
        );
        var again = await right.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Contains("Gửi lại nội dung", WebUtility.HtmlDecode(again), StringComparison.Ordinal);
        using var saved = await SendAsync(reporter, again);
        Assert.Equal((HttpStatusCode.Redirect, article), (saved.StatusCode, saved.Headers.Location?.ToString()));
        Assert.Contains("Đoạn thứ hai.", await reporter.ReadAsync(article), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_carried_through_the_code_that_follows_the_password_too()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var (secret, _) = await OneTimeCodeTests.TurnOnAsync(reporter);
        var (article, fields) = await BeganAsync(site, reporter);
        await EndSessionsAsync();
        using var refused = await reporter.SendWithoutTokenAsync(article + "/sua", fields);
        using var half = await SendAsync(
            reporter,
            await refused.Content.ReadAsStringAsync(Stop),
            ("name", "minhluan"),
            ("password", Visitor.Password)
        );
        using var whole = await SendAsync(
            reporter,
            await half.Content.ReadAsStringAsync(Stop),
            ("code", AuthenticatorApp.Code(secret, 1))
        );
        using var saved = await SendAsync(reporter, await whole.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Đoạn thứ hai.", await reporter.ReadAsync(article), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task What_another_site_sends_is_not_carried(string header, string value)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ban-bien-tap/bai-moi")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("headline", "Bài do người khác gửi")]),
        };
        request.Headers.Add(header, value);
        using var refused = await site.Reader.SendAsync(request, Stop);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.DoesNotContain("Bài do người khác gửi", page, StringComparison.Ordinal);
        Assert.Contains("name=\"password\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_was_sent_does_not_come_back_in_the_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var visitor = await Visitor.SignedInAsync(site, "minhluan");
        await EndSessionsAsync();
        using var refused = await visitor.SendWithoutTokenAsync(
            "/tai-khoan?handler=Password",
            ("current", Visitor.Password),
            ("password", "mot mat khau khac 81"),
            ("again", "mot mat khau khac 81"),
            ("note", "còn giữ")
        );
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains("còn giữ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mot mat khau khac", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Visitor.Password, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_carries_is_no_address_of_its_own()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var asked = await site.Reader.GetAsync("/loi/401", Stop);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    private async Task<(string Article, (string, string)[] Fields)> BeganAsync(Site site, Visitor reporter)
    {
        var section = await DeskHand.CategoryAsync(site);
        using var begun = await reporter.SendAsync("/ban-bien-tap/bai-moi", ("headline", "Bài dài"), ("section", $"{section}"));
        return (
            begun.Headers.Location!.ToString().Replace("/sua", "", StringComparison.Ordinal),
            [
                ("version", "1"),
                ("headline", "Bài dài"),
                ("section", $"{section}"),
                ("lead", "Sapo"),
                ("markdown", Typed),
                ("then", ""),
            ]
        );
    }

    private Task<int> EndSessionsAsync() => Database.Sql.RunAsync("update sign_in_session set ended_at = started_at", Stop);

    /// <summary>Sends the first form of a page as a browser without scripts does: its hidden fields and what is typed.</summary>
    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, string page, params (string Name, string Value)[] typed)
    {
        var form = Form().Matches(page).First(form => form.Groups["action"].Value != "/dang-xuat");
        return visitor.SendWithoutTokenAsync(
            WebUtility.HtmlDecode(form.Groups["action"].Value),
            [
                .. Hidden()
                    .Matches(form.Groups["inside"].Value)
                    .Select(field =>
                        (WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value))
                    ),
                .. typed,
            ]
        );
    }

    [GeneratedRegex("<form[^>]* action=\"(?<action>[^\"]*)\"[^>]*>(?<inside>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input(?=[^>]* type=\"hidden\")[^>]* name=\"(?<name>[^\"]*)\"[^>]*? value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
