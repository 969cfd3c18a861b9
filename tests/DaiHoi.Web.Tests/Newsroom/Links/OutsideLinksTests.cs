using System.Net;
using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Newsroom.Desk;

namespace DaiHoi.Web.Tests.Newsroom.Links;

public abstract class OutsideLinksTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : OutsideLinksTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : OutsideLinksTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Dead = "/ban-bien-tap/lien-ket";

    [Fact]
    public async Task A_dead_link_is_told_before_publishing_and_on_the_list_with_what_was_answered_and_when()
    {
        await using var other = await OtherSite.OpenAsync();
        await using var site = await OpenAsync();
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        var id = await LinkingAsync(site, "co", "khong-co", "khong-head", "mat-khau", "chuyen");
        await Database.Sql.RunAsync(
            "insert into website_link (group_id, position, name, address, in_block) select id, 1, 'Báo', 'http://bao.example.vn/da-go', true from link_group",
            Stop
        );
        await RoundAsync(site, other, id);
        Assert.Contains("Liên kết hỏng: 2", await editor.ReadAsync("/ban-bien-tap"), StringComparison.Ordinal);
        Assert.Contains(
            "Liên kết «khong-co» đến http://bao.example.vn/khong-co: trang không còn (404) (hỏi lúc 04/03/2020 02:42 CH).",
            await editor.ReadAsync($"/ban-bien-tap/bai/{id}"),
            StringComparison.Ordinal
        );
        var list = await editor.ReadAsync(Dead);
        foreach (
            var said in (string[])
                ["khong-co", "Bài dẫn liên kết", "da-go", "trang không còn (410)", "Khung cổng hoặc thông báo nhanh"]
        )
            Assert.Contains(said, list, StringComparison.Ordinal);
        foreach (var good in (string[])["bao.example.vn/co\"", "khong-head", "mat-khau", "chuyen"])
            Assert.DoesNotContain(good, list, StringComparison.Ordinal);
        // What answered is left in peace for a week; what is taken out of the text is forgotten.
        site.Time.Advance(TimeSpan.FromDays(2));
        var asked = other.Asked.Count;
        await RoundAsync(site, other, id);
        Assert.Equal(
            ["GET /da-go", "GET /khong-co", "HEAD /da-go", "HEAD /khong-co"],
            other.Asked.Skip(asked).Order(StringComparer.Ordinal)
        );
        await Database.Sql.RunAsync("update article set body_html = '<p>Không còn liên kết</p>'", Stop);
        await RoundAsync(site, other, id);
        Assert.DoesNotContain("khong-co", await editor.ReadAsync(Dead), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_link_of_the_frame_is_told_beside_its_field()
    {
        await using var other = await OtherSite.OpenAsync();
        await using var site = await OpenAsync();
        using var admin = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        var id = await LinkingAsync(site, "co");
        await Database.Sql.RunAsync(
            """
            insert into website_link (group_id, position, name, address, in_block)
            select id, 1, 'Báo', 'http://bao.example.vn/da-go', true from link_group;
            insert into menu_item (position, label_vi, label_en, target, in_footer)
            values (9, 'Báo', 'Paper', 'http://bao.example.vn/khong-co', false), (9, 'Báo', 'Paper', 'http://BAO.example.vn/khong-co', true);
            insert into home_notice (position, text_vi, text_en, target)
            values (1, 'Còn', 'There', 'http://bao.example.vn/co'), (2, 'Mất', 'Gone', 'http://bao.example.vn/khong-co')
            """,
            Stop
        );
        const string Frame = "/ban-bien-tap/cong";
        Assert.DoesNotContain("Liên kết hỏng:", await admin.ReadAsync(Frame), StringComparison.Ordinal);
        await RoundAsync(site, other, id);
        var frame = await admin.ReadAsync(Frame);
        Assert.Contains("Liên kết hỏng: trang không còn (410) (hỏi lúc 04/03/2020 02:42 CH).", frame, StringComparison.Ordinal);
        Assert.Contains("Liên kết hỏng: trang không còn (404)", frame, StringComparison.Ordinal);
        foreach (var page in (string[])[Frame + "/chan-trang", Frame + "/trang-chu"])
            Assert.Equal(2, (await admin.ReadAsync(page)).Split("Liên kết hỏng: trang không còn (404)").Length);
    }

    [Theory]
    [InlineData("loi", "máy chủ bên đó báo lỗi (500)")]
    [InlineData("cham", "không có trả lời")]
    public async Task Silence_is_told_only_when_it_comes_again_and_ends_with_an_answer(string path, string said)
    {
        await using var other = await OtherSite.OpenAsync();
        await using var site = await OpenAsync();
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        var id = await LinkingAsync(site, "co", path);
        await RoundAsync(site, other, id);
        Assert.Contains("Mọi liên kết ra ngoài", await editor.ReadAsync(Dead), StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromHours(2));
        await RoundAsync(site, other, id);
        Assert.Contains(said, await editor.ReadAsync(Dead), StringComparison.Ordinal);
        await Database.Sql.RunAsync(
            "update outside_link set address = 'http://bao.example.vn/song-lai' where state = 'Silent'",
            Stop
        );
        site.Time.Advance(TimeSpan.FromDays(2));
        await RoundAsync(site, other, article: null);
        Assert.Contains("Mọi liên kết ra ngoài", await editor.ReadAsync(Dead), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_without_the_outside_tells_of_nothing()
    {
        await using var other = await OtherSite.OpenAsync();
        other.IsCutOff = true;
        await using var site = await OpenAsync();
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        var id = await LinkingAsync(site, "co", "khong-co");
        for (var round = 0; round < 4; round++)
        {
            await RoundAsync(site, other, id);
            site.Time.Advance(TimeSpan.FromDays(1));
        }
        Assert.Contains("Mọi liên kết ra ngoài", await editor.ReadAsync(Dead), StringComparison.Ordinal);
        Assert.DoesNotContain("Liên kết hỏng: ", await editor.ReadAsync("/ban-bien-tap"), StringComparison.Ordinal);
        // Where the setting says no, what was known before is not told either.
        other.IsCutOff = false;
        await RoundAsync(site, other, id);
        Assert.Contains("trang không còn (404)", await editor.ReadAsync(Dead), StringComparison.Ordinal);
        await using var off = await OpenAsync(settings => settings with { CheckLinks = false });
        using var again = new Visitor(off);
        (await again.SignInAsync("thuha", Visitor.Password)).Dispose();
        Assert.Contains("đang tắt trong thiết lập", await again.ReadAsync(Dead), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "trang không còn (404)",
            await again.ReadAsync($"/ban-bien-tap/bai/{id}"),
            StringComparison.Ordinal
        );
    }

    private Task<Site> OpenAsync(Func<SiteSettings, SiteSettings>? change = null) =>
        Site.OpenAsync(Database.Address, change ?? (settings => settings with { CheckLinks = true }));

    /// <summary>An article that is being written, with links to the other site; each is called as its path.</summary>
    private async Task<long> LinkingAsync(Site site, params string[] paths)
    {
        await Database.Sql.RunAsync("insert into link_group (position, name_vi, name_en) values (1, 'Báo', 'Papers')", Stop);
        var writer = await DeskHand.OfAsync(site, 1, Role.Reporter);
        var id = await writer.BeginAsync("Bài dẫn liên kết");
        var body = string.Concat(paths.Select(path => $"<p><a href=\"http://bao.example.vn/{path}\">{path}</a></p>"));
        await writer.SaveAsync(id, await DeskHand.EditAsync(site, "Bài dẫn liên kết", body));
        return id;
    }

    private static async Task RoundAsync(Site site, OtherSite other, long? article)
    {
        var links = site.Service<OutsideLinks>();
        var now = site.Time.Now.UtcDateTime;
        if (article is { } id)
            await links.NoteArticleAsync(id, now, Stop);
        if (article is not null)
            await links.NoteBlocksAsync(now, Stop);
        using var round = new LinkRound(links, new(other.Reader), site.Service<Web.Platform.Time.SiteClock>());
        await round.RunAsync(Stop);
    }
}

/// <summary>What the program asks for others, and what it does not.</summary>
public sealed class OutsideAddressTests
{
    [Theory]
    [InlineData("https://Bao.Example.vn/bài?a=1#x", "https://bao.example.vn/b%C3%A0i?a=1")]
    [InlineData("http://bao.example.vn", "http://bao.example.vn/")]
    [InlineData("http://bao.example.vn:8080/", null)]
    [InlineData("http://a:b@bao.example.vn/", null)]
    [InlineData("http://localhost/", null)]
    [InlineData("ftp://bao.example.vn/", null)]
    [InlineData("/bai-viet/x-1", null)]
    [InlineData("https://cong.example.vn/bai-viet/x-1", null)]
    [InlineData("https://cong.example.vn.evil.example/", "https://cong.example.vn.evil.example/")]
    public void Only_pages_of_other_sites_are_asked(string address, string? spelled) =>
        Assert.Equal(spelled, OutsideAddress.Of(address, "https://cong.example.vn"));

    [Theory]
    [InlineData("113.160.0.1", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2404:6800:4005::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:1::1", false)]
    public void No_address_inside_counts_as_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, OutsideAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task Nobody_inside_is_asked_whatever_the_name(string address)
    {
        using var reader = LinkReader.OfTheInternet();
        Assert.Equal(LinkState.Inside, (await reader.AskAsync(address, TestContext.Current.CancellationToken)).State);
    }

    [Fact]
    public async Task A_redirection_leads_nobody_inside_either()
    {
        await using var other = await OtherSite.OpenAsync();
        using var reader = other.Reader();
        var answer = await reader.AskAsync("http://bao.example.vn/chuyen-vao-trong", TestContext.Current.CancellationToken);
        Assert.Equal((LinkState.Inside, 1), (answer.State, other.Asked.Count));
    }
}
