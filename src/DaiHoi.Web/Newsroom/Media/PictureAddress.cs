using DaiHoi.Web.Platform.Uploads;

namespace DaiHoi.Web.Newsroom.Media;

public static class PictureAddress
{
    /// <summary>Where readers fetch a picture.</summary>
    /// <param name="width">one of <see cref="PictureWidths"/></param>
    public static string Of(string sha256, int width, PictureFormat format) =>
        FormattableString.Invariant($"/anh/{sha256}-{width}.{PictureFormats.EndingOf(format)}");
}
