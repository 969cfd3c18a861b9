using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>A picture of the media store in a page: WebP in all its widths, JPEG for a browser that knows none.</summary>
internal static class PictureElement
{
    /// <param name="sizes">how wide the page shows it, as the attribute of that name says</param>
    public static string Of(PublishedPicture picture, string alternativeText, string sizes, bool first)
    {
        var focus = FocalPoint.ClassesOf(picture.FocalX, picture.FocalY);
        return FormattableString.Invariant(
            $"""
            <picture><source type="image/webp" srcset="{Set(picture, PictureFormat.WebP)}" sizes="{sizes}"><img src="{LargestJpeg(
                picture
            )}" srcset="{Set(
                picture,
                PictureFormat.Jpeg
            )}" sizes="{sizes}" width="{picture.Width}" height="{picture.Height}" alt="{Markup.Encoder.Encode(alternativeText)}"{(
                focus.Length > 0 ? $" class=\"{focus}\"" : ""
            )}{(first ? " fetchpriority=\"high\"" : " loading=\"lazy\"")} decoding="async"></picture>
            """
        );
    }

    /// <summary>The address of a picture as large as it is kept, in the format that everybody who shows a link knows.</summary>
    public static string LargestJpeg(PublishedPicture picture) =>
        PictureAddress.Of(picture.Sha256, PictureWidths.Of(picture.Width)[^1], PictureFormat.Jpeg);

    private static string Set(PublishedPicture picture, PictureFormat format) =>
        string.Join(
            ", ",
            PictureWidths
                .Of(picture.Width)
                .Select(width => FormattableString.Invariant($"{PictureAddress.Of(picture.Sha256, width, format)} {width}w"))
        );
}
