using DaiHoi.Web.Platform.Uploads;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>What became of a picture that was brought in: where it lies now, or why it was refused.</summary>
/// <param name="Id">of the stored picture; 0 where it was refused</param>
/// <param name="Width">turned upright, in pixels, like <paramref name="Height"/></param>
/// <param name="Refusal">null where it was stored</param>
public sealed record StoredPicture(long Id, string Sha256, int Width, int Height, PictureRefusal? Refusal)
{
    public bool IsStored => Refusal is null;

    internal static StoredPicture Of(Picture picture) =>
        new(picture.Id, picture.Sha256, picture.Width, picture.Height, Refusal: null);

    internal static StoredPicture Refused(PictureRefusal why) => new(0, "", 0, 0, why);
}
