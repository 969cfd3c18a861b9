using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Media;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Beginnings;

public sealed partial class FirstEdition
{
    /// <summary>Publishes articles, each with one revision; authors and keywords are shared by their names.</summary>
    /// <returns>the articles' ids, in the order given</returns>
    /// <exception cref="KeyNotFoundException">an article names a section that does not exist</exception>
    public Task<IReadOnlyList<long>> PublishAsync(IReadOnlyList<NewArticle> articles, string reason, CancellationToken stop) =>
        InTransactionAsync<IReadOnlyList<long>>(
            async database =>
            {
                database.ChangeTracker.AutoDetectChangesEnabled = false;
                var categories = await database.Set<Category>().ToDictionaryAsync(c => c.Slug, c => c.Id, stop);
                var names = new SharedNames(database);
                var written = new List<Article>(articles.Count);
                foreach (var article in articles)
                    written.Add(await WriteAsync(article, categories[article.Category], names, reason, stop));
                database.AddRange(written);
                await database.SaveChangesAsync(stop);
                foreach (var article in written.Where(article => article.Photos.Count > 0))
                {
                    var photos = article.Photos.ConvertAll(photo => photo.Id);
                    await PhotoPlaces.NameAsync(database, article, photos, stop);
                    await database
                        .Set<Article>()
                        .Where(a => a.Id == article.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(a => a.LeadPhotoId, photos[0]), stop);
                }
                await DescribePicturesAsync(database, written.SelectMany(article => article.Photos), stop);
                return [.. written.Select(article => article.Id)];
            },
            stop
        );

    /// <summary>Puts an article that is there already in front of the portal.</summary>
    /// <param name="place">among the featured articles, from 1</param>
    /// <param name="category">slug of the section in which it shall stand</param>
    /// <param name="tags">its keywords, where it has none yet</param>
    /// <param name="inLists">a photo that stands for it in lists only, where it has none; the text stays as it is</param>
    public Task FeatureAsync(
        long articleId,
        int place,
        string category,
        IReadOnlyList<string> tags,
        NewPhoto inLists,
        CancellationToken stop
    ) =>
        InTransactionAsync(
            async database =>
            {
                var article = await database
                    .Set<Article>()
                    .Include(a => a.Tags)
                    .Include(a => a.Photos)
                    .SingleAsync(a => a.Id == articleId, stop);
                article.Featured = place;
                article.CategoryId = (await database.Set<Category>().SingleAsync(c => c.Slug == category, stop)).Id;
                if (article.Tags.Count == 0)
                    article.Tags.AddRange(await new SharedNames(database).TagsAsync(tags, stop));
                var shown = article.Photos.Find(photo => photo.Id == article.LeadPhotoId);
                if (shown?.PictureId is null)
                {
                    var photo = PhotoOf(inLists);
                    article.Photos.Add(photo);
                    await database.SaveChangesAsync(stop);
                    article.LeadPhotoId = photo.Id;
                }
                await database.SaveChangesAsync(stop);
                return true;
            },
            stop
        );

    /// <summary>Makes some words of an article's text a link to an address of the portal.</summary>
    /// <param name="sentence">in which they stand; once in the text, as it reads</param>
    /// <param name="words">that become the link</param>
    public Task LinkAsync(long articleId, string sentence, string words, string address, string reason, CancellationToken stop) =>
        InTransactionAsync(
            async database =>
            {
                var article = await database.Set<Article>().SingleAsync(a => a.Id == articleId, stop);
                if (!article.BodyHtml.Contains(sentence, StringComparison.Ordinal))
                    throw new InvalidOperationException($"Article {articleId} does not say «{sentence}»");
                var linked = sentence.Replace(words, $"<a href=\"{address}\">{words}</a>", StringComparison.Ordinal);
                article.Revise(
                    new(
                        article.Title,
                        article.Dateline,
                        article.Lead,
                        article.BodyHtml.Replace(sentence, linked, StringComparison.Ordinal)
                    ),
                    clock.UtcNow,
                    reason
                );
                await database.SaveChangesAsync(stop);
                return true;
            },
            stop
        );

    private static async Task<Article> WriteAsync(
        NewArticle article,
        long category,
        SharedNames names,
        string reason,
        CancellationToken stop
    )
    {
        var row = new Article { CategoryId = category, Featured = article.Featured };
        row.Revise(new(article.Title, article.Dateline, article.Lead, article.BodyHtml), article.PublishedAt, reason);
        row.Publish(article.PublishedAt);
        row.Authors.AddRange(await names.AuthorsAsync(article.Authors, stop));
        row.Tags.AddRange(await names.TagsAsync(article.Tags, stop));
        row.Photos.AddRange(article.Photos.Select(PhotoOf));
        return row;
    }

    // In the library a picture is found by the words under which it was shown first.
    private static async Task DescribePicturesAsync(Database database, IEnumerable<Photo> photos, CancellationToken stop)
    {
        var first = photos
            .Where(photo => photo.PictureId is not null)
            .DistinctBy(photo => photo.PictureId)
            .ToDictionary(photo => photo.PictureId!.Value);
        var ids = first.Keys.ToList();
        foreach (
            var picture in await database.Set<Picture>().Where(p => ids.Contains(p.Id) && p.SearchText == "").ToListAsync(stop)
        )
        {
            var photo = first[picture.Id];
            (picture.Caption, picture.AlternativeText, picture.Credit) = (photo.Caption, photo.AlternativeText, photo.Credit);
            picture.Reindex();
            database.Update(picture);
        }
        await database.SaveChangesAsync(stop);
    }

    private static Photo PhotoOf(NewPhoto photo) =>
        new()
        {
            PictureId = photo.PictureId,
            Caption = photo.Caption,
            AlternativeText = photo.AlternativeText,
            Credit = photo.Credit,
        };
}
