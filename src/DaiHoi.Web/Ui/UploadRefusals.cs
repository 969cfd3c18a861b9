using DaiHoi.Web.Platform.Uploads;

namespace DaiHoi.Web.Ui;

/// <summary>Why a file was not taken in, in words for who brought it.</summary>
public static class UploadRefusals
{
    public static string WordOf(PictureRefusal refusal, Texts t) =>
        refusal switch
        {
            PictureRefusal.NotAPicture => t["photo-no-picture"],
            PictureRefusal.TooLarge => t["photo-large"],
            PictureRefusal.Damaged => t["photo-damaged"],
            PictureRefusal.SecondFile => t["photo-second-file"],
            _ => throw new InvalidOperationException(refusal.ToString()),
        };

    public static string WordOf(PdfRefusal refusal, Texts t) =>
        refusal switch
        {
            PdfRefusal.NotAPdf => t["photo-no-picture"],
            PdfRefusal.Damaged => t["pdf-damaged"],
            PdfRefusal.SomethingBehind => t["pdf-something-behind"],
            PdfRefusal.Locked => t["pdf-locked"],
            PdfRefusal.Acts => t["pdf-acts"],
            PdfRefusal.HoldsFiles => t["pdf-holds-files"],
            PdfRefusal.TooDense => t["pdf-too-dense"],
            _ => throw new InvalidOperationException(refusal.ToString()),
        };
}
