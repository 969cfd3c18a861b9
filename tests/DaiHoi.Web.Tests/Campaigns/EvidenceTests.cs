using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>Photos and documents that show what was entered: who attaches, who sees, what is refused.</summary>
public abstract class EvidenceTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Path = "/dai-hoi/C/T003";

    public sealed class OnSqlite(SqliteTestDatabase database) : EvidenceTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : EvidenceTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task What_is_attached_is_seen_by_the_level_above_and_by_nobody_beside()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 12, 1));
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T002", Role.Checker);
        using var beside = await Following.SignedInAsync(site, "ben-canh", "T004", Role.Officer);
        await RecordAsync(officer, ("hội trường.jpg", Photo()), ("biên bản.pdf", Pdf.Of()));
        var page = await checker.ReadAsync(Path);
        Assert.Contains("hội trường.jpg", page, StringComparison.Ordinal);
        Assert.Contains("biên bản.pdf", page, StringComparison.Ordinal);
        foreach (var (name, type) in new[] { ("hội trường.jpg", "image/jpeg"), ("biên bản.pdf", "application/pdf") })
        {
            var address = await AddressAsync(name);
            using var seen = await checker.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, type), (seen.StatusCode, seen.Content.Headers.ContentType?.MediaType));
            using var hidden = await beside.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            using var nobody = new Visitor(site);
            using var refused = await nobody.GetAsync(address);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_file_that_is_neither_records_nothing_and_says_which_it_was()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 12, 1));
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var answer = await officer.SendAsync(
            Path,
            [("status", "Preparing"), ("on", "01/02/2020"), ("note", "còn đây")],
            ("tốt.jpg", Photo()),
            ("xấu.jpg", "<script>"u8.ToArray())
        );
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("xấu.jpg: Không phải ảnh (JPEG", page, StringComparison.Ordinal);
        Assert.Contains("còn đây", page, StringComparison.Ordinal);
        Assert.Contains("Chưa có diễn biến nào được ghi.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_keeps_its_evidence_until_the_level_above_takes_it_back_with_a_reason()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 12, 1));
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T002", Role.Checker);
        await RecordAsync(officer, ("một.jpg", Photo()));
        var id = await Database.Sql.FirstAsync("select id from congress_event", row => row.GetInt64(0), Stop);
        var file = await Database.Sql.FirstAsync("select id from evidence_file", row => row.GetInt64(0), Stop);
        (await checker.SendAsync($"{Path}?handler=Accept", ("id", $"{id}"))).Dispose();
        using (var late = await officer.SendAsync($"{Path}?handler=Attach", [("id", $"{id}")], ("hai.jpg", Photo(SKColors.Teal))))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using (var own = await officer.SendAsync($"{Path}?handler=TakeBack", ("id", $"{file}"), ("reason", "nhầm")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        using (var silent = await checker.SendAsync($"{Path}?handler=TakeBack", ("id", $"{file}"), ("reason", " ")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using (var taken = await checker.SendAsync($"{Path}?handler=TakeBack", ("id", $"{file}"), ("reason", "Ảnh của xã khác")))
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        using var gone = await checker.GetAsync($"/minh-chung/{file}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("một.jpg", await checker.ReadAsync(Path), StringComparison.Ordinal);
        var deeds = await Database.Sql.ListAsync(
            "select action from audit_entry where action like 'congress.evidence%'",
            row => row.GetString(0),
            Stop
        );
        Assert.Contains("congress.evidence-taken-back", deeds);
    }

    private static async Task RecordAsync(Visitor officer, params (string Name, byte[] Bytes)[] files)
    {
        using var answer = await officer.SendAsync(Path, [("status", "Preparing"), ("on", "01/02/2020")], files);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop))
        );
    }

    private async Task<string> AddressAsync(string name) =>
        $"/minh-chung/{await Database.Sql.FirstAsync("select id from evidence_file where name = @n", row => row.GetInt64(0), Stop, ("n", name))}";

    private static byte[] Photo(SKColor? colour = null)
    {
        using var bitmap = new SKBitmap(64, 48);
        bitmap.Erase(colour ?? SKColors.Firebrick);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return jpeg.ToArray();
    }
}
