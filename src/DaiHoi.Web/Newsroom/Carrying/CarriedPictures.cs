using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Files;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>Takes pictures over as they are, byte for byte: they were made by a media store, and looked at again.</summary>
internal sealed class CarriedPictures(Data.DatabaseAddress address, SiteClock clock)
{
    /// <summary>
    /// The id of the picture here; one that is known keeps its own words. Written in the caller's transaction; its files come
    /// first, as always.
    /// </summary>
    public async Task<long> TakeAsync(Database database, CarriedFiles files, CarriedPhoto photo, CancellationToken stop)
    {
        var sha256 = photo.Picture!;
        if (await database.Set<Picture>().FirstOrDefaultAsync(p => p.Sha256 == sha256, stop) is { } known)
            return known.Id;
        foreach (var step in PictureWidths.Of(photo.Width!.Value))
        {
            var name = CarriedFiles.NameOf(sha256, step);
            var bytes =
                await CarriedReading.BytesAsync(files, name, stop)
                ?? throw new InvalidDataException($"{name} is gone since it was read");
            var path = Path.Combine(address.Folder, name);
            await WholeFile.WriteAsync(path, bytes, stop);
        }
        var picture = new Picture
        {
            Sha256 = sha256,
            Width = photo.Width.Value,
            Height = photo.Height!.Value,
            AddedAt = clock.UtcNow,
        };
        if (photo.Media is { } words)
        {
            (picture.Name, picture.Caption, picture.AlternativeText) = (words.Name, words.Caption, words.AlternativeText);
            (picture.Credit, picture.Licence) = (words.Credit, words.Licence);
            (picture.FocalX, picture.FocalY) = (words.FocalX, words.FocalY);
            picture.Reindex();
        }
        database.Add(picture);
        await database.SaveChangesAsync(stop);
        return picture.Id;
    }
}
