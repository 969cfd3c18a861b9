using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Uploads;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>The pictures that people brought in, with what is written about them and where they are shown.</summary>
internal sealed class MediaLibrary(MediaStore store, DatabaseFactory databases, RecordedChanges changes) : IDisposable
{
    // A picture of 50 megapixels takes 200 MB while it is made: one after another.
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Takes a picture in. The same bytes are the same picture, whoever brings them.</summary>
    /// <param name="name">of the file</param>
    /// <exception cref="IOException">it cannot be written: the disk is full</exception>
    public async Task<(Picture? Picture, PictureRefusal? Refusal)> AddAsync(
        Actor actor,
        byte[] original,
        string name,
        CancellationToken stop
    )
    {
        StoredPicture stored;
        await one.WaitAsync(stop);
        try
        {
            stored = await store.PutAsync(original, stop);
        }
        finally
        {
            one.Release();
        }
        if (stored.Refusal is { } refusal)
            return (null, refusal);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var picture = await database.Set<Picture>().SingleAsync(p => p.Id == stored.Id, stop);
        if (picture.AddedById is not null || picture.Name.Length > 0)
            return (picture, null);
        picture.Name = Cut(Fold.Clean(Path.GetFileName(name)).Trim());
        (picture.AddedById, picture.AddedByName) = (actor.Id, actor.Name);
        picture.Reindex();
        var deed = new Deed("picture.added", $"picture:{picture.Id}", NameOf(picture), After: Shown(picture));
        await changes.CommitAsync(database, actor, deed, [], stop);
        return (picture, null);
    }

    /// <summary>The newest pictures, or those whose name and words hold every word that is asked for.</summary>
    public async Task<(int Total, List<Picture> Pictures)> FindAsync(string? words, int count, int skip, CancellationToken stop)
    {
        await using var database = databases.Create();
        var found = database.Set<Picture>().AsNoTracking();
        foreach (var word in Fold.Letters(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
            found = found.Where(p => p.SearchText.Contains(word));
        var total = await found.CountAsync(stop);
        return (total, await found.OrderByDescending(p => p.Id).Skip(skip).Take(count).ToListAsync(stop));
    }

    public async Task<Picture?> OneAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop);
    }

    /// <summary>The articles that show a picture, the newest first.</summary>
    public async Task<List<(long Article, string Title)>> UsesAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        var uses = await database
            .Set<Photo>()
            .Where(p => p.PictureId == id)
            .Join(database.Set<Article>(), p => p.ArticleId, a => a.Id, (_, a) => new { a.Id, a.Title })
            .Distinct()
            .OrderByDescending(a => a.Id)
            .Take(100)
            .ToListAsync(stop);
        return uses.ConvertAll(use => (use.Id, use.Title));
    }

    /// <summary>Writes what is said about a picture. Articles keep their own words; the focal point holds for all of them.</summary>
    /// <returns>false where there is no such picture</returns>
    public async Task<bool> DescribeAsync(Actor actor, long id, PictureWords words, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var picture = await database.Set<Picture>().FirstOrDefaultAsync(p => p.Id == id, stop);
        if (picture is null)
            return false;
        var before = Shown(picture);
        (picture.Caption, picture.AlternativeText) = (words.Caption, words.AlternativeText);
        (picture.Credit, picture.Licence) = (words.Credit, words.Licence);
        (picture.FocalX, picture.FocalY) = (words.FocalX, words.FocalY);
        picture.Reindex();
        var deed = new Deed("picture.described", $"picture:{id}", NameOf(picture), before, Shown(picture));
        await changes.CommitAsync(database, actor, deed, ["articles"], stop);
        return true;
    }

    public void Dispose() => one.Dispose();

    private static string NameOf(Picture picture) => picture.Name.Length > 0 ? picture.Name : picture.Sha256[..12];

    private static object Shown(Picture picture) =>
        new
        {
            picture.Name,
            picture.Sha256,
            picture.Width,
            picture.Height,
            picture.Caption,
            picture.AlternativeText,
            picture.Credit,
            picture.Licence,
            picture.FocalX,
            picture.FocalY,
        };

    private static string Cut(string text) => text.Length <= Picture.LongestName ? text : text[..Picture.LongestName];
}

internal sealed record PictureWords(
    string Caption,
    string AlternativeText,
    string? Credit,
    string? Licence,
    int FocalX,
    int FocalY
);
