using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Changes;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Builders;

/// <summary>Articles for tests: name what matters, the rest is usual.</summary>
internal static class An
{
    public static ArticleBuilder Article(string title = "Đại hội điểm cấp cơ sở ở Lộc Ninh") => new(title);
}

internal sealed class ArticleBuilder(string title)
{
    private static readonly DateTime Usual = new(2020, 3, 4, 7, 42, 0, DateTimeKind.Utc);

    private string lead = "Chiều 2-3, đảng bộ xã tổ chức đại hội điểm.";
    private string body = "<p>Đại hội bầu 15 đồng chí vào Ban Chấp hành.</p>";
    private string category = "tin-tuc";
    private DateTime publishedAt = Usual;
    private bool published = true;
    private readonly List<string> tags = [];
    private readonly List<string> authors = [];

    public ArticleBuilder Saying(string lead, string? body = null)
    {
        this.lead = lead;
        this.body = body ?? this.body;
        return this;
    }

    public ArticleBuilder In(string category)
    {
        this.category = category;
        return this;
    }

    public ArticleBuilder At(DateTime publishedAt)
    {
        this.publishedAt = publishedAt;
        return this;
    }

    public ArticleBuilder NotPublished()
    {
        published = false;
        return this;
    }

    public ArticleBuilder Tagged(params string[] names)
    {
        tags.AddRange(names);
        return this;
    }

    public ArticleBuilder By(params string[] names)
    {
        authors.AddRange(names);
        return this;
    }

    /// <summary>Saves it in the program's own way, with the note that tells readers' pages of it.</summary>
    /// <returns>id and path</returns>
    public async Task<(long Id, string Path)> SaveAsync(Site site)
    {
        await using var database = site.Service<DatabaseFactory>().Create();
        var article = new Article { CategoryId = (await CategoryAsync(database)).Id };
        article.Revise(new ArticleText(title, null, lead, body), publishedAt, "test");
        if (published)
            article.Publish(publishedAt);
        foreach (var (name, i) in tags.Select((name, i) => (name, i)))
            article.Tags.Add(new ArticleTag { Position = i, Tag = await TagAsync(database, name) });
        foreach (var (name, i) in authors.Select((name, i) => (name, i)))
            article.Authors.Add(new ArticleAuthor { Position = i, Author = await AuthorAsync(database, name) });
        database.Add(article);
        await database.SaveChangesAsync();
        await site.Service<ChangeFeed>()
            .SaveAsync(database, publishedAt, ["articles", PortalFrames.Key, $"article:{article.Id}"], default);
        return (article.Id, ArticlePath.Of(article.Slug, article.Id));
    }

    private async Task<Category> CategoryAsync(Database database)
    {
        var found = await database.Set<Category>().FirstOrDefaultAsync(c => c.Slug == category);
        if (found is null)
        {
            database.Add(
                found = new Category
                {
                    Slug = category,
                    NameVi = "Mục " + category,
                    NameEn = "Section " + category,
                    Position = 9,
                }
            );
            await database.SaveChangesAsync();
        }
        return found;
    }

    private static async Task<Tag> TagAsync(Database database, string name)
    {
        var slug = Web.Platform.Text.Slug.Of(name);
        return await database.Set<Tag>().FirstOrDefaultAsync(t => t.Slug == slug) ?? new Tag { Name = name, Slug = slug };
    }

    private static async Task<Author> AuthorAsync(Database database, string name)
    {
        var slug = Web.Platform.Text.Slug.Of(name);
        return await database.Set<Author>().FirstOrDefaultAsync(t => t.Slug == slug) ?? new Author { Name = name, Slug = slug };
    }
}
