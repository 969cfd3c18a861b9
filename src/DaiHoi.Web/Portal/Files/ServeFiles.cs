using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Published;
using Microsoft.Net.Http.Headers;

namespace DaiHoi.Web.Portal.Files;

/// <summary>Pictures and attachments, straight from the data folder. Pictures never change under their name, so readers keep them.</summary>
internal static class ServeFiles
{
    private const int Sha256Letters = 64;

    /// <summary>"{sha256}-{width}.webp" → the file of the media store, or 404.</summary>
    public static IResult Picture(HttpContext context, DatabaseAddress address, string name)
    {
        // The name is taken apart, never joined to a path as it came.
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (
            dash != Sha256Letters
            || !name.EndsWith(".webp", StringComparison.Ordinal)
            || !name.Take(dash).All(char.IsAsciiHexDigitLower)
            || !int.TryParse(
                name.AsSpan(dash + 1, name.Length - dash - 6),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var width
            )
        )
            return Results.NotFound();
        var path = Path.Combine(
            address.Folder,
            "media",
            name[..2],
            string.Create(CultureInfo.InvariantCulture, $"{name.AsSpan(0, dash)}-{width}.webp")
        );
        if (!File.Exists(path))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(path, "image/webp", enableRangeProcessing: true);
    }

    /// <summary>An attachment under the name with which the reader will keep it; always saved, never shown as a page.</summary>
    public static async Task<IResult> Attachment(HttpContext context, DocumentLibrary library, DocumentFiles files, long id)
    {
        if (await library.FileAsync(id, context.RequestAborted) is not { } file || !File.Exists(files.PathOf(file.Sha256)))
            return Results.NotFound();
        return Results.File(
            files.PathOf(file.Sha256),
            file.ContentType,
            file.Name,
            enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256[..32]}\"")
        );
    }
}
