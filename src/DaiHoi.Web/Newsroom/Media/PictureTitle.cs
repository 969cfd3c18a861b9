using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>How the desk calls a picture: by its file, else by its caption, else by its number.</summary>
internal static class PictureTitle
{
    public static string Of(Picture picture, Texts t) =>
        picture.Name.Length > 0 ? picture.Name
        : picture.Caption.Length > 0 ? picture.Caption
        : t["media-picture", picture.Id];
}
