using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Newsroom.Desk;

internal sealed partial class ArticleDesk
{
    /// <summary>Who saved the text of an article last; empty where the program brought it in.</summary>
    public async Task<string> LastHandAsync(long id, CancellationToken stop) =>
        // Of the log: a change of keywords or of the section makes no revision.
        await sql.FirstAsync(
            "select actor_name from audit_entry where subject = @subject order by seq desc limit 1",
            row => row.GetString(0),
            stop,
            ("subject", FormattableString.Invariant($"article:{id}"))
        ) ?? "";

    /// <summary>The revisions of an article that this person may see, newest first.</summary>
    public async Task<List<ArticleRevision>> RevisionsAsync(Person person, long id, CancellationToken stop)
    {
        if (await FindAsync(person, id, stop) is null)
            return [];
        await using var database = databases.Create();
        return await database
            .Set<ArticleRevision>()
            .AsNoTracking()
            .Where(r => r.ArticleId == id)
            .OrderByDescending(r => r.Number)
            .ToListAsync(stop);
    }

    /// <summary>The pictures that a body shows.</summary>
    public async Task<Dictionary<long, Picture>> PicturesAsync(WrittenBody body, CancellationToken stop)
    {
        var ids = body.Photos.Select(photo => photo.PictureId).OfType<long>().Distinct().ToList();
        if (ids.Count == 0)
            return [];
        await using var database = databases.Create();
        return await database.Set<Picture>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
    }

    /// <summary>A picture that a body names and that is not in the store; null where all are.</summary>
    public async Task<long?> UnknownPictureAsync(WrittenBody body, CancellationToken stop)
    {
        var known = await PicturesAsync(body, stop);
        return body.Photos.Select(photo => photo.PictureId).FirstOrDefault(id => id is { } number && !known.ContainsKey(number));
    }

    /// <summary>A number under which there is no article; null where there is one under each.</summary>
    public async Task<long?> UnknownArticleAsync(IReadOnlyCollection<long> numbers, CancellationToken stop)
    {
        if (numbers.Count == 0)
            return null;
        await using var database = databases.Create();
        var known = await database.Set<Article>().Where(a => numbers.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop);
        return numbers.Except(known).Cast<long?>().FirstOrDefault();
    }
}
