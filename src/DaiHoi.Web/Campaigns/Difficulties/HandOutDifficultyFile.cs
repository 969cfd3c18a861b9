using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>Hands a file out to who may read what it is attached to: a photo to look at, a PDF to save.</summary>
internal static class HandOutDifficultyFile
{
    public static async Task<IResult> AnswerAsync(HttpContext context, long id, OpenDifficulties opening, EvidenceStore store) =>
        await opening.FileAsync(Person.Behind(context), id, context.RequestAborted) is { } file
            ? store.HandOut(context, file.Sha256, file.IsPicture, file.Name)
            : Results.NotFound();
}
