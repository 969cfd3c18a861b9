namespace DaiHoi.Web.Platform.Uploads;

/// <summary>The forms in which a picture is kept: WebP for nearly every browser, JPEG for old ones and for who shows a link.</summary>
public enum PictureFormat
{
    WebP,
    Jpeg,
}

/// <summary>How the files of a format are called and served.</summary>
public static class PictureFormats
{
    public static string EndingOf(PictureFormat format) =>
        format switch
        {
            PictureFormat.WebP => "webp",
            PictureFormat.Jpeg => "jpg",
            _ => throw new InvalidOperationException(format.ToString()),
        };

    public static string ContentTypeOf(PictureFormat format) => format == PictureFormat.WebP ? "image/webp" : "image/jpeg";

    /// <summary>The format behind the ending of an address; null where there is none.</summary>
    public static PictureFormat? Of(string ending) =>
        ending switch
        {
            "webp" => PictureFormat.WebP,
            "jpg" => PictureFormat.Jpeg,
            _ => null,
        };
}
