using System.Security.Cryptography;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>
/// Keeps pictures in the data folder as <c>media/ab/{sha256}-{width}.webp</c>. Nothing of the bytes that were brought in is
/// ever served: a picture is decoded, turned upright and encoded anew, so neither metadata nor anything hidden survives.
/// </summary>
public sealed class MediaStore(DatabaseFactory databases, SiteClock clock)
{
    /// <summary>Of a WebP, by its format.</summary>
    private const int LongestSide = 16_383;

    private readonly string folder = Path.Combine(databases.Address.Folder, "media");

    /// <summary>
    /// Takes in a JPEG, PNG, WebP, GIF or BMP, told by its content. The same bytes are stored once, and answer with the same id.
    /// A refused picture leaves nothing behind.
    /// </summary>
    public async Task<StoredPicture> PutAsync(byte[] original, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(original));
        if (await FindAsync(sha256, stop) is { } stored)
            return stored;
        using var decoded = UprightPicture.Decode(original, out var refusal);
        if (decoded is null)
            return StoredPicture.Refused(refusal);
        Write(decoded, sha256);
        return await RememberAsync(sha256, decoded, stop);
    }

    /// <summary>Takes in a picture that the program drew itself.</summary>
    /// <param name="drawn">upright; known again by its pixels</param>
    public async Task<StoredPicture> PutAsync(SKBitmap drawn, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(drawn.GetPixelSpan()));
        if (await FindAsync(sha256, stop) is { } stored)
            return stored;
        Write(drawn, sha256);
        return await RememberAsync(sha256, drawn, stop);
    }

    /// <summary>A stored file for reading, or null where there is none of that name and width.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits; anything else finds nothing</param>
    public Stream? Open(string sha256, int width) =>
        FileOf(sha256, width) is { } path
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true)
            : null;

    /// <summary>Where such a file lies, or null.</summary>
    public string? FileOf(string sha256, int width)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            return null;
        var path = PathOf(sha256, width);
        return File.Exists(path) ? path : null;
    }

    private async Task<StoredPicture?> FindAsync(string sha256, CancellationToken stop)
    {
        await using var database = databases.Create();
        var picture = await database.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(p => p.Sha256 == sha256, stop);
        if (picture is null)
            return null;
        // A row whose files were lost (a folder restored by hand) is written again by whoever brings the picture back.
        var whole = PictureWidths.Of(picture.Width).All(width => File.Exists(PathOf(sha256, width)));
        return whole ? StoredPicture.Of(picture) : null;
    }

    private async Task<StoredPicture> RememberAsync(string sha256, SKBitmap upright, CancellationToken stop)
    {
        await using var database = databases.Create();
        var known = await database.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(p => p.Sha256 == sha256, stop);
        if (known is not null)
            return StoredPicture.Of(known);
        var picture = new Picture
        {
            Sha256 = sha256,
            Width = upright.Width,
            Height = upright.Height,
            AddedAt = clock.UtcNow,
        };
        database.Add(picture);
        try
        {
            await database.SaveChangesAsync(stop);
            return StoredPicture.Of(picture);
        }
        catch (DbUpdateException)
        {
            // Another request brought the same bytes in the meantime: ux_picture_sha256 kept its row, and it is the same.
            await using var again = databases.Create();
            var first = await again.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(p => p.Sha256 == sha256, stop);
            if (first is null)
                throw;
            return StoredPicture.Of(first);
        }
    }

    private void Write(SKBitmap upright, string sha256)
    {
        Directory.CreateDirectory(Path.Combine(folder, sha256[..2]));
        foreach (var width in PictureWidths.Of(upright.Width))
        {
            var path = PathOf(sha256, width);
            if (File.Exists(path))
                continue;
            var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
            try
            {
                using (var file = new FileStream(temporary, FileMode.CreateNew))
                    WebP(upright, width).SaveTo(file);
                File.Move(temporary, path, overwrite: true);
            }
            catch (IOException)
            {
                // What a full disk has let in stays in nobody's way.
                File.Delete(temporary);
                throw;
            }
        }
    }

    // A scan of a long scroll is narrower than its step says, or WebP could not hold it.
    private static SKData WebP(SKBitmap upright, int step)
    {
        var webp = new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, 80);
        var scale = Math.Min((double)step / upright.Width, (double)LongestSide / upright.Height);
        if (scale >= 1)
            return upright.PeekPixels().Encode(webp)!;
        var width = Math.Max(1, (int)Math.Round(upright.Width * scale));
        var height = Math.Max(1, (int)Math.Round(upright.Height * scale));
        using var smaller = upright.Resize(
            new SKImageInfo(width, height, upright.ColorType, upright.AlphaType),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        return smaller.PeekPixels().Encode(webp)!;
    }

    private string PathOf(string sha256, int width) => Path.Combine(folder, sha256[..2], $"{sha256}-{width}.webp");
}
