using System.Globalization;
using System.Text.RegularExpressions;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

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
                var names = new SharedNames(
                    await database.Set<Author>().ToDictionaryAsync(a => a.Slug, stop),
                    await database.Set<Tag>().ToDictionaryAsync(t => t.Slug, stop)
                );
                var written = articles.Select(article => Write(article, categories[article.Category], names, reason)).ToList();
                database.AddRange(written);
                await database.SaveChangesAsync(stop);
                foreach (var (article, photos) in written.Zip(articles, (row, article) => (row, article.Photos.Count)))
                {
                    if (photos > 0)
                        await NamePhotosAsync(database, article, stop);
                }
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
                {
                    var names = new SharedNames([], await database.Set<Tag>().ToDictionaryAsync(t => t.Slug, stop));
                    article.Tags.AddRange(names.Tags(tags));
                }
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

    private static Article Write(NewArticle article, long category, SharedNames names, string reason)
    {
        var row = new Article { CategoryId = category, Featured = article.Featured };
        row.Revise(new(article.Title, article.Dateline, article.Lead, article.BodyHtml), article.PublishedAt, reason);
        row.Publish(article.PublishedAt);
        row.Authors.AddRange(names.Authors(article.Authors));
        row.Tags.AddRange(names.Tags(article.Tags));
        row.Photos.AddRange(article.Photos.Select(PhotoOf));
        return row;
    }

    private static Photo PhotoOf(NewPhoto photo) =>
        new()
        {
            PictureId = photo.PictureId,
            Caption = photo.Caption,
            AlternativeText = photo.AlternativeText,
            Credit = photo.Credit,
        };

    // The text names photos by their ids, which the database has given only now.
    private static async Task NamePhotosAsync(Database database, Article article, CancellationToken stop)
    {
        var photos = article.Photos.Select(photo => photo.Id).Order().ToList();
        var body = PhotoPlace()
            .Replace(
                article.BodyHtml,
                place =>
                    $"data-photo=\"{photos[int.Parse(place.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) - 1]}\""
            );
        var lead = photos[0];
        await database
            .Set<Article>()
            .Where(a => a.Id == article.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.BodyHtml, body).SetProperty(a => a.LeadPhotoId, lead), stop);
        await database
            .Set<ArticleRevision>()
            .Where(r => r.ArticleId == article.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.BodyHtml, body), stop);
    }

    [GeneratedRegex("data-photo=\"(\\d{1,4})\"", RegexOptions.None, 2000)]
    private static partial Regex PhotoPlace();

    /// <summary>Authors and keywords by their slugs: the same name is one row.</summary>
    private sealed class SharedNames(Dictionary<string, Author> authors, Dictionary<string, Tag> tags)
    {
        public IEnumerable<ArticleAuthor> Authors(IReadOnlyList<string> names) =>
            names.Select((name, i) => new ArticleAuthor { Author = AuthorOf(name), Position = i + 1 });

        public IEnumerable<ArticleTag> Tags(IReadOnlyList<string> names) =>
            names.Select((name, i) => new ArticleTag { Tag = TagOf(name), Position = i + 1 });

        private Author AuthorOf(string name)
        {
            var slug = Slug.Of(name);
            if (!authors.TryGetValue(slug, out var author))
                authors[slug] = author = new() { Name = name, Slug = slug };
            return author;
        }

        private Tag TagOf(string name)
        {
            var slug = Slug.Of(name);
            if (!tags.TryGetValue(slug, out var tag))
                tags[slug] = tag = new() { Name = name, Slug = slug };
            return tag;
        }
    }
}
