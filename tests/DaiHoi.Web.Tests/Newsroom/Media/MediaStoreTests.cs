using System.Buffers.Binary;
using System.Text;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Platform.Uploads;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Newsroom.Media;

public abstract class MediaStoreTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : MediaStoreTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : MediaStoreTests(database),
            IClassFixture<PostgresTestDatabase>;

    private MediaStore Store =>
        new(
            Database.Factory,
            new SiteClock(new SettableTime(SettableTime.Usual), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))
        );

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_picture_is_kept_in_its_widths_and_never_enlarged(SKEncodedImageFormat format)
    {
        var stored = await Store.PutAsync(Drawn(1_000, 700, format), Stop);
        Assert.Equal((true, 1_000, 700), (stored.IsStored, stored.Width, stored.Height));
        Assert.Equal((480, 336), Size(stored, 480));
        Assert.Equal((960, 672), Size(stored, 960));
        Assert.Equal((1_000, 700), Size(stored, 1_440));
        Assert.Null(Store.FileOf(stored.Sha256, 2_000));
    }

    [Fact]
    public async Task The_same_bytes_are_stored_once_even_at_the_same_time()
    {
        var bytes = Drawn(300, 200);
        var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Store.PutAsync(bytes, Stop))));
        Assert.Single(stored.Select(one => one.Id).Distinct());
        Assert.Equal(1, await Database.Sql.FirstAsync("select count(*) from picture", row => row.GetInt64(0), Stop));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(Database.Address.Folder, "media"), "*.tmp", SearchOption.AllDirectories),
            _ => true
        );
    }

    [Fact]
    public async Task Files_that_were_lost_come_back_with_the_picture()
    {
        var bytes = Drawn(300, 201);
        var stored = await Store.PutAsync(bytes, Stop);
        File.Delete(Store.FileOf(stored.Sha256, 480)!);
        Assert.Equal(stored, await Store.PutAsync(bytes, Stop));
        Assert.NotNull(Store.FileOf(stored.Sha256, 480));
    }

    [Fact]
    public async Task Nothing_of_the_original_survives_in_what_is_served()
    {
        byte[] original = WithExif(Drawn(300, 202), orientation: 1, "10.123456N 106.654321E <script>alert(1)</script>");
        Assert.Contains("106.654321E", Encoding.Latin1.GetString(original), StringComparison.Ordinal);
        var stored = await Store.PutAsync([.. original, .. "what the camera leaves behind"u8], Stop);
        var served = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Store.FileOf(stored.Sha256, 480)!, Stop));
        Assert.StartsWith("RIFF", served, StringComparison.Ordinal);
        foreach (var hidden in (string[])["106.654321E", "Exif", "<script>", "camera"])
            Assert.DoesNotContain(hidden, served, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 300, 200, 0, 0)]
    [InlineData(2, 300, 200, 1, 0)]
    [InlineData(3, 300, 200, 1, 1)]
    [InlineData(4, 300, 200, 0, 1)]
    [InlineData(5, 200, 300, 0, 0)]
    [InlineData(6, 200, 300, 1, 0)]
    [InlineData(7, 200, 300, 1, 1)]
    [InlineData(8, 200, 300, 0, 1)]
    public async Task A_photograph_stands_as_the_camera_was_held(byte orientation, int width, int height, int right, int bottom)
    {
        // One corner is red: the first of the file, top left.
        var stored = await Store.PutAsync(WithExif(Drawn(300, 200, corner: true), orientation, "x"), Stop);
        Assert.Equal((width, height), (stored.Width, stored.Height));
        using var served = SKBitmap.Decode(Store.FileOf(stored.Sha256, 480));
        var pixel = served.GetPixel(right == 0 ? 20 : width - 20, bottom == 0 ? 20 : height - 20);
        Assert.True(pixel.Red > 150 && pixel.Green < 100, $"{orientation}: {pixel}");
        var across = served.GetPixel(right == 0 ? width - 20 : 20, bottom == 0 ? height - 20 : 20);
        Assert.True(across.Green > 150, $"{orientation}: {across}");
    }

    [Fact]
    public async Task A_long_scroll_is_kept_as_far_as_the_format_reaches()
    {
        var stored = await Store.PutAsync(Drawn(60, 20_000, SKEncodedImageFormat.Png), Stop);
        Assert.Equal((60, 20_000), (stored.Width, stored.Height));
        Assert.Equal((49, 16_383), Size(stored, 480));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called_and_leaves_nothing_behind()
    {
        byte[][] others =
        [
            [],
            [0xFF, 0xD8, 0xFF],
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(),
            "%PDF-1.7\n"u8.ToArray(),
            "GIF89a"u8.ToArray(),
            "GIF89a/*<script>alert(1)</script>*/=1;"u8.ToArray(),
            [.. "BM"u8, .. new byte[60]],
            [.. "RIFF\0\0\0\0WEBP"u8, .. new byte[60]],
            [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0],
        ];
        foreach (var bytes in others)
            Assert.False((await Store.PutAsync(bytes, Stop)).IsStored);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_picture_that_is_another_file_too_leaves_nothing_behind()
    {
        var stored = await Store.PutAsync([.. Drawn(300, 204), .. "<html><script>alert(1)</script>"u8], Stop);
        Assert.Equal(PictureRefusal.SecondFile, stored.Refusal);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_cut_or_damaged_picture_is_refused_wherever_it_is_cut()
    {
        foreach (
            var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp]
        )
        {
            var whole = Drawn(200, 150, format, noise: true);
            for (var length = 0; length < whole.Length - 200; length += whole.Length / 20)
                Assert.False((await Store.PutAsync(whole[..length], Stop)).IsStored, $"{format}, {length} of {whole.Length}");
        }
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_bomb_is_refused_by_its_header()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var stored = await Store.PutAsync(PngThatClaims(60_000, 60_000), Stop);
        Assert.Equal(PictureRefusal.TooLarge, stored.Refusal);
        Assert.Equal(PictureRefusal.TooLarge, (await Store.PutAsync(PngThatClaims(10_000, 5_001), Stop)).Refusal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 50_000_000);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_picture_is_kept_as_JPEG_in_the_same_widths()
    {
        var stored = await Store.PutAsync(Drawn(1_000, 701), Stop);
        foreach (var (width, size) in ((int, (int, int))[])[(480, (480, 336)), (960, (960, 673)), (1_440, (1_000, 701))])
        {
            var path = await Store.FileOfAsync(stored.Sha256, width, PictureFormat.Jpeg, Stop);
            Assert.Equal(SKEncodedImageFormat.Jpeg, FormatOf(path!));
            using var picture = SKBitmap.Decode(path);
            Assert.Equal(size, (picture.Width, picture.Height));
        }
        Assert.Null(await Store.FileOfAsync(stored.Sha256, 700, PictureFormat.Jpeg, Stop));
    }

    [Fact]
    public async Task A_JPEG_that_an_older_store_lacks_is_made_when_it_is_asked_for_and_kept()
    {
        var store = Store;
        var stored = await store.PutAsync(Drawn(1_000, 702), Stop);
        string[] JpegsOf() => Directory.GetFiles(Database.Address.Folder, $"{stored.Sha256}*.jpg", SearchOption.AllDirectories);
        Assert.Equal(3, JpegsOf().Length);
        foreach (var file in JpegsOf())
            File.Delete(file);
        var asked = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => Task.Run(() => store.FileOfAsync(stored.Sha256, 960, PictureFormat.Jpeg, Stop), Stop))
        );
        Assert.Equal(asked.Distinct(), JpegsOf());
        Assert.Equal(SKEncodedImageFormat.Jpeg, FormatOf(asked[0]!));
    }

    [Fact]
    public async Task What_is_transparent_lies_on_white_where_the_format_knows_nothing_transparent()
    {
        using var bitmap = new SKBitmap(300, 203);
        bitmap.Erase(SKColors.Transparent);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var stored = await Store.PutAsync(png.ToArray(), Stop);
        using var jpeg = SKBitmap.Decode(await Store.FileOfAsync(stored.Sha256, 480, PictureFormat.Jpeg, Stop));
        Assert.Equal(SKColors.White, jpeg.GetPixel(150, 100));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("../../..0123456789abcdef0123456789abcdef0123456789abcdef01234567")]
    public void A_name_that_is_no_hash_finds_nothing(string name) => Assert.Null(Store.FileOf(name, 480));

    private async Task NothingIsLeftAsync()
    {
        Assert.Equal(0, await Database.Sql.FirstAsync("select count(*) from picture", row => row.GetInt64(0), Stop));
        var folder = Path.Combine(Database.Address.Folder, "media");
        var known = await Database.Sql.ListAsync("select sha256 from picture", row => row.GetString(0), Stop);
        Assert.Empty(known);
        if (Directory.Exists(folder))
            Assert.DoesNotContain(Directory.EnumerateFiles(folder, "*.tmp", SearchOption.AllDirectories), _ => true);
    }

    private static SKEncodedImageFormat FormatOf(string path)
    {
        using var codec = SKCodec.Create(path);
        return codec.EncodedFormat;
    }

    private (int Width, int Height) Size(StoredPicture stored, int step)
    {
        using var picture = SKBitmap.Decode(Store.FileOf(stored.Sha256, step));
        return (picture.Width, picture.Height);
    }

    private static byte[] Drawn(
        int width,
        int height,
        SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg,
        bool corner = false,
        bool noise = false
    )
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.LimeGreen);
        using (var canvas = new SKCanvas(bitmap))
        {
            if (corner)
                canvas.DrawRect(0, 0, 40, 40, new SKPaint { Color = SKColors.Red });
            var chance = new Random(7);
            for (var i = 0; noise && i < 2_000; i++)
                canvas.DrawPoint(chance.Next(width), chance.Next(height), new SKColor((uint)chance.Next() | 0xFF000000));
        }
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    // An APP1 segment with one entry, the orientation, and a text behind it as cameras leave them.
    private static byte[] WithExif(byte[] jpeg, byte orientation, string text)
    {
        byte[] tiff =
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(text),
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. body, .. jpeg[2..]];
    }

    private static byte[] PngThatClaims(int width, int height)
    {
        var png = Drawn(10, 10, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Web.Portal.Store.Crc32.Append(0, png.AsSpan(12, 17)));
        return png;
    }
}
