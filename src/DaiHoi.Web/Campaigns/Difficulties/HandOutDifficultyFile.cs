using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>Hands a file out to who may read what it is attached to: a photo to look at, a PDF to save.</summary>
internal static class HandOutDifficultyFile
{
    public static async Task<IResult> AnswerAsync(HttpContext context, long id, DifficultyReading reading, EvidenceStore store)
    {
        var found = await reading.FileAsync(Person.Behind(context), id, context.RequestAborted);
        if (found is not { } file || store.FileOf(file.Sha256, file.IsPicture) is not { } path)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        return file.IsPicture
            ? Results.File(path, "image/jpeg", enableRangeProcessing: true)
            : Results.File(path, "application/pdf", file.Name, enableRangeProcessing: true);
    }
}
