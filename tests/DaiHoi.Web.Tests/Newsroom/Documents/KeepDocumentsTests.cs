using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Documents;

/// <summary>The document library is kept at the desk and read with the next request.</summary>
public abstract class KeepDocumentsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : KeepDocumentsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KeepDocumentsTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string New = "/ban-bien-tap/van-ban/moi";

    [Fact]
    public async Task A_document_is_put_in_with_its_file_changed_and_taken_out()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var publisher = await Visitor.SignedInAsync(site, "vannam2", Role.Publisher);
        await site.ReadAsync("/van-ban");
        var page = await AddAsync(publisher, ("Chỉ thị 35.docx", Office.Docx));
        Assert.Contains("Về đại hội đảng bộ các cấp", Decoded(await site.ReadAsync("/van-ban")), StringComparison.Ordinal);
        Assert.Contains("35-CT/TW", Decoded(await site.ReadAsync("/van-ban?q=dai+hoi+dang+bo")), StringComparison.Ordinal);
        var file = await FileAsync();
        using (var saved = await site.Reader.GetAsync($"/tep/{file}", Stop))
        {
            Assert.Equal(Office.Docx, await saved.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("Chỉ thị 35.docx", saved.Content.Headers.ContentDisposition.FileNameStar);
        }
        using (
            var changed = await publisher.SendAsync(
                page,
                [.. Words("Về đại hội các cấp, bản đính chính"), ("removed", $"{file}")],
                ("kem-theo", Office.Docx)
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Contains("bản đính chính", Decoded(await site.ReadAsync("/van-ban")), StringComparison.Ordinal);
        using (var gone = await site.Reader.GetAsync($"/tep/{file}", Stop))
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.NotEqual(file, await FileAsync());
        using (var removed = await publisher.SendAsync(page + "?handler=Remove"))
            Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.DoesNotContain("35-CT/TW", Decoded(await site.ReadAsync("/van-ban")), StringComparison.Ordinal);
        Assert.Equal(
            ["document.added", "document.changed", "document.removed"],
            await Database.Sql.ListAsync(
                "select action from audit_entry where action like 'document.%' order by seq",
                row => row.GetString(0),
                Stop
            )
        );
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_is_kept()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var publisher = await Visitor.SignedInAsync(site, "vannam2", Role.Publisher);
        using var refused = await publisher.SendAsync(
            New,
            [("number", "35-CT/TW"), ("type", ""), ("issuedOn", "31/02/2019"), ("summary", "Về đại hội")],
            ("ma-doc.docx", Office.DocxWithMacros)
        );
        var page = Decoded(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (
            var said in (string[])
                ["Chưa ghi mục này.", "«31/02/2019» không phải là ngày", "ma-doc.docx: tệp có macro", "35-CT/TW"]
        )
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Empty(await Database.Sql.ListAsync("select id from official_document", row => row.GetInt64(0), Stop));
        using var early = await publisher.SendAsync(New, [.. Words("Về đại hội"), ("inForceFrom", "29/05/2019")], []);
        Assert.Contains(
            "không thể trước ngày ban hành 30/05/2019",
            Decoded(await early.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_two_who_change_a_document_the_second_is_told_and_chooses()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var first = await Visitor.SignedInAsync(site, "vannam2", Role.Publisher);
        using var second = await Visitor.SignedInAsync(site, "quantri2", Role.Administrator);
        var page = await AddAsync(first);
        var seen = Seen(await second.ReadAsync(page));
        using (var saved = await first.SendAsync(page, [.. Words("Bản của người thứ nhất"), ("seen", seen)], []))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var told = await second.SendAsync(page, [.. Words("Bản của người thứ hai"), ("seen", seen)], []);
        var both = Decoded(await told.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Contains("Bản của người thứ nhất", both, StringComparison.Ordinal);
        Assert.Contains("Bản của người thứ hai", both, StringComparison.Ordinal);
        Assert.DoesNotContain("người thứ hai", Decoded(await site.ReadAsync("/van-ban")), StringComparison.Ordinal);
        using (var chosen = await second.SendAsync(page, [.. Words("Bản của người thứ hai"), ("seen", Seen(both))], []))
            Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("người thứ hai", Decoded(await site.ReadAsync("/van-ban")), StringComparison.Ordinal);
    }

    private async Task<string> AddAsync(Visitor publisher, params (string Name, byte[] Bytes)[] files)
    {
        using var added = await publisher.SendAsync(New, Words("Về đại hội đảng bộ các cấp"), files);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        return added.Headers.Location!.ToString();
    }

    private Task<long> FileAsync() => Database.Sql.FirstAsync("select id from document_file", row => row.GetInt64(0), Stop);

    private static (string Name, string Value)[] Words(string summary) =>
        [
            ("number", "35-CT/TW"),
            ("type", "Chỉ thị"),
            ("issuedOn", "30/05/2019"),
            ("issuingBody", "Bộ Chính trị"),
            ("summary", summary),
        ];

    private static string Decoded(string page) => WebUtility.HtmlDecode(page);

    private static string Seen(string page)
    {
        const string Field = "name=\"seen\" value=\"";
        var from = page.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
        return page[from..page.IndexOf('"', from)];
    }
}
