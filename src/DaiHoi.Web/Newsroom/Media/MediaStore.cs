using System.Security.Cryptography;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Files;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Platform.Uploads;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>
/// Keeps pictures, as <c>media/ab/{sha256}-{width}.webp</c> and <c>.jpg</c>, and PDFs to take away in the data folder. Nothing
/// of the bytes of a picture that was brought in is ever served: it is decoded, turned upright and encoded anew, so neither
/// metadata nor anything hidden survives. Who brings a picture in has both written at once. Where a JPEG is missing (the
/// store is older than they are, a picture was drawn by the program or carried here from another portal) it is made from the
/// WebP of its width when it is first asked for, and kept: an upgrade has nothing to do.
/// </summary>
public sealed class MediaStore(DatabaseFactory databases, SiteClock clock) : IDisposable
{
    private static readonly PictureFormat[] Both = [PictureFormat.WebP, PictureFormat.Jpeg];

    private readonly string folder = Path.Combine(databases.Address.Folder, "media");

    // Who asks for many at once waits: one picture in memory, not a thousand.
    private readonly SemaphoreSlim making = new(1);

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
        Write(decoded, sha256, Both);
        return await RememberAsync(sha256, decoded, stop);
    }

    /// <summary>Takes in a picture that the program drew itself; its JPEG comes when somebody asks, the first start does not wait.</summary>
    /// <param name="drawn">upright; known again by its pixels</param>
    public async Task<StoredPicture> PutAsync(SKBitmap drawn, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(drawn.GetPixelSpan()));
        if (await FindAsync(sha256, stop) is { } stored)
            return stored;
        Write(drawn, sha256, [PictureFormat.WebP]);
        return await RememberAsync(sha256, drawn, stop);
    }

    /// <summary>
    /// Takes in a PDF, as it is: <c>media/ab/{sha256}.pdf</c>. It cannot be encoded anew without losing a signature in it, so
    /// only one that does nothing and hides nothing is kept (<see cref="PlainPdf"/>), and it is served to be saved.
    /// </summary>
    /// <returns>the SHA-256 of the bytes, or why they were refused</returns>
    internal async Task<(string Sha256, PdfRefusal? Refusal)> PutPdfAsync(byte[] pdf, CancellationToken stop)
    {
        if (PlainPdf.RefusalOf(pdf) is { } refusal)
            return ("", refusal);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var path = PdfPathOf(sha256);
        if (File.Exists(path))
            return (sha256, null);
        await WholeFile.WriteAsync(path, pdf, stop);
        return (sha256, null);
    }

    /// <summary>Where a PDF lies, or null.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits; anything else finds nothing</param>
    public string? PdfOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && File.Exists(PdfPathOf(sha256)) ? PdfPathOf(sha256) : null;

    /// <summary>A stored WebP for reading, or null where there is none of that name and width.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits; anything else finds nothing</param>
    public Stream? Open(string sha256, int width) =>
        FileOf(sha256, width) is { } path
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true)
            : null;

    /// <summary>Where such a WebP lies, or null.</summary>
    public string? FileOf(string sha256, int width)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            return null;
        var path = PathOf(sha256, width, PictureFormat.WebP);
        return File.Exists(path) ? path : null;
    }

    /// <summary>Where a picture lies in one of its formats, made now where it is missing; null where there is no such picture.</summary>
    public async Task<string?> FileOfAsync(string sha256, int width, PictureFormat format, CancellationToken stop)
    {
        if (FileOf(sha256, width) is not { } webP)
            return null;
        if (format == PictureFormat.WebP)
            return webP;
        var path = PathOf(sha256, width, format);
        if (File.Exists(path))
            return path;
        await making.WaitAsync(stop);
        try
        {
            if (File.Exists(path))
                return path;
            using var kept = SKBitmap.Decode(webP);
            if (kept is null)
                return null;
            Save(EncodedPicture.Of(kept, width, format), path);
            return path;
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose() => making.Dispose();

    private async Task<StoredPicture?> FindAsync(string sha256, CancellationToken stop)
    {
        await using var database = databases.Create();
        var picture = await database.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(p => p.Sha256 == sha256, stop);
        if (picture is null)
            return null;
        // A row whose files were lost (a folder restored by hand) is written again by whoever brings the picture back.
        var whole = PictureWidths.Of(picture.Width).All(width => File.Exists(PathOf(sha256, width, PictureFormat.WebP)));
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

    private void Write(SKBitmap upright, string sha256, PictureFormat[] formats)
    {
        foreach (var format in formats)
        {
            foreach (var width in PictureWidths.Of(upright.Width))
            {
                var path = PathOf(sha256, width, format);
                if (!File.Exists(path))
                    Save(EncodedPicture.Of(upright, width, format), path);
            }
        }
    }

    private static void Save(SKData encoded, string path)
    {
        using (encoded)
            WholeFile.Write(path, encoded.SaveTo);
    }

    private string PdfPathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256 + Attachment.Ending);

    private string PathOf(string sha256, int width, PictureFormat format) =>
        Path.Combine(folder, sha256[..2], $"{sha256}-{width}.{PictureFormats.EndingOf(format)}");
}
