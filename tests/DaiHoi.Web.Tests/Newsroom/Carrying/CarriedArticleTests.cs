using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Carrying;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Gates;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Newsroom.Carrying;

public abstract class CarriedArticleTests(TestDatabase database, PostgresServer server) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database, PostgresServer server)
        : CarriedArticleTests(database, server),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database, PostgresServer server)
        : CarriedArticleTests(database, server),
            IClassFixture<PostgresTestDatabase>;

    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-carry-").FullName;

    public override ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".zip")]
    public async Task Articles_come_back_from_another_database_as_they_went(string ending)
    {
        var (first, second) = (Path.Combine(folder, "first" + ending), Path.Combine(folder, "second" + ending));
        await using var site = await Site.OpenAsync(Database.Address);
        var path = await FillAsync(site);
        Assert.Equal((3, 1), await ExportAsync(site, first));

        var other = DatabaseAddress.Of(
            Path.Combine(folder, "other"),
            Database.Address.IsPostgres ? null : await server.EmptyDatabaseAsync()
        );
        await using var copy = await Site.OpenAsync(other);
        Assert.Equal((0, 3, 0), await ImportAsync(copy, first));
        await ExportAsync(copy, second);
        Assert.Equal(Contents(first), Contents(second));

        // Under the same address, with its photo and its views; old addresses lead there.
        var page = WebUtility.HtmlDecode(await copy.ReadAsync(path));
        Assert.Contains("Đại hội điểm ở Lộc Hòa", page, StringComparison.Ordinal);
        Assert.Contains("Ảnh: Minh Luận", page, StringComparison.Ordinal);
        using var old = await copy.Reader.GetAsync("/tin.aspx?id=7", Stop);
        Assert.Equal(path, old.Headers.Location?.ToString());
        // Once more changes nothing, and what is written next gets a number of its own.
        Assert.Equal((0, 0, 3), await ImportAsync(copy, first));
        await An.Article("Bài mới sau khi nhập").SaveAsync(copy);
        Assert.Equal(
            4L,
            await copy.Service<Sql>().FirstAsync("select count(distinct id) from article", row => row.GetInt64(0), Stop)
        );
    }

    [Fact]
    public async Task Among_other_articles_they_get_new_addresses_to_which_the_old_ones_lead()
    {
        var place = Path.Combine(folder, "out");
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site);
        await ExportAsync(site, place);
        var lines = await File.ReadAllLinesAsync(Path.Combine(place, "articles.jsonl"), Stop);
        // As from another portal, in which nothing here has the same address.
        await File.WriteAllLinesAsync(
            Path.Combine(place, "articles.jsonl"),
            lines.Select(line =>
            {
                var article = JsonNode.Parse(line)!;
                article["path"] = "/chi-tiet/" + article["id"];
                article["id"] = 9000 + (long)article["id"]!;
                article["oldAddresses"] = new JsonArray();
                return article.ToJsonString();
            }),
            Stop
        );
        Assert.Equal((0, 3, 0), await ImportAsync(site, place));
        var first = JsonNode.Parse(lines[0])!["id"];
        using var old = await site.Reader.GetAsync("/chi-tiet/" + first, Stop);
        Assert.StartsWith("/bai-viet/dai-hoi-diem-o-loc-hoa-", old.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 3), await ImportAsync(site, place));
    }

    [Theory]
    [InlineData("status", "\"lost\"")]
    [InlineData("status", "7")]
    [InlineData("revisions", "[]")]
    [InlineData("publishedAt", "null")]
    [InlineData("section", "{\"slug\":\"../x\",\"nameVi\":\"x\",\"nameEn\":\"x\"}")]
    [InlineData("authors", "[\"\"]")]
    [InlineData("views", "-1")]
    [InlineData("leadPhoto", "5")]
    [InlineData("oldAddresses", "[\"https://x\"]")]
    [InlineData(
        "photos",
        "[{\"picture\":\"../../etc/passwd\",\"width\":1,\"height\":1,\"caption\":\"\",\"alternativeText\":\"\"}]"
    )]
    [InlineData(
        "steps",
        "[{\"kind\":\"lost\",\"at\":\"2020-03-04T00:00:00Z\",\"by\":\"x\",\"reason\":null,\"for\":null,\"revision\":1}]"
    )]
    [InlineData(
        "steps",
        "[{\"kind\":\"written\",\"at\":\"2020-03-04T00:00:00Z\",\"by\":\"\",\"reason\":null,\"for\":null,\"revision\":1}]"
    )]
    [InlineData(
        "steps",
        "[{\"kind\":\"written\",\"at\":\"2020-03-04T00:00:00Z\",\"by\":\"x\",\"reason\":null,\"for\":null,\"revision\":9}]"
    )]
    [InlineData("corrections", "[{\"text\":\" \",\"at\":\"2020-03-04T00:00:00Z\"}]")]
    [InlineData("related", "[0]")]
    [InlineData("organisation", "\"khong-co\"")]
    [InlineData("organisation", "\"\"")]
    [InlineData("unknown", "1")]
    public async Task A_line_that_is_wrong_is_named_and_nothing_is_taken(string key, string value)
    {
        var place = Path.Combine(folder, "out");
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site);
        await ExportAsync(site, place);
        var file = Path.Combine(place, "articles.jsonl");
        var lines = await File.ReadAllLinesAsync(file, Stop);
        var article = JsonNode.Parse(lines[0])!;
        article[key] = JsonNode.Parse(value);
        article["id"] = 8000;
        // The good one comes first, and is not taken either.
        await File.WriteAllLinesAsync(
            file,
            [lines[1].Replace("\"path\":\"", "\"path\":\"/x", StringComparison.Ordinal), article.ToJsonString()],
            Stop
        );
        using var files = CarriedFiles.Open(place);
        var (faults, taken, _, _) = await site.Service<ImportArticles>().RunAsync(files, Stop);
        Assert.Equal((2, 0), (Assert.Single(faults).Line, taken));
        Assert.Equal(3L, await Database.Sql.FirstAsync("select count(*) from article", row => row.GetInt64(0), Stop));
    }

    [Fact]
    public async Task The_way_of_an_article_and_the_words_of_its_pictures_come_along()
    {
        var place = Path.Combine(folder, "out");
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site);
        await ExportAsync(site, place);
        await using var copy = await Site.OpenAsync(DatabaseAddress.Of(Path.Combine(folder, "other"), postgres: null));
        Assert.Equal((0, 3, 0), await ImportAsync(copy, place));
        await using var database = copy.Service<DatabaseFactory>().Create();
        var article = await database
            .Set<Article>()
            .Include(a => a.Steps)
            .Include(a => a.Corrections)
            .Include(a => a.Related)
            .Include(a => a.Photos)
                .ThenInclude(photo => photo.Picture)
            .SingleAsync(a => a.Title == "Đại hội điểm ở Lộc Hòa", Stop);
        Assert.Equal(
            ["Corrected Thu Hà Số đại biểu là 150.", "ExpirySet Thu Hà "],
            article.Steps.OrderBy(step => step.Id).Select(step => $"{step.Kind} {step.Name} {step.Reason}")
        );
        Assert.Equal("Số đại biểu là 150.", Assert.Single(article.Corrections).Text);
        Assert.Equal(SettableTime.Usual.UtcDateTime.AddYears(1), article.ExpiresAt);
        Assert.NotEqual(article.Id, Assert.Single(article.Related).OtherId);
        var picture = Assert.Single(article.Photos).Picture!;
        Assert.Equal(
            ("toan-canh.jpg", "Hội trường lớn", "CC BY 4.0", 30, 70),
            (picture.Name, picture.AlternativeText, picture.Licence, picture.FocalX, picture.FocalY)
        );
    }

    [Fact]
    public async Task The_newsroom_of_an_article_comes_along_by_its_code_and_an_unknown_one_is_named_with_its_line()
    {
        var (first, second) = (Path.Combine(folder, "first"), Path.Combine(folder, "second"));
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site);
        var root = await site.Service<OrganisationTree>().RootAsync(Stop);
        var district = await site.Service<OrganisationTree>()
            .AddAsync(root.Id, "BP-LN", "Đảng bộ huyện Lộc Ninh", OrganisationLevels.District, Stop);
        await using (var database = site.Service<DatabaseFactory>().Create())
            await database
                .Set<Article>()
                .Where(a => a.Title != "Bài đã gỡ")
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.OrganisationId, district.Id), Stop);
        await ExportAsync(site, first);

        var other = DatabaseAddress.Of(
            Path.Combine(folder, "other"),
            Database.Address.IsPostgres ? null : await server.EmptyDatabaseAsync()
        );
        await using var copy = await Site.OpenAsync(other);
        using (var files = CarriedFiles.Open(first))
        {
            var (faults, taken, _, _) = await copy.Service<ImportArticles>().RunAsync(files, Stop);
            Assert.Equal(
                [(1, "organisation «BP-LN»", "carry-no-organisation"), (2, "organisation «BP-LN»", "carry-no-organisation")],
                faults.Select(fault => (fault.Line, fault.Field, fault.Why))
            );
            Assert.Equal(0, taken);
        }
        var tree = copy.Service<OrganisationTree>();
        var province = await tree.AddAsync(
            (await tree.RootAsync(Stop)).Id,
            "BP",
            "Đảng bộ tỉnh",
            OrganisationLevels.Province,
            Stop
        );
        var there = await tree.AddAsync(province.Id, "BP-LN", "Đảng bộ huyện Lộc Ninh", OrganisationLevels.District, Stop);
        Assert.Equal((0, 3, 0), await ImportAsync(copy, first));
        Assert.Equal(
            [there.Id, there.Id, 0L],
            await copy.Service<Sql>()
                .ListAsync("select coalesce(organisation_id, 0) from article order by id", row => row.GetInt64(0), Stop)
        );
        await ExportAsync(copy, second);
        Assert.Equal(Contents(first), Contents(second));
    }

    [Fact]
    public async Task A_line_of_an_earlier_release_is_taken_without_what_it_did_not_have()
    {
        var place = Path.Combine(folder, "out");
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site);
        await ExportAsync(site, place);
        var file = Path.Combine(place, "articles.jsonl");
        var lines = (await File.ReadAllLinesAsync(file, Stop)).Select(line =>
        {
            var article = JsonNode.Parse(line)!.AsObject();
            foreach (
                var later in (string[])
                    [
                        "writer",
                        "stateSince",
                        "returnReason",
                        "publishAt",
                        "expiresAt",
                        "steps",
                        "corrections",
                        "related",
                        "organisation",
                    ]
            )
                Assert.True(article.Remove(later), later);
            foreach (var photo in article["photos"]!.AsArray())
                photo!.AsObject().Remove("media");
            foreach (var revision in article["revisions"]!.AsArray())
                revision!.AsObject().Remove("by");
            return article.ToJsonString();
        });
        await File.WriteAllLinesAsync(file, [.. lines], Stop);
        await using var copy = await Site.OpenAsync(DatabaseAddress.Of(Path.Combine(folder, "other"), postgres: null));
        Assert.Equal((0, 3, 0), await ImportAsync(copy, place));
    }

    [Fact]
    public async Task A_picture_that_holds_more_than_a_picture_is_refused()
    {
        var place = Path.Combine(folder, "out");
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site);
        await ExportAsync(site, place);
        var picture = Directory.GetFiles(Path.Combine(place, "media"), "*", SearchOption.AllDirectories)[0];
        var good = await File.ReadAllBytesAsync(picture, Stop);
        foreach (
            var bad in (byte[][])
                [
                    [.. good, .. "<script>"u8],
                    good[..^9],
                    "<svg/>"u8.ToArray(),
                    [],
                ]
        )
        {
            await File.WriteAllBytesAsync(picture, bad, Stop);
            using var files = CarriedFiles.Open(place);
            var (faults, _, _, _) = await site.Service<ImportArticles>().RunAsync(files, Stop);
            Assert.Equal("carry-no-picture", Assert.Single(faults).Why);
        }
    }

    [Fact]
    public async Task Every_line_fits_the_published_schema_and_the_schema_refuses_another()
    {
        var place = Path.Combine(folder, "out");
        await using var site = await Site.OpenAsync(Database.Address);
        await FillAsync(site);
        await ExportAsync(site, place);
        var script = Path.Combine(folder, "check.cjs");
        await File.WriteAllTextAsync(
            script,
            """
            const fs = require("fs");
            const Ajv = require(process.argv[2] + "/node_modules/ajv/dist/2020.js").default;
            const fits = new Ajv({ formats: { "date-time": true } }).compile(JSON.parse(fs.readFileSync(process.argv[2] + "/docs/formats/articles.schema.json")));
            for (const line of fs.readFileSync(process.argv[3], "utf8").trim().split("\n")) {
              if (!fits(JSON.parse(line))) throw new Error(JSON.stringify(fits.errors));
              if (fits({ ...JSON.parse(line), status: "lost" }) || fits({ ...JSON.parse(line), more: 1 })) throw new Error("fits too much");
            }
            """,
            Stop
        );
        var ended = await RunningProgram.EndAsync(new("node", [script, Repository.Root, Path.Combine(place, "articles.jsonl")]));
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
    }

    /// <summary>A published article with a photo and two revisions, a draft, and one that was withdrawn.</summary>
    /// <returns>the path of the first</returns>
    private static async Task<string> FillAsync(Site site)
    {
        var (id, path) = await An.Article("Đại hội điểm ở Lộc Hòa")
            .By("Thu Hà", "Minh Luận")
            .Tagged("đại hội", "Lộc Ninh")
            .SaveAsync(site);
        await An.Article("Bản nháp «\"\\» \u2028 😀").NotPublished().SaveAsync(site);
        var (withdrawn, _) = await An.Article("Bài đã gỡ").In("thong-bao").SaveAsync(site);
        using var drawn = new SKBitmap(1000, 500);
        drawn.Erase(SKColors.SteelBlue);
        var picture = await site.Service<MediaStore>().PutAsync(drawn, Stop);
        await using var database = site.Service<DatabaseFactory>().Create();
        var article = await database.Set<Article>().Include(a => a.Revisions).SingleAsync(a => a.Id == id, Stop);
        var photo = new Photo
        {
            PictureId = picture.Id,
            Caption = "Toàn cảnh đại hội",
            AlternativeText = "Hội trường",
            Credit = "Minh Luận",
        };
        article.Photos.Add(photo);
        await database.SaveChangesAsync(Stop);
        article.Revise(
            new(article.Title, "BPO", "Mở đầu", $"<p>Nội dung.</p><figure data-photo=\"{photo.Id}\"></figure>"),
            SettableTime.Usual.UtcDateTime.AddHours(1),
            "Thêm ảnh"
        );
        article.LeadPhotoId = photo.Id;
        var thuHa = new Actor(null, "Thu Hà", null);
        article.Correct("Số đại biểu là 150.", thuHa, SettableTime.Usual.UtcDateTime.AddHours(1));
        article.ExpireAt(SettableTime.Usual.UtcDateTime.AddYears(1), thuHa, SettableTime.Usual.UtcDateTime.AddHours(2));
        article.Related.Add(new() { OtherId = withdrawn, Position = 1 });
        var words = await database.Set<Picture>().SingleAsync(p => p.Id == picture.Id, Stop);
        (words.Name, words.AlternativeText, words.Licence) = ("toan-canh.jpg", "Hội trường lớn", "CC BY 4.0");
        (words.FocalX, words.FocalY) = (30, 70);
        words.Reindex();
        article.Featured = 1;
        database.Add(new OldAddress { Path = "/tin.aspx?id=7", ArticleId = id });
        var gone = await database.Set<Article>().SingleAsync(a => a.Id == withdrawn, Stop);
        gone.Withdraw(SettableTime.Usual.UtcDateTime.AddDays(1), "Sai số liệu");
        await database.SaveChangesAsync(Stop);
        await site.Service<Sql>()
            .RunAsync("insert into article_views (article, views, adopted, changed) values (@a, 26, 26, 0)", Stop, ("a", id));
        return path;
    }

    private static async Task<(int, int)> ExportAsync(Site site, string place)
    {
        using var files = CarriedFiles.Create(place);
        return await site.Service<ExportArticles>().RunAsync(files, Stop);
    }

    private static async Task<(int Faults, int Taken, int Known)> ImportAsync(Site site, string place)
    {
        using var files = CarriedFiles.Open(place);
        var (faults, taken, known, _) = await site.Service<ImportArticles>().RunAsync(files, Stop);
        return (faults.Count, taken, known);
    }

    private static List<string> Contents(string place)
    {
        if (Directory.Exists(place))
            return
            [
                .. Directory
                    .GetFiles(place, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(place, file) + " " + Convert.ToHexString(File.ReadAllBytes(file)))
                    .Order(StringComparer.Ordinal),
            ];
        using var zip = ZipFile.OpenRead(place);
        return [.. zip.Entries.Select(entry => $"{entry.FullName} {entry.Length} {entry.Crc32}").Order(StringComparer.Ordinal)];
    }
}
