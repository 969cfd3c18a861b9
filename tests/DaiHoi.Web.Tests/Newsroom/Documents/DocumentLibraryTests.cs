using System.Net;
using System.Text;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Newsroom.Documents;

public abstract class DocumentLibraryTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DocumentLibraryTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : DocumentLibraryTests(database),
            IClassFixture<PostgresTestDatabase>;

    private DocumentLibrary Library => new(Database.Sql);
    private DocumentFiles Files => new(Database.Address);

    [Theory]
    [InlineData("35-CT/TW", "35-CT/TW")]
    [InlineData("chi thi dai hoi", "35-CT/TW")]
    [InlineData("NGUYỄN PHÚ TRỌNG", "35-CT/TW")]
    [InlineData("thi hành điều lệ", "26-HD/TW")]
    [InlineData("khong co", "")]
    [InlineData("%", "7_KH")]
    [InlineData("_", "7_KH")]
    [InlineData("5_CT", "")]
    [InlineData("100%", "7_KH")]
    [InlineData("7_kh", "7_KH")]
    [InlineData("\\", "")]
    [InlineData("'; drop table official_document; --", "")]
    public async Task Every_word_must_stand_in_it_marks_and_case_aside(string words, string found)
    {
        await SomeAsync();
        var (total, documents) = await Library.FindAsync(new(words, null, null, null), 20, 0, Stop);
        Assert.Equal(found.Length == 0 ? [] : [found], documents.Select(document => document.Number));
        Assert.Equal(documents.Count, total);
    }

    [Fact]
    public async Task Filters_narrow_by_type_body_and_year_and_the_newest_stand_first()
    {
        await SomeAsync();
        Assert.Equal(["7_KH", "35-CT/TW", "26-HD/TW"], await NumbersAsync(new(null, null, null, null)));
        Assert.Equal(["35-CT/TW"], await NumbersAsync(new(null, "Chỉ thị", null, null)));
        Assert.Equal(["7_KH"], await NumbersAsync(new(null, null, "Tỉnh ủy Bình Phước", null)));
        Assert.Equal(["26-HD/TW"], await NumbersAsync(new(null, null, null, 2014)));
        Assert.Empty(await NumbersAsync(new(null, "Chỉ thị", null, 2014)));
        Assert.Empty(await NumbersAsync(new(null, null, null, 9998)));
        var (total, second) = await Library.FindAsync(new(null, null, null, null), 1, 1, Stop);
        Assert.Equal((3, "35-CT/TW"), (total, Assert.Single(second).Number));
    }

    [Fact]
    public async Task Choices_are_what_occurs_in_the_order_of_a_Vietnamese_dictionary()
    {
        await SomeAsync();
        var (types, bodies, years) = await Library.ChoicesAsync(Stop);
        Assert.Equal(["Chỉ thị", "Điều lệ", "Hướng dẫn"], types);
        Assert.Equal(["Ban Tổ chức Trung ương", "Bộ Chính trị", "Tỉnh ủy Bình Phước"], bodies);
        Assert.Equal([2020, 2019, 2014], years);
    }

    [Fact]
    public async Task An_attachment_is_saved_under_its_name_and_never_shown_as_a_page()
    {
        var bytes = "<script>alert(1)</script>"u8.ToArray();
        var sha256 = await Files.PutAsync(bytes, Stop);
        Assert.Equal(sha256, await Files.PutAsync(bytes, Stop));
        var file = new DocumentFile
        {
            Name = "Chỉ thị 35.html",
            ContentType = "text/html",
            Sha256 = sha256,
            Length = bytes.Length,
        };
        await AddAsync(Document("35-CT/TW", "Chỉ thị", new(2019, 5, 30), "Bộ Chính trị", file));
        await using var site = await Site.OpenAsync(Database.Address);
        using var answer = await site.Reader.GetAsync($"/tep/{file.Id}", Stop);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Chỉ thị 35.html", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/tep/{file.Id}") { Headers = { Range = new(8, null) } };
        using var partly = await site.Reader.SendAsync(part, Stop);
        Assert.Equal(HttpStatusCode.PartialContent, partly.StatusCode);
        Assert.Equal(bytes[8..], await partly.Content.ReadAsByteArrayAsync(Stop));
        var page = await site.ReadAsync($"/van-ban/35-ct-tw-{file.DocumentId}");
        Assert.Contains($"/tep/{file.Id}", page, StringComparison.Ordinal);
        Assert.Contains("Chỉ thị 35.html", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_not_found_and_the_page_still_is()
    {
        var file = new DocumentFile
        {
            Name = "a.pdf",
            ContentType = "application/pdf",
            Sha256 = new string('a', 64),
            Length = 7,
        };
        await AddAsync(Document("1-QĐ", "Chỉ thị", new(2019, 5, 30), "Bộ Chính trị", file));
        await using var site = await Site.OpenAsync(Database.Address);
        using var answer = await site.Reader.GetAsync($"/tep/{file.Id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("1-QĐ", await site.ReadAsync("/van-ban"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../daihoi.db")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_hash_opens_nothing(string name) => Assert.Null(Files.Open(name));

    [Fact]
    public async Task What_was_put_is_read_back()
    {
        var sha256 = await Files.PutAsync("nội dung"u8.ToArray(), Stop);
        using var reader = new StreamReader(Files.Open(sha256)!, Encoding.UTF8);
        Assert.Equal("nội dung", await reader.ReadToEndAsync(Stop));
    }

    private async Task<List<string>> NumbersAsync(LibraryQuestion question) =>
        [.. (await Library.FindAsync(question, 20, 0, Stop)).Documents.Select(document => document.Number)];

    private Task SomeAsync() =>
        AddAsync(
            Document("35-CT/TW", "Chỉ thị", new(2019, 5, 30), "Bộ Chính trị"),
            Document("26-HD/TW", "Hướng dẫn", new(2014, 8, 18), "Ban Tổ chức Trung ương"),
            Document("7_KH", "Điều lệ", new(2020, 1, 2), "Tỉnh ủy Bình Phước")
        );

    private static OfficialDocument Document(string number, string type, DateOnly day, string body, params DocumentFile[] files)
    {
        var (signatory, summary) = number switch
        {
            "35-CT/TW" => ("Nguyễn Phú Trọng", "Về đại hội đảng bộ các cấp"),
            "26-HD/TW" => ("Tô Huy Rứa", "Thi hành Điều lệ Đảng"),
            _ => (null as string, "Phấn đấu đạt 100% kế hoạch"),
        };
        var document = new OfficialDocument
        {
            Number = number,
            Type = type,
            IssuedOn = day,
            IssuingBody = body,
            Signatory = signatory,
            Summary = summary,
            SearchText = Fold.Letters($"{number} {type} {body} {signatory} {summary}"),
        };
        document.Files.AddRange(files);
        return document;
    }

    private async Task AddAsync(params OfficialDocument[] documents)
    {
        await using var database = Database.Factory.Create();
        database.AddRange(documents);
        await database.SaveChangesAsync(Stop);
    }
}
