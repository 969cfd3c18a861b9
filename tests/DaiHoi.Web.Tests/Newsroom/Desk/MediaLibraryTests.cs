using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

public abstract class MediaLibraryTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : MediaLibraryTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : MediaLibraryTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Library = "/ban-bien-tap/kho-phuong-tien";

    [Fact]
    public async Task A_photo_is_uploaded_once_shown_in_an_article_and_told_where_it_is_used()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var photo = Photo(SKEncodedImageFormat.Jpeg);
        var first = await UploadedAsync(reporter, photo, "Hội trường.jpg");
        var again = await UploadedAsync(reporter, photo, "cùng-ảnh.jpg");
        Assert.Equal(first.Id, again.Id);
        using (var shown = await site.Reader.GetAsync(first.Src, Stop))
        {
            Assert.Equal("image/webp", shown.Content.Headers.ContentType!.MediaType);
            // Nothing of the bytes that came in goes out.
            Assert.DoesNotContain(
                "bi-mat",
                Encoding.Latin1.GetString(await shown.Content.ReadAsByteArrayAsync(Stop)),
                StringComparison.Ordinal
            );
        }
        var writer = await DeskHand.OfAsync(site, 1, Role.Reporter);
        var id = await writer.BeginAsync("Bài có ảnh");
        var body = "<p>a</p><figure data-photo=\"1\"></figure>";
        var edit = await DeskHand.EditAsync(
            site,
            "Bài có ảnh",
            body,
            new EditedPhoto(first.Id, "Đại biểu bỏ phiếu", "Hòm phiếu", null)
        );
        Assert.Equal(DeskOutcome.Done, (await writer.SaveAsync(id, edit)).Outcome);
        Assert.Contains("Bài có ảnh", await reporter.ReadAsync($"{Library}/{first.Id}"), StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await Database.Sql.FirstAsync(
                "select count(*) from audit_entry where action = 'picture.added'",
                row => row.GetInt64(0),
                Stop
            )
        );
    }

    private const string OnePoint =
        "GIF89a\u0001\0\u0001\0\u0080\0\0\0\0\0\u00FF\u00FF\u00FF,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002D\u0001\0;";

    [Theory]
    [InlineData("anh.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "Không phải ảnh")]
    [InlineData("anh.jpg", "<html><script>alert(1)</script>", "Không phải ảnh")]
    [InlineData("anh.png", "\u0089PNG\r\n\u001a\n", "hỏng")]
    [InlineData("anh.gif", "GIF89a<script>alert(1)</script>", "50 triệu")]
    [InlineData("anh.gif", OnePoint + "<script>alert(1)</script>", "còn là một tệp khác")]
    [InlineData("tep.pdf", "%PDF-1.7", "Không phải ảnh")]
    [InlineData("tep.pdf", "%PDF-1.7\n1 0 obj\n<< >>", "PDF bị hỏng")]
    public async Task What_is_no_picture_is_refused_with_the_reason_and_leaves_nothing(string name, string bytes, string why)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        using var answer = await reporter.UploadAsync(Library, "/ban-bien-tap/anh", Encoding.Latin1.GetBytes(bytes), name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains(why, json.RootElement.GetProperty("problem").GetString(), StringComparison.Ordinal);
        using var plain = await reporter.UploadAsync(Library, Library, Encoding.Latin1.GetBytes(bytes), name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, plain.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(await plain.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal(0L, await Database.Sql.FirstAsync("select count(*) from picture", row => row.GetInt64(0), Stop));
    }

    [Fact]
    public async Task A_picture_of_more_than_fifty_megapixels_is_refused_before_it_is_unpacked()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        using var answer = await reporter.UploadAsync(Library, "/ban-bien-tap/anh", HugePng(), "bom.png");
        Assert.Contains("50 triệu điểm ảnh", await ProblemAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "trang này nhận nhiều nhất 120 MB")]
    [InlineData("en", "this page takes at most 120 MB")]
    public async Task What_is_larger_than_the_page_takes_is_told_in_the_language_of_who_sent_it(string language, string said)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        (await reporter.GetAsync($"/ngon-ngu?l={language}&ve=/")).Dispose();
        // The whole of it is sent before the answer is read, as browsers do.
        using var answer = await reporter.UploadAsync(Library, Library, new byte[121 * 1024 * 1024], "phim.jpg");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("122 MB", page, StringComparison.Ordinal);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(0L, await Database.Sql.FirstAsync("select count(*) from picture", row => row.GetInt64(0), Stop));
        // He is still signed in and goes on.
        Assert.Contains("minhluan", await reporter.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploading_needs_a_writer_and_the_form()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        using var forbidden = await auditor.UploadAsync(
            "/tai-khoan",
            "/ban-bien-tap/anh",
            Photo(SKEncodedImageFormat.Png),
            "a.png"
        );
        using var forged = await reporter.UploadAsync("/", "/ban-bien-tap/anh", Photo(SKEncodedImageFormat.Png), "a.png");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (forbidden.StatusCode, forged.StatusCode));
    }

    [Fact]
    public async Task What_is_written_about_a_picture_is_found_again_and_proposed_to_the_next_article()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var photo = await UploadedAsync(reporter, Photo(SKEncodedImageFormat.Webp), "a.webp");
        using (
            var outside = await reporter.SendAsync(
                $"{Library}/{photo.Id}",
                ("alt", "Hòm phiếu đỏ"),
                ("focalX", "101"),
                ("focalY", "0")
            )
        )
        {
            var page = WebUtility.HtmlDecode(await outside.Content.ReadAsStringAsync(Stop));
            Assert.Contains("từ 0 đến 100", page, StringComparison.Ordinal);
            Assert.Contains("Hòm phiếu đỏ", page, StringComparison.Ordinal);
        }
        using (
            var saved = await reporter.SendAsync(
                $"{Library}/{photo.Id}",
                ("alt", "Hòm phiếu đỏ"),
                ("caption", "Đại biểu bỏ phiếu"),
                ("credit", "Minh Luận"),
                ("licence", "CC BY 4.0"),
                ("focalX", "30"),
                ("focalY", "0")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var kept = await site.Service<MediaLibrary>().OneAsync(photo.Id, Stop);
        Assert.Equal(("Hòm phiếu đỏ", "CC BY 4.0", 30, 0), (kept!.AlternativeText, kept.Licence, kept.FocalX, kept.FocalY));
        Assert.Contains($"{Library}/{photo.Id}", await reporter.ReadAsync(Library + "?q=hom+phieu"), StringComparison.Ordinal);
        Assert.Contains("Không có ảnh nào như vậy.", await reporter.ReadAsync(Library + "?q=khong+co"), StringComparison.Ordinal);
        using var list = JsonDocument.Parse(await reporter.ReadAsync("/ban-bien-tap/anh"));
        Assert.Equal("Minh Luận", list.RootElement[0].GetProperty("credit").GetString());
    }

    [Fact]
    public async Task Readers_get_a_photo_in_both_formats_cut_around_its_focal_point()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await DeskHand.CategoryAsync(site);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        var photo = await UploadedAsync(reporter, Photo(SKEncodedImageFormat.Png), "a.png");
        using (await reporter.SendAsync($"{Library}/{photo.Id}", ("alt", "Hòm phiếu"), ("focalX", "34"), ("focalY", "0"))) { }
        var writer = await DeskHand.OfAsync(site, 1, Role.Reporter);
        var publisher = await DeskHand.OfAsync(site, 2, Role.Publisher, Role.Editor);
        var id = await writer.BeginAsync("Bài có ảnh");
        var edit = await DeskHand.EditAsync(
            site,
            "Bài có ảnh",
            "<p>a</p><figure data-photo=\"1\"></figure>",
            new EditedPhoto(photo.Id, "Đại biểu bỏ phiếu", "Hòm phiếu", null)
        );
        await writer.SaveAsync(id, edit);
        await writer.TakeAsync(id, ArticleStepKind.Submitted);
        await publisher.TakeAsync(id, ArticleStepKind.Approved);
        Assert.Equal(DeskOutcome.Done, (await publisher.TakeAsync(id, ArticleStepKind.Published)).Outcome);
        foreach (var path in (string[])["/", "/chuyen-muc/tin-tuc", $"/bai-viet/bai-co-anh-{id}"])
        {
            var page = await site.ReadAsync(path);
            Assert.Matches(
                "<picture><source type=\"image/webp\" srcset=\"/anh/[0-9a-f]{64}-480\\.webp 480w\" sizes=\"[^\"]+\">"
                    + "<img src=\"/anh/[0-9a-f]{64}-480\\.jpg\"[^>]* class=\"focus-x3 focus-y0\"",
                page
            );
        }
        var article = await site.ReadAsync($"/bai-viet/bai-co-anh-{id}");
        var address = System.Text.RegularExpressions.Regex.Match(article, "og:image\" content=\"[^\"]*(/anh/[^\"]+)\"");
        using var jpeg = await site.Reader.GetAsync(address.Groups[1].Value, Stop);
        Assert.Equal("image/jpeg", jpeg.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xFF, 0xD8], (await jpeg.Content.ReadAsByteArrayAsync(Stop))[..2]);
        // The file that a reader keeps holds the photo itself.
        var saved = await site.ReadAsync($"/bai-viet/bai-co-anh-{id}/luu");
        Assert.Contains("<img src=\"data:image/webp;base64,", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("<picture>", saved, StringComparison.Ordinal);
    }

    private static async Task<(long Id, string Src)> UploadedAsync(Visitor visitor, byte[] bytes, string name)
    {
        using var answer = await visitor.UploadAsync(Library, "/ban-bien-tap/anh", bytes, name);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return (json.RootElement.GetProperty("id").GetInt64(), json.RootElement.GetProperty("src").GetString()!);
    }

    private static async Task<string?> ProblemAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return json.RootElement.GetProperty("problem").GetString();
    }

    // With something behind the picture, as a polyglot has.
    private static byte[] Photo(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(64, 48);
        bitmap.Erase(SKColors.DarkRed);
        using var data = bitmap.Encode(format, 90);
        return [.. data.ToArray(), .. "bi-mat"u8];
    }

    // 40,000 × 40,000 in some bytes: only the header is real.
    private static byte[] HugePng()
    {
        var png = Photo(SKEncodedImageFormat.Png);
        byte[] size = [0, 0, 0x9C, 0x40];
        size.CopyTo(png, 16);
        size.CopyTo(png, 20);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
