using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Antiforgery;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>Takes in what somebody brings, a picture or a PDF, told by its content, whatever its name says.</summary>
internal sealed class UploadMedia(MediaLibrary pictures, AttachmentLibrary attachments)
{
    /// <summary>A photograph of 50 megapixels from a good camera, or a long report with its scans.</summary>
    public const long LargestFile = 60 * 1024 * 1024;

    /// <summary>The same with what a form puts around it.</summary>
    public const long LargestRequest = LargestFile + (1024 * 1024);

    /// <summary>Asked by the scripts of the editor and of the library.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpContext context,
        UploadMedia upload,
        IAntiforgery forms,
        IKnowsPersons persons
    )
    {
        var t = Texts.In(Language.IsEnglish(context.Request));
        if (!context.Request.HasFormContentType || !await forms.IsRequestValidAsync(context))
            return Results.BadRequest(new { problem = t["photo-failed"] });
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return Results.UnprocessableEntity(new { problem = t["photo-empty"] });
        var actor = await ActorAsync(context, persons);
        var (taken, problem, status) = await upload.TakeAsync(actor, file, t, context.RequestAborted);
        return taken is null ? Results.Json(new { problem }, statusCode: status) : Results.Json(taken.ForScript(t));
    }

    /// <summary>Takes a file in, or says in words why not.</summary>
    /// <returns>with the status of the answer: 422 where the file is to blame, 503 or 507 where it is not</returns>
    public async Task<(Taken? Taken, string? Problem, int Status)> TakeAsync(
        Actor actor,
        IFormFile file,
        Texts t,
        CancellationToken stop
    )
    {
        if (file.Length > LargestFile)
            return Refused(t["photo-file-large", LargestFile / 1024 / 1024]);
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, stop);
        try
        {
            if (PlainPdf.Begins(bytes))
            {
                var (attachment, whyNot) = await attachments.AddAsync(actor, bytes, file.FileName, stop);
                return whyNot is { } reason
                    ? Refused(UploadRefusals.WordOf(reason, t))
                    : Accepted(new(Picture: null, attachment));
            }
            var (picture, refusal) = await pictures.AddAsync(actor, bytes, file.FileName, stop);
            return refusal is { } why ? Refused(UploadRefusals.WordOf(why, t)) : Accepted(new(picture, Attachment: null));
        }
        catch (Exception problem) when (StorageTroubles.Of(problem) == StorageTrouble.Busy)
        {
            return (null, t["photo-busy"], StorageTroubles.StatusOf(StorageTrouble.Busy));
        }
        catch (Exception problem) when (problem is IOException || StorageTroubles.Of(problem) is not null)
        {
            // The disk is full, or the folder cannot be written: nothing of the file is kept.
            return (null, t["photo-disk"], StorageTroubles.StatusOf(StorageTrouble.Full));
        }
    }

    /// <summary>Whether it begins as a PDF does, whatever its name says.</summary>
    public static async Task<bool> IsPdfAsync(IFormFile file, CancellationToken stop)
    {
        var beginning = new byte[Math.Min(file.Length, PlainPdf.Beginning)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(beginning, stop);
        return PlainPdf.Begins(beginning);
    }

    private static (Taken?, string?, int) Accepted(Taken taken) => (taken, null, StatusCodes.Status200OK);

    private static (Taken?, string?, int) Refused(string why) => (null, why, StatusCodes.Status422UnprocessableEntity);

    // The rule of the endpoint has let somebody through.
    private static async Task<Actor> ActorAsync(HttpContext context, IKnowsPersons persons)
    {
        var person = (await persons.WhoAsync(context))!;
        return new(person.Id, person.Name, context.Connection.RemoteIpAddress?.ToString());
    }
}

/// <summary>What was taken in: one of the two.</summary>
internal sealed record Taken(Picture? Picture, Attachment? Attachment)
{
    /// <summary>Its page in the library.</summary>
    public string Page =>
        Picture is { } picture
            ? FormattableString.Invariant($"/ban-bien-tap/kho-phuong-tien/{picture.Id}")
            : FormattableString.Invariant($"/ban-bien-tap/kho-phuong-tien/tep/{Attachment!.Id}");

    public object ForScript(Texts t) => Picture is { } picture ? MediaForEditor.Of(picture) : MediaForEditor.Of(Attachment!, t);
}
