using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Antiforgery;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>What the editor asks about pictures: takes one in, and lists the newest.</summary>
internal static class UploadPicture
{
    /// <summary>A photograph of 50 megapixels from a good camera.</summary>
    public const long LargestFile = 60 * 1024 * 1024;

    /// <summary>The same with what a form puts around it.</summary>
    public const long LargestRequest = LargestFile + (1024 * 1024);

    // What fits on a screen of the dialogue without paging.
    private const int Newest = 24;

    public static async Task<IResult> TakeAsync(
        HttpContext context,
        MediaLibrary library,
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
        var (picture, problem) = await TakeAsync(library, await ActorAsync(context, persons), file, t, context.RequestAborted);
        return picture is null ? Results.UnprocessableEntity(new { problem }) : Results.Json(Shown(picture));
    }

    /// <summary>Takes a file in, or says in words why not.</summary>
    public static async Task<(Picture? Picture, string? Problem)> TakeAsync(
        MediaLibrary library,
        Actor actor,
        IFormFile file,
        Texts t,
        CancellationToken stop
    )
    {
        if (file.Length > LargestFile)
            return (null, t["photo-file-large", LargestFile / 1024 / 1024]);
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, stop);
        try
        {
            var (picture, refusal) = await library.AddAsync(actor, bytes, file.FileName, stop);
            return (picture, refusal is { } why ? WordOf(why, t) : null);
        }
        catch (IOException)
        {
            // The disk is full, or the folder cannot be written: nothing of the picture is kept.
            return (null, t["photo-disk"]);
        }
    }

    public static async Task<IResult> ListAsync(HttpContext context, MediaLibrary library) =>
        Results.Json((await library.FindAsync(words: null, Newest, 0, context.RequestAborted)).Pictures.Select(Shown));

    private static object Shown(Picture picture) =>
        new
        {
            id = picture.Id,
            src = BodyForEditor.AddressOf(picture),
            small = SmallOf(picture),
            focus = FocalPoint.ClassesOf(picture.FocalX, picture.FocalY),
            name = picture.Name,
            alt = picture.AlternativeText,
            caption = picture.Caption,
            credit = picture.Credit ?? "",
        };

    /// <summary>The address of a picture in its smallest width.</summary>
    public static string SmallOf(Picture picture) =>
        PictureFormats.AddressOf(picture.Sha256, PictureWidths.Of(picture.Width)[0], PictureFormat.WebP);

    private static string WordOf(PictureRefusal refusal, Texts t) =>
        refusal switch
        {
            PictureRefusal.NotAPicture => t["photo-no-picture"],
            PictureRefusal.TooLarge => t["photo-large"],
            PictureRefusal.Damaged => t["photo-damaged"],
            _ => throw new InvalidOperationException(refusal.ToString()),
        };

    // The rule of the endpoint has let somebody through.
    private static async Task<Actor> ActorAsync(HttpContext context, IKnowsPersons persons)
    {
        var person = (await persons.WhoAsync(context))!;
        return new(person.Id, person.Name, context.Connection.RemoteIpAddress?.ToString());
    }
}
