using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>What the editor's dialogues ask for: pictures, files and documents, the newest or those with the words typed.</summary>
internal static class MediaForEditor
{
    // What fits on a screen of the dialogue without paging.
    private const int MostPictures = 24;
    private const int MostLines = 12;

    // Among so many the one with the number that was typed is looked for.
    private const int MostDocuments = 100;

    public static async Task<IResult> PicturesAsync(HttpContext context, MediaLibrary library, string? q) =>
        Results.Json((await library.FindAsync(q, MostPictures, 0, context.RequestAborted)).Pictures.Select(Of));

    public static async Task<IResult> FilesAsync(HttpContext context, AttachmentLibrary library, string? q)
    {
        var t = Texts.In(Language.IsEnglish(context.Request));
        var (_, found) = await library.FindAsync(q, MostLines, 0, context.RequestAborted);
        return Results.Json(found.Select(attachment => Of(attachment, t)));
    }

    /// <summary>Of the document library, by number, type, issuing body or summary, with or without marks.</summary>
    public static async Task<IResult> DocumentsAsync(HttpContext context, DocumentLibrary library, string? q)
    {
        var t = Texts.In(Language.IsEnglish(context.Request));
        var (_, found) = await library.FindAsync(new(q, null, null, null), MostDocuments, 0, context.RequestAborted);
        // Newer ones cite it in their summary: who types a number means the document that bears it.
        var number = (q ?? "").Trim();
        var ordered = found.OrderByDescending(d =>
            number.Length > 0 && d.Number.StartsWith(number, StringComparison.OrdinalIgnoreCase)
        );
        return Results.Json(
            ordered
                .Take(MostLines)
                .Select(document => new
                {
                    id = document.Id,
                    words = t["reference-document", document.Type, document.Number],
                    facts = t["reference-issued", Formats.Day(document.IssuedOn), document.IssuingBody],
                    summary = document.Summary,
                })
        );
    }

    public static object Of(Picture picture) =>
        new
        {
            kind = "picture",
            id = picture.Id,
            src = BodyForEditor.AddressOf(picture),
            small = SmallOf(picture),
            focus = FocalPoint.ClassesOf(picture.FocalX, picture.FocalY),
            name = picture.Name,
            alt = picture.AlternativeText,
            caption = picture.Caption,
            credit = picture.Credit ?? "",
        };

    public static object Of(Attachment attachment, Texts t) =>
        new
        {
            kind = "file",
            id = attachment.Id,
            words = attachment.Title,
            facts = FactsOf(attachment, t),
        };

    /// <summary>"PDF, 312 KB"</summary>
    public static string FactsOf(Attachment attachment, Texts t) => t["reference-pdf", FileSize.Of(attachment.Length, t.English)];

    /// <summary>The address of a picture in its smallest width.</summary>
    public static string SmallOf(Picture picture) =>
        PictureAddress.Of(picture.Sha256, PictureWidths.Of(picture.Width)[0], PictureFormat.WebP);
}
