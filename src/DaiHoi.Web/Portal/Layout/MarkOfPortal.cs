using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Portal.Layout;

/// <summary>The sign of a portal: the office's logo, or the program's mark where it has none.</summary>
internal static class MarkOfPortal
{
    // Coloured by the style sheet where there is one; a page that was saved has none.
    private const string Mark =
        "<svg class=\"mark\" viewBox=\"0 0 44 44\" aria-hidden=\"true\"><path class=\"mark-ground\" fill=\"#8e1b1f\" d=\"M2 0h40a2 2 0 0 1 2 2v40a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z\"/><path class=\"mark-strokes\" fill=\"#fff\" d=\"M19 9h6v4h-6zM15 17h14v4H15zM11 25h22v4H11zM7 33h30v4H7z\"/></svg>";

    /// <summary>At the head of a page: said to who does not see it.</summary>
    public static string AtHead(MastheadWords masthead, bool english) =>
        masthead.Logo is { } logo ? Element(logo.Picture, logo.AlternativeText.In(english)) : Mark;

    /// <summary>Where it only repeats what stands at the head.</summary>
    public static string Again(MastheadWords masthead) => masthead.Logo is { } logo ? Element(logo.Picture, "") : Mark;

    // Never larger than the narrowest of its files.
    private static string Element(PublishedPicture picture, string alternativeText)
    {
        var width = PictureWidths.Of(picture.Width)[0];
        return FormattableString.Invariant(
            $"""
            <picture><source type="image/webp" srcset="{PictureAddress.Of(
                picture.Sha256,
                width,
                PictureFormat.WebP
            )}"><img src="{PictureAddress.Of(
                picture.Sha256,
                width,
                PictureFormat.Jpeg
            )}" class="logo" width="{picture.Width}" height="{picture.Height}" alt="{Markup.Encoder.Encode(
                alternativeText
            )}"></picture>
            """
        );
    }
}
