using System.Globalization;
using System.Text.Json;
using DaiHoi.Web.Newsroom.Carrying;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Hostile;

/// <summary>
/// Every hostile text through every field of text that a table has, and out of every kind of answer: pages, paper, feeds,
/// search, desk, log. What a browser makes of the answer must hold nothing that runs.
/// </summary>
public abstract class StoredScriptTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : StoredScriptTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : StoredScriptTests(database),
            IClassFixture<PostgresTestDatabase>;

    // Not texts of people: keys, states, hashes, secrets, and HTML, which only the cleaner writes.
    private static readonly string[] NotWords =
    [
        "slug",
        "status",
        "code",
        "path",
        "sha256",
        "hash",
        "previous",
        "level",
        "role",
        "content_type",
        "key",
        "key_hash",
        "code_hash",
        "password_hash",
        "security_stamp",
        "concurrency_stamp",
        "normalized_user_name",
        "normalized_email",
        "user_name",
        "language",
        "body_html",
        "body_vi",
        "body_en",
        "search_text",
        "login_provider",
        "provider_key",
        "means",
        "subject",
        "action",
        "subject_name",
        "actor_name",
        "before",
        "after",
        "from_address",
        "data",
        "original",
        "content_sha256",
        "identity",
        "content",
        "credential_id",
        "layout",
        "state",
        "kind",
        "width",
        "step",
    ];

    [Fact]
    public void The_corpus_is_large_and_no_two_are_the_same()
    {
        Assert.True(HostileTexts.All.Count >= 200);
        Assert.Equal(HostileTexts.All.Count, HostileTexts.All.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("<p>x</p><script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<picture><source srcset=\"//evil.example/x.webp\"></picture>")]
    [InlineData("<a href=\" java\nscript:alert(1)\">x</a>")]
    [InlineData("<script type=\"application/ld+json\">{}</script><script src=\"//evil.example/x.js\"></script>")]
    public void A_planted_script_is_found(string page) => Assert.NotEmpty(HarmlessPage.Problems(page));

    [Fact]
    public async Task Articles_with_hostile_texts_in_every_field_come_out_harmless()
    {
        await using var site = await OpenAsync();
        var folder = Path.Combine(Database.Address.Folder, "hostile");
        await WriteArticlesAsync(folder);
        using (var files = CarriedFiles.Open(folder))
        {
            var (faults, taken, _, _) = await site.Service<ImportArticles>().RunAsync(files, Stop);
            Assert.Empty(faults);
            Assert.Equal(HostileTexts.All.Count, taken);
        }
        Directory.Delete(folder, recursive: true);
        foreach (var path in await ArticlePathsAsync())
        {
            var html = await CheckAsync(site, path);
            // Not harmless because it was lost: the number of the text stands in the page.
            Assert.Contains("7" + Number(path).ToString("D4", CultureInfo.InvariantCulture), html, StringComparison.Ordinal);
            await CheckAsync(site, path + "/in");
            await CheckAsync(site, path + "/luu");
        }
        foreach (var path in (string[])["/", "/en", "/doc-nhieu", "/chuyen-muc/tin-tuc", "/so-do", "/tac-gia/x", "/thong-ke"])
            await CheckAsync(site, path);
        foreach (var slug in await Database.Sql.ListAsync("select slug from author", row => row.GetString(0), Stop))
            await CheckAsync(site, "/tac-gia/" + slug);
        foreach (var slug in await Database.Sql.ListAsync("select slug from tag limit 60", row => row.GetString(0), Stop))
            await CheckAsync(site, "/tu-khoa/" + slug);
        foreach (var feed in (string[])["/rss.xml", "/chuyen-muc/tin-tuc/rss.xml", "/sitemap.xml", "/sitemap-1.xml"])
            Assert.Empty(HarmlessPage.ProblemsOfFeed(await site.ReadAsync(feed)));
    }

    [Fact]
    public async Task What_is_searched_for_comes_out_harmless()
    {
        await using var site = await OpenAsync();
        foreach (var text in HostileTexts.All)
        {
            await CheckAsync(site, "/tim-kiem?q=" + Uri.EscapeDataString(text));
            await CheckAsync(site, "/van-ban?q=" + Uri.EscapeDataString(text));
        }
    }

    [Fact]
    public async Task Every_field_of_text_in_every_table_comes_out_harmless()
    {
        await using var site = await OpenAsync();
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor, Role.Administrator);
        await FillAsync(site);
        var fields = await FieldsAsync();
        Assert.True(fields.Count > 40, string.Join(' ', fields));
        var account = await Database.Sql.FirstAsync(
            "select id from account where user_name = 'giamsat'",
            row => row.GetInt64(0),
            Stop
        );
        var article = (await ArticlePathsAsync())[0];
        var document = await Database.Sql.FirstAsync("select id from official_document", row => row.GetInt64(0), Stop);
        // Each round gives each field another text, until each text has been in each field's place many times over.
        for (var round = 0; round < 12; round++)
        {
            for (var i = 0; i < fields.Count; i++)
                await PutAsync(fields[i], HostileTexts.All[((round * 17) + i) % HostileTexts.All.Count]);
            site.Service<ChangeFeed>().Announce([PortalFrames.Key, "articles", "documents", "links", "pages"], []);
            string[] paths =
            [
                "/",
                "/en",
                article,
                article + "/in",
                "/lien-ket",
                "/en/lien-ket",
                "/van-ban",
                $"/van-ban/x-{document}",
                "/trang/gioi-thieu",
                "/en/trang/gioi-thieu",
                "/so-do",
                "/chuyen-muc/tin-tuc",
                "/khong-co",
                "/thong-ke",
                "/doc-nhieu",
            ];
            foreach (var path in paths)
                await CheckAsync(site, path);
            Assert.Empty(HarmlessPage.ProblemsOfFeed(await site.ReadAsync("/rss.xml")));
            foreach (
                var path in (string[])
                    [
                        "/tai-khoan",
                        "/quan-tri/tai-khoan",
                        $"/quan-tri/tai-khoan/{account}",
                        "/quan-tri/tai-khoan/moi",
                        "/nhat-ky",
                        "/tai-khoan/khoa-truy-cap",
                        "/ban-bien-tap/cong/trang-chu",
                        "/ban-bien-tap/cong",
                        "/ban-bien-tap/cong/chan-trang",
                        "/ban-bien-tap/cong/bieu-trung",
                    ]
            )
            {
                using var answer = await auditor.GetAsync(path);
                var problems = HarmlessPage.Problems(await answer.Content.ReadAsStringAsync(Stop)).ToList();
                Assert.True(
                    problems.Count == 0 && answer.IsSuccessStatusCode,
                    $"{path} {answer.StatusCode}: {string.Join('\n', problems)}"
                );
            }
        }
    }

    [Fact]
    public async Task The_log_shows_hostile_deeds_as_text()
    {
        await using var site = await OpenAsync();
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        foreach (var texts in HostileTexts.All.Chunk(5))
        {
            await using var database = Database.Factory.Create();
            await using var transaction = await database.Database.BeginTransactionAsync(Stop);
            await site.Service<AuditLog>()
                .AppendWithinTransactionAsync(
                    database,
                    new(null, Plain(texts[0]), Cut(Plain(texts[^1]), 60)),
                    new(
                        Cut(Plain(texts[0]), 60),
                        Cut(Plain(texts[^1]), 90),
                        Plain(texts[0]),
                        new Dictionary<string, string>(StringComparer.Ordinal) { [texts[0]] = texts[^1] },
                        texts.Select(text => new Dictionary<string, string>(StringComparer.Ordinal) { [text] = text })
                    ),
                    Stop
                );
            await transaction.CommitAsync(Stop);
        }
        var seen = "";
        for (string? path = "/nhat-ky"; path is not null; )
        {
            using var answer = await auditor.GetAsync(path);
            var html = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Empty(HarmlessPage.Problems(html));
            seen += html;
            path = System.Text.RegularExpressions.Regex.Match(html, "href=\"(/nhat-ky[^\"]*)\" rel=\"next\"")
                is { Success: true } next
                ? System.Net.WebUtility.HtmlDecode(next.Groups[1].Value)
                : null;
        }
        Assert.Contains(HostileTexts.NumberOf(0), seen, StringComparison.Ordinal);
        foreach (var text in HostileTexts.All.Where((_, i) => i % 10 == 0))
        {
            using var answer = await auditor.GetAsync(
                "/nhat-ky?ai=" + Uri.EscapeDataString(text) + "&tu-ngay=" + Uri.EscapeDataString(text)
            );
            Assert.Empty(HarmlessPage.Problems(await answer.Content.ReadAsStringAsync(Stop)));
        }
    }

    [Fact]
    public async Task What_is_typed_at_the_desk_comes_back_as_text()
    {
        await using var site = await OpenAsync();
        using var administrator = await Visitor.SignedInAsync(site, "quan-tri", Role.Administrator);
        foreach (var text in HostileTexts.All.Where((_, i) => i % 4 == 0))
        {
            foreach (
                var (path, fields) in ((string, string[])[])
                    [
                        ("/quan-tri/tai-khoan/moi", ["display", "name", "email", "role", "organisation"]),
                        ("/dang-nhap", ["name", "ve"]),
                    ]
            )
            {
                using var visitor = path == "/dang-nhap" ? new Visitor(site) : null;
                using var answer = await (visitor ?? administrator).SendAsync(path, [.. fields.Select(field => (field, text))]);
                Assert.Empty(HarmlessPage.Problems(await answer.Content.ReadAsStringAsync(Stop)));
            }
        }
    }

    private Task<Site> OpenAsync() => Site.OpenAsync(Database.Address, settings => settings with { PageStoreBytes = 0 });

    private static async Task<string> CheckAsync(Site site, string path)
    {
        var html = await site.ReadAsync(path);
        var problems = HarmlessPage.Problems(html).ToList();
        Assert.True(problems.Count == 0, $"{path}: {string.Join('\n', problems)}");
        return html;
    }

    private static async Task WriteArticlesAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var lines = new StreamWriter(Path.Combine(folder, CarriedFiles.Articles));
        for (var i = 0; i < HostileTexts.All.Count; i++)
        {
            var (text, at) = (HostileTexts.All[i], SettableTime.Usual.UtcDateTime.AddMinutes(-i));
            var article = new CarriedArticle(
                i + 1,
                $"/bai-viet/x-{i + 1}",
                "published",
                new("tin-tuc", "Tin tức", "News"),
                text,
                [$"{text} {i % 7}"],
                [$"{text} {i % 9}"],
                [new(null, null, null, text, text, text)],
                1,
                i == 0 ? 1 : null,
                at,
                null,
                text,
                [],
                i,
                [new("T" + text, text, text, $"<p>{text}</p>{text}<figure data-photo=\"1\">{text}</figure>", at, text)]
            );
            await lines.WriteLineAsync(JsonSerializer.Serialize(article, CarriedForm.Json.CarriedArticle));
        }
    }

    private Task<List<string>> ArticlePathsAsync() =>
        Database.Sql.ListAsync(
            "select slug, id from article where status = 'Published' order by id",
            row => ArticlePath.Of(row.GetString(0), row.GetInt64(1)),
            Stop
        );

    private static int Number(string path) => int.Parse(path.AsSpan(path.LastIndexOf('-') + 1), CultureInfo.InvariantCulture) - 1;

    /// <summary>One row at least in each table that people fill.</summary>
    private async Task FillAsync(Site site)
    {
        await An.Article("Bài").By("Thu Hà").Tagged("đại hội").SaveAsync(site);
        await Database.Sql.RunAsync(
            """
            insert into photo (article_id, caption, alternative_text, credit) select id, '', '', '' from article;
            insert into official_document (number, type, issued_on, issuing_body, signatory, summary, search_text)
            values ('1', 'x', '2020-03-04', 'x', 'x', 'x', 'x');
            insert into document_file (document_id, name, content_type, sha256, length)
            select id, 'x.pdf', 'application/pdf', 'abc', 3 from official_document;
            insert into link_group (name_vi, name_en, position) values ('x', 'x', 1);
            insert into website_link (group_id, name, address, position, in_block) select id, 'x', 'https://x', 1, true from link_group;
            insert into home_notice (position, text_vi, text_en, target) values (1, 'x', 'x', '/');
            insert into home_block (position, kind, width, lines) values (1, 'Featured', 'Whole', 4), (2, 'Newest', 'Wide', 4);
            insert into home_block (position, kind, width, lines, category_id) select 3, 'Section', 'Third', 4, min(id) from category;
            insert into picture (sha256, width, height, added_at, name, caption, alternative_text, search_text)
            values ('0000000000000000000000000000000000000000000000000000000000000001', 40, 20, '2020-03-04 07:42:00', '', '', '', '');
            update masthead set logo_id = (select min(id) from picture);
            """,
            Stop
        );
    }

    /// <summary>Table and column of every text that people write.</summary>
    private async Task<List<(string Table, string Column)>> FieldsAsync()
    {
        var fields = Database.Sql.IsPostgres
            ? "select table_name::text, column_name::text from information_schema.columns where table_schema = current_schema() and data_type in ('text', 'character varying') and table_name not like '\\_\\_EF%'"
            : "select t.name, c.name from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and c.type = 'TEXT' and t.name not like '\\_\\_EF%' escape '\\' and t.name not like 'sqlite%' and c.name not like '%\\_at' escape '\\' and c.name not like '%\\_on' escape '\\' and c.name not like '%\\_from' escape '\\' and c.name not like '%\\_to' escape '\\' and c.name not like '%\\_until' escape '\\' and c.name not in ('at', 'day', 'lockout_end', 'on_day', 'as_of')";
        var found = await Database.Sql.ListAsync(fields, row => (Table: row.GetString(0), Column: row.GetString(1)), Stop);
        return
        [
            .. found
                .Where(field =>
                    !NotWords.Contains(field.Column)
                    && field.Table is not "audit_entry" and not "change_log" and not "account_token"
                )
                .OrderBy(field => field.Table, StringComparer.Ordinal)
                .ThenBy(field => field.Column, StringComparer.Ordinal),
        ];
    }

    private async Task PutAsync((string Table, string Column) field, string text)
    {
        var most = Database.Sql.IsPostgres
            ? await Database.Sql.FirstAsync(
                "select character_maximum_length from information_schema.columns where table_schema = current_schema() and table_name = @t and column_name = @c",
                row => row.IsDBNull(0) ? 10_000 : row.GetInt32(0),
                Stop,
                ("t", field.Table),
                ("c", field.Column)
            )
            : 10_000;
        // A column that must be unique keeps what it has in all rows but one.
        var unique = field is ("author" or "tag", "name") or ("account", "email") or ("organisation", "code")
            ? " where id = (select min(id) from " + field.Table + ")"
            : "";
        await Database.Sql.RunAsync(
            $"update \"{field.Table}\" set \"{field.Column}\" = @text{unique}",
            Stop,
            ("text", Cut(Plain(text), most))
        );
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    // As every text enters the program: without signs that are none.
    private static string Plain(string text) => Fold.Clean(text);
}
