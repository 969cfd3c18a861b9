using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Carrying;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Newsroom.Desk;

namespace DaiHoi.Web.Tests.Newsroom.Carrying;

public abstract class CarriedReferenceTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : CarriedReferenceTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : CarriedReferenceTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Files_and_documents_go_with_their_article_to_another_portal()
    {
        var place = Path.Combine(Database.Address.Folder, "out");
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        await DocumentAsync("1-QĐ/TU", new(2018, 1, 2));
        var known = await DocumentAsync("35-CT/TW", new(2019, 5, 30));
        var missing = await DocumentAsync("99-KL/TW", new(2019, 6, 1));
        var writer = await DeskHand.OfAsync(site, 1, Role.Reporter);
        var attachments = site.Service<AttachmentLibrary>();
        await attachments.AddAsync(writer.Actor, Pdf.With("(a)"), "khac.pdf", Stop);
        var file = (await attachments.AddAsync(writer.Actor, Pdf.Of(), "ke-hoach.pdf", Stop)).Attachment!.Id;
        var text =
            $"<p>a</p><figure data-file=\"{file}\"><figcaption>Kế hoạch</figcaption></figure><figure data-document=\"{known}\"></figure>"
            + $"<figure data-document=\"{missing}\"><figcaption>Kết luận 99</figcaption></figure>";
        await writer.SaveAsync(await writer.BeginAsync("Bài"), await DeskHand.EditAsync(site, "Bài", text));
        using (var written = CarriedFiles.Create(place))
            await site.Service<ExportArticles>().RunAsync(written, Stop);
        Assert.Contains(
            "data-file=\\u00221",
            await File.ReadAllTextAsync(Path.Combine(place, "articles.jsonl"), Stop),
            StringComparison.Ordinal
        );

        var other = DatabaseAddress.Of(Path.Combine(Database.Address.Folder, "other"), null);
        await using var copy = await Site.OpenAsync(other);
        await using (var library = copy.Service<DatabaseFactory>().Create())
        {
            library.Add(DocumentOf("7-BC/TU", new(2019, 5, 30)));
            library.Add(DocumentOf("35-CT/TW", new(2019, 5, 30)));
            await library.SaveChangesAsync(Stop);
        }
        using (var read = CarriedFiles.Open(place))
        {
            var (faults, taken, _, lost) = await copy.Service<ImportArticles>().RunAsync(read, Stop);
            Assert.Empty(faults);
            Assert.Equal(1, taken);
            Assert.Equal((1, "Bài"), (Assert.Single(lost).Line, lost[0].Title));
        }
        var body = await copy.Service<Sql>().FirstAsync("select body_html from article", row => row.GetString(0), Stop);
        Assert.Equal(
            "<p>a</p><figure data-file=\"1\"><figcaption>Kế hoạch</figcaption></figure><figure data-document=\"2\"></figure><p>Kết luận 99</p>",
            body
        );
        Assert.Single(await copy.Service<AttachmentLibrary>().UsesAsync(1, Stop));
        var kept = (await copy.Service<AttachmentLibrary>().OneAsync(1, Stop))!;
        Assert.Equal(Pdf.Of(), await File.ReadAllBytesAsync(copy.Service<MediaStore>().PdfOf(kept.Sha256)!, Stop));

        // One that was changed on the way is not taken.
        var pdf = Directory.GetFiles(place, "*.pdf", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(pdf, Pdf.With("catalog:/OpenAction << /S /JavaScript >>"), Stop);
        using var changed = CarriedFiles.Open(place);
        var fault = Assert.Single((await copy.Service<ImportArticles>().RunAsync(changed, Stop)).Faults);
        Assert.Equal("carry-no-pdf", fault.Why);
    }

    private async Task<long> DocumentAsync(string number, DateOnly on)
    {
        await using var database = Database.Factory.Create();
        var document = DocumentOf(number, on);
        database.Add(document);
        await database.SaveChangesAsync(Stop);
        return document.Id;
    }

    private static OfficialDocument DocumentOf(string number, DateOnly on) =>
        new()
        {
            Number = number,
            Type = "Chỉ thị",
            IssuedOn = on,
            IssuingBody = "Bộ Chính trị",
            Summary = "Về đại hội đảng bộ các cấp",
        };
}
