using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Portal.Demo;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Visits;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Newsroom.Import;

public abstract partial class ImportPagesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ImportPagesTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ImportPagesTests(database),
            IClassFixture<PostgresTestDatabase>;

    private static readonly ImportOptions Adopting = new(AdoptStatistics: true);
    private static readonly byte[] Seed = Encoding.UTF8.GetBytes(DemoFiles.Text("tap-trung-chuan-bi.txt"));

    private readonly SavedPages pages = new();

    public override ValueTask DisposeAsync()
    {
        pages.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task The_saved_page_becomes_an_article_with_each_of_its_lines_in_order()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages.File("seed.txt", Seed);
        var outcome = Assert.Single(await ImportAsync(site, Adopting, "seed.txt"));
        var home = await site.ReadAsync("/");
        Assert.Contains(outcome.ArticlePath!, home, StringComparison.Ordinal);
        var text = PlainText(await site.ReadAsync(outcome.ArticlePath!));
        var at = 0;
        foreach (var line in LinesOf(Seed))
        {
            var found = text.IndexOf(line, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"«{line}» is missing, or stands before what comes before it");
            at = found + line.Length;
        }
    }

    [Fact]
    public async Task Views_and_odometer_go_on_from_the_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages.File("seed.txt", Seed);
        var path = (await ImportAsync(site, Adopting, "seed.txt"))[0].ArticlePath!;
        await site.Service<VisitCounter>().FlushAsync(Stop);
        var first = PlainText(await site.ReadAsync(path));
        Assert.Contains("Lượt xem: 26", first, StringComparison.Ordinal);
        // The visit that begins with this view is the first since the adoption.
        Assert.Contains("000025820", first, StringComparison.Ordinal);
        Assert.Contains("Trong tuần: 804", first, StringComparison.Ordinal);
        Assert.Contains("Trong tháng: 1.758", first, StringComparison.Ordinal);
        Assert.Contains("Trong năm: 18.526", first, StringComparison.Ordinal);
        Assert.Contains("Lượt xem: 27", PlainText(await site.ReadAsync(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_adopts_nothing_twice()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages.File("seed.txt", Seed);
        await ImportAsync(site, Adopting, "seed.txt");
        var before = await RowsAsync();
        var again = Assert.Single(await ImportAsync(site, Adopting, "seed.txt"));
        Assert.Equal(PageResult.Unchanged, again.Result);
        // Notes on looking again are advice, no content.
        Assert.Equal(before.Where(row => row.Key != "change_log"), (await RowsAsync()).Where(row => row.Key != "change_log"));
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal(25_819, site.Service<VisitCounter>().Numbers.Odometer);
        Assert.Equal(26, site.Service<VisitCounter>().ViewsOf(again.ArticleId));
    }

    [Fact]
    public async Task Without_the_option_nothing_of_the_statistics_is_adopted()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages.File("seed.txt", Seed);
        var outcome = Assert.Single(await ImportAsync(site, new(), "seed.txt"));
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal(0, site.Service<VisitCounter>().Numbers.Odometer);
        Assert.Equal(0, site.Service<VisitCounter>().ViewsOf(outcome.ArticleId));
    }

    [Fact]
    public async Task Statistics_of_a_page_saved_earlier_never_turn_the_counter_back()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var import = site.Service<ImportPages>();
        Assert.Equal(StatisticsAdoption.Adopted, await import.AdoptAsync("b", new(25_819, 7, null, 803, 1_757, 18_525), Stop));
        Assert.Equal(StatisticsAdoption.Older, await import.AdoptAsync("a", new(24_000, 7, null, 803, 1_757, 18_525), Stop));
        Assert.Equal(StatisticsAdoption.Before, await import.AdoptAsync("b", new(25_819, 7, null, 803, 1_757, 18_525), Stop));
        Assert.Equal(StatisticsAdoption.Adopted, await import.AdoptAsync("c", new(30_000, 7, null, 900, 2_000, 20_000), Stop));
        await site.Service<VisitCounter>().FlushAsync(Stop);
        var numbers = site.Service<VisitCounter>().Numbers;
        Assert.Equal((30_000, 900, 2_000, 20_000), (numbers.Odometer, numbers.Week, numbers.Month, numbers.Year));
    }

    [Fact]
    public async Task A_changed_text_is_a_new_revision_of_the_same_article()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var first = await ImportOneAsync(site, "a.html", page => page.Html("a.html"));
        var second = await ImportOneAsync(
            site,
            "a.html",
            page => page.Html("a.html", text: "Đính chính: có 121 đảng viên dự đại hội điểm của Đảng bộ xã Lộc Hòa.")
        );
        Assert.Equal((PageResult.Revised, first.ArticleId), (second.Result, second.ArticleId));
        await using var database = Database.Factory.Create();
        var revisions = await database.Set<ArticleRevision>().OrderBy(r => r.Number).ToListAsync(Stop);
        Assert.Equal([1, 2], revisions.Select(revision => revision.Number));
        Assert.Contains("120 đảng viên", revisions[0].Lead, StringComparison.Ordinal);
        Assert.Contains("121 đảng viên", await site.ReadAsync(second.ArticlePath!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_text_that_comes_again_changes_nothing()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await ImportOneAsync(site, "a.html", page => page.Html("a.html"));
        var newer = await ImportOneAsync(
            site,
            "b.html",
            page => page.Html("b.html", text: "Đính chính: có 121 đảng viên dự đại hội điểm của Đảng bộ xã Lộc Hòa.")
        );
        var older = Assert.Single(await ImportAsync(site, new(), "a.html"));
        Assert.Equal((PageResult.Unchanged, newer.ArticleId), (older.Result, older.ArticleId));
        Assert.Contains("121 đảng viên", await site.ReadAsync(newer.ArticlePath!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_views_alone_are_no_other_text_but_a_higher_count_to_go_on_from()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages.Html("a.html", views: 26);
        await ImportAsync(site, Adopting, "a.html");
        pages.Html("a.html", views: 1_400);
        var later = Assert.Single(await ImportAsync(site, Adopting, "a.html"));
        pages.Html("a.html", views: 31);
        await ImportAsync(site, Adopting, "a.html");
        await site.Service<VisitCounter>().FlushAsync(Stop);
        Assert.Equal((PageResult.Unchanged, 1_400), (later.Result, site.Service<VisitCounter>().ViewsOf(later.ArticleId)));
    }

    [Theory]
    [InlineData("https://cu.example.vn/tin/7.html")]
    [InlineData("http://CU.example.vn/tin/7.html")]
    public async Task A_page_is_known_by_its_canonical_address_whatever_its_title(string address)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var first = await ImportOneAsync(
            site,
            "a.html",
            page => page.Html("a.html", canonical: "http://cu.example.vn/tin/7.html")
        );
        var second = await ImportOneAsync(
            site,
            "b.html",
            page => page.Html("b.html", title: "Tiêu đề đã sửa", canonical: address)
        );
        Assert.Equal((PageResult.Revised, first.ArticleId), (second.Result, second.ArticleId));
    }

    [Fact]
    public async Task Without_an_address_title_and_date_together_are_the_page()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var first = await ImportOneAsync(site, "a.html", page => page.Html("a.html", title: "Đảng uỷ xã hoà giải"));
        var same = await ImportOneAsync(site, "b.html", page => page.Html("b.html", title: "Đảng ủy xã hòa giải"));
        var nextYear = await ImportOneAsync(
            site,
            "c.html",
            page => page.Html("c.html", title: "Đảng ủy xã hòa giải", date: "04/03/2021 14:42")
        );
        Assert.Equal(first.ArticleId, same.ArticleId);
        Assert.NotEqual(first.ArticleId, nextYear.ArticleId);
    }

    [Fact]
    public async Task One_refused_file_never_stops_the_others_and_each_says_why()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages
            .Html("a.html")
            .File("b-empty.html", [])
            .File("c-picture.html", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])
            .File("d-large.txt", new byte[PageRecogniser.SizeLimit + 1])
            .File("e-no-text.html", "<html><title>Chỉ có tiêu đề</title><h1>Chỉ có tiêu đề</h1></html>"u8.ToArray())
            .File("f-no-title.html", "<html><body><p>..</p></body></html>"u8.ToArray())
            .Html("g.html", title: "Bài thứ hai của thư mục này");
        var outcomes = await ImportAsync(site, new());
        Assert.Equal(
            [
                ("a.html", PageResult.Imported, null),
                ("b-empty.html", PageResult.Refused, PageRefusal.NotAPage),
                ("c-picture.html", PageResult.Refused, PageRefusal.NotAPage),
                ("d-large.txt", PageResult.Refused, PageRefusal.OverSizeLimit),
                ("e-no-text.html", PageResult.Refused, PageRefusal.NoBody),
                ("f-no-title.html", PageResult.Refused, PageRefusal.NoTitle),
                ("g.html", PageResult.Imported, null),
            ],
            outcomes.Select(outcome => (outcome.FileName, outcome.Result, outcome.Refusal))
        );
    }

    [Fact]
    public async Task A_trial_writes_nothing_and_says_what_would_become_of_each_file()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await ImportOneAsync(site, "a.html", page => page.Html("a.html"));
        pages
            .Html("b.html", title: "Bài mới của thư mục này")
            .Html("c.html", title: "Bài mới của thư mục này")
            .File("d.html", []);
        pages.Html("e.html", title: "Bài mới của thư mục này", text: "Một lời khác hẳn về cùng một việc, đủ dài để là sapo.");
        var before = await RowsAsync();
        var trial = await ImportAsync(site, new(DryRun: true, AdoptStatistics: true));
        Assert.Equal(before, await RowsAsync());
        var real = await ImportAsync(site, new());
        Assert.Equal(real.Select(o => (o.FileName, o.Result)), trial.Select(o => (o.FileName, o.Result)));
        Assert.Equal(
            [PageResult.Unchanged, PageResult.Imported, PageResult.Unchanged, PageResult.Refused, PageResult.Revised],
            trial.Select(outcome => outcome.Result)
        );
    }

    [Fact]
    public async Task The_original_bytes_of_every_text_are_kept()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await ImportOneAsync(site, "a.html", page => page.Html("a.html"));
        var first = await File.ReadAllBytesAsync(pages.PathOf("a.html"), Stop);
        await ImportOneAsync(
            site,
            "a.html",
            page => page.Html("a.html", text: "Một lời khác hẳn về cùng một việc, đủ dài để là sapo.")
        );
        var second = await File.ReadAllBytesAsync(pages.PathOf("a.html"), Stop);
        await using var database = Database.Factory.Create();
        var kept = await database.Set<ImportedFile>().OrderBy(file => file.Id).ToListAsync(Stop);
        Assert.Equal([first, second], kept.Select(file => file.Unpack()));
    }

    [Fact]
    public async Task Pictures_beside_the_page_come_into_the_media_store()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages
            .Picture("tin/a_files/dai bieu.jpg")
            .Html(
                "tin/a.html",
                inside: """<p><img src="a_files/dai%20bieu.jpg" alt="Đại biểu bỏ phiếu"></p><p><img src="mat.jpg"></p>"""
            );
        var outcome = Assert.Single(await ImportAsync(site, new()));
        Assert.Equal((1, "mat.jpg"), (outcome.Pictures, Assert.Single(outcome.LostPictures)));
        var page = await site.ReadAsync(outcome.ArticlePath!);
        var picture = PictureAddress().Match(page);
        Assert.True(picture.Success, "no picture on the page");
        using var answer = await site.Reader.GetAsync(picture.Value, Stop);
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("alt=\"Đại biểu bỏ phiếu\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_photographs_in_gif_come_as_they_look()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var gif = Convert.FromBase64String("R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");
        pages.File("anh.gif", gif).Html("a.html", inside: "<p><img src=\"anh.gif\" width=\"400\"></p>");
        Assert.Equal(1, (await ImportAsync(site, new(), "a.html"))[0].Pictures);
    }

    [Theory]
    [InlineData("../secret.jpg")]
    [InlineData("..%2Fsecret.jpg")]
    [InlineData("..\\secret.jpg")]
    [InlineData("link/secret.jpg")]
    [InlineData("link.jpg")]
    [InlineData("file:///{0}")]
    [InlineData("{0}")]
    [InlineData("https://cu.example.vn/../secret.jpg")]
    [InlineData("a%00.jpg")]
    public async Task No_picture_is_taken_from_outside_the_folder(string source)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var outside = new SavedPages();
        outside.Picture("secret.jpg");
        File.Copy(outside.PathOf("secret.jpg"), pages.PathOf("secret.jpg"));
        var folder = pages.PathOf("trang");
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), outside.Folder);
        File.CreateSymbolicLink(Path.Combine(folder, "link.jpg"), outside.PathOf("secret.jpg"));
        var written = string.Format(CultureInfo.InvariantCulture, source, outside.PathOf("secret.jpg"));
        pages.Html("trang/a.html", inside: $"<p><img src=\"{written}\"></p>");
        var outcomes = await ImportAsync(site, new(), "trang");
        Assert.Equal(0, Assert.Single(outcomes).Pictures);
        Assert.Equal(0, (await RowsAsync())["picture"]);
    }

    [Theory]
    [InlineData("/Tin/Detail.aspx?id=1234&lang=VI")]
    [InlineData("/tin/detail.aspx?id=1234&lang=vi")]
    public async Task Addresses_of_the_old_site_lead_to_the_article(string asked)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var outcome = await ImportOneAsync(
            site,
            "a.html",
            page => page.Html("a.html", canonical: "http://cu.example.vn/Tin/Detail.aspx?id=1234&amp;lang=VI")
        );
        using var answer = await site.Reader.GetAsync(asked, Stop);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, outcome.ArticlePath),
            (answer.StatusCode, answer.Headers.Location!.ToString())
        );
    }

    [Fact]
    public async Task A_link_between_two_pages_of_a_copied_site_still_leads_there()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages.Html("tin/a.html", inside: "<p>Xem <a href=\"b.html\">bài trước</a> về việc này ở trong xã.</p>");
        pages.Html("tin/b.html", title: "Bài trước về việc này");
        var outcomes = await ImportAsync(site, new());
        Assert.Contains("href=\"/tin/b.html\"", await site.ReadAsync(outcomes[0].ArticlePath!), StringComparison.Ordinal);
        using var answer = await site.Reader.GetAsync("/tin/b.html", Stop);
        Assert.Equal(outcomes[1].ArticlePath, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_page_without_a_date_has_that_of_its_file_and_none_lies_in_the_future()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages.Html("a.html", date: null).Html("b.html", title: "Bài ghi nhầm năm", date: "04/03/2031 14:42");
        File.SetLastWriteTimeUtc(pages.PathOf("a.html"), new DateTime(2019, 5, 6, 7, 8, 0, DateTimeKind.Utc));
        var outcomes = await ImportAsync(site, new());
        await using var database = Database.Factory.Create();
        var dates = await database.Set<Article>().OrderBy(a => a.Id).Select(a => a.PublishedAt).ToListAsync(Stop);
        Assert.Equal([new DateTime(2019, 5, 6, 7, 8, 0, DateTimeKind.Utc), site.Time.Now.UtcDateTime], dates);
        Assert.Equal([true, false], outcomes.Select(outcome => outcome.DatedByFile));
    }

    [Fact]
    public async Task Sections_authors_and_keywords_of_the_old_site_are_shared_by_name()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        pages
            .Html("a.html", section: "Xây dựng Đảng")
            .Html("b.html", title: "Bài thứ hai", section: "Công tác dân vận")
            .Html("c.html", title: "Bài thứ ba", section: "CÔNG TÁC DÂN VẬN")
            .Html("d.html", title: "Bài thứ tư");
        await ImportAsync(site, new(Section: "thong-bao"));
        await using var database = Database.Factory.Create();
        var sections = await database
            .Set<Article>()
            .OrderBy(a => a.Id)
            .Join(database.Set<Category>(), a => a.CategoryId, c => c.Id, (_, c) => c.Slug)
            .ToListAsync(Stop);
        Assert.Equal(["xay-dung-dang", "cong-tac-dan-van", "cong-tac-dan-van", "thong-bao"], sections);
        Assert.Equal(1, (await RowsAsync())["author"]);
    }

    [Fact]
    public async Task Pages_that_call_everything_a_section_do_not_fill_the_menus()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        for (var i = 0; i < 60; i++)
            pages.Html($"{i:00}.html", title: $"Bài số {i}", section: $"Mục số {i}");
        await ImportAsync(site, new());
        Assert.Equal(40, (await RowsAsync())["category"]);
    }

    [Fact]
    public async Task An_old_encoding_says_what_it_was_read_as()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var tcvn3 = Encoding.Latin1.GetBytes(
            "§¹i héi ®iÓm ë x· Léc Hßa\n04/03/2020 14:42\n\nS¸ng 3-3, §¶ng bé x· tæ chøc ®¹i héi ®iÓm víi sù tham dù cña toµn thÓ ®¶ng viªn.\n\n§¹i héi bÇu Ban ChÊp hµnh kho¸ míi.\n"
        );
        pages.File("a.txt", tcvn3);
        var outcome = Assert.Single(await ImportAsync(site, new()));
        var line = new StringWriter();
        using var report = new ImportAsText(line, Ui.Texts.Vietnamese);
        report.Tell(outcome);
        Assert.Equal("Đại hội điểm ở xã Lộc Hòa", outcome.Page!.Title);
        Assert.Contains("đọc theo tcvn3", line.ToString(), StringComparison.Ordinal);
        Assert.Contains("chữ hoa có dấu đã mất", line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_html_comes_out_as_text()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var outcome = await ImportOneAsync(
            site,
            "a.html",
            page =>
                page.Html(
                    "a.html",
                    title: "Họp <script>alert(1)</script> bàn",
                    text: "Lời mở đầu đủ dài để là sapo của bài <script>alert(2)</script><img src=x onerror=alert(3)> này.",
                    inside: "<p onclick=\"alert(4)\">Đoạn <a href=\"javascript:alert(5)\">liên kết</a> <iframe src=\"//evil.example\"></iframe></p>"
                )
        );
        var page = await site.ReadAsync(outcome.ArticlePath!);
        foreach (var bad in new[] { "alert(2)", "onerror", "onclick", "javascript:", "<iframe", "<script>alert" })
            Assert.DoesNotContain(bad, page, StringComparison.Ordinal);
    }

    private async Task<PageOutcome> ImportOneAsync(Site site, string name, Action<SavedPages> save)
    {
        save(pages);
        return Assert.Single(await ImportAsync(site, new(), name));
    }

    /// <summary>As the verb does it: the pages, then the statistics. Without names the whole folder.</summary>
    private async Task<List<PageOutcome>> ImportAsync(Site site, ImportOptions options, params string[] names)
    {
        var paths = names.Length == 0 ? [pages.Folder] : names.Select(pages.PathOf);
        var files = PageFiles.Under(paths, out var missing);
        Assert.Null(missing);
        var outcomes = new List<PageOutcome>();
        var import = site.Service<ImportPages>();
        await foreach (var outcome in import.RunAsync(files!.Pages, options, Stop))
            outcomes.Add(outcome);
        if (options is { AdoptStatistics: true, DryRun: false } && outcomes[0].Page?.Statistics is { } statistics)
            await import.AdoptAsync(PageIdentity.ReadingOf(statistics), statistics, Stop);
        return outcomes;
    }

    private async Task<SortedDictionary<string, long>> RowsAsync()
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var database = Database.Factory.Create();
        foreach (var table in database.Model.GetEntityTypes().Select(type => type.GetTableName()!))
            rows[table] = await Database.Sql.FirstAsync($"select count(*) from {table}", row => row.GetInt64(0), Stop);
        return rows;
    }

    private static IEnumerable<string> LinesOf(byte[] page) =>
        Encoding
            .UTF8.GetString(page)
            .Split('\n')
            .Select(line => line.Trim().TrimStart('•').Trim())
            .Where(line => line.Length > 0)
            .Select(line => line.EndsWith(" In trang", StringComparison.Ordinal) ? line[..^" In trang".Length] : line)
            // What is counted lives on; its own test holds its numbers.
            .Select(line => LiveLine().IsMatch(line) ? line.Split(':')[0] : line)
            .Where(line => line != "000025819");

    [GeneratedRegex("^(Lượt xem|Đang online|Trong tuần|Trong tháng|Trong năm): ")]
    private static partial Regex LiveLine();

    [GeneratedRegex("/anh/[0-9a-f]{64}-\\d+\\.webp")]
    private static partial Regex PictureAddress();

    private static string PlainText(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Head().Replace(html, ""), "")), " ");

    [GeneratedRegex("<head>.*?</head>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
