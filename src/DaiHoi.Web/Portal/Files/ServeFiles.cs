using System.Globalization;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Uploads;
using Microsoft.Net.Http.Headers;

namespace DaiHoi.Web.Portal.Files;

/// <summary>Pictures and attachments, straight from the data folder. Pictures never change under their name, so readers keep them.</summary>
internal static class ServeFiles
{
    /// <summary>"{sha256}-{width}.webp" or ".jpg" → the file of the media store, or 404.</summary>
    public static async Task<IResult> Picture(HttpContext context, MediaStore media, KnownPictures known, string name)
    {
        var parts = name.Split('-', '.');
        if (
            parts is not [var sha256, var digits, var ending]
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || PictureFormats.Of(ending) is not { } format
            || !await known.HasAsync(sha256, context.RequestAborted)
            || await media.FileOfAsync(sha256, width, format, context.RequestAborted) is not { } path
        )
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(path, PictureFormats.ContentTypeOf(format), enableRangeProcessing: true);
    }

    /// <summary>An attachment under the name with which the reader will keep it; always saved, never shown as a page.</summary>
    public static async Task<IResult> Attachment(HttpContext context, DocumentLibrary library, DocumentFiles files, long id)
    {
        if (await library.FileAsync(id, context.RequestAborted) is not { } file || !File.Exists(files.PathOf(file.Sha256)))
            return Results.NotFound();
        Sandbox(context);
        return Results.File(
            files.PathOf(file.Sha256),
            file.ContentType,
            file.Name,
            enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256[..32]}\"")
        );
    }

    /// <summary>A PDF that an article offers, under the name with which the reader will keep it; saved, never shown as a page.</summary>
    public static async Task<IResult> Pdf(HttpContext context, References references, MediaStore media, string sha256)
    {
        if (media.PdfOf(sha256) is not { } path || await references.FileAsync(sha256, context.RequestAborted) is not { } file)
            return Results.NotFound();
        Sandbox(context);
        return Results.File(
            path,
            "application/pdf",
            file.Name,
            enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{sha256[..32]}\"")
        );
    }

    // It comes from somebody else. A browser that opens it all the same gives it nothing of this site.
    private static void Sandbox(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
}
