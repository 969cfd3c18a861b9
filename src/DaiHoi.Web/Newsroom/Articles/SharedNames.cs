using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>Authors and keywords by their slugs: the same name is one row, whoever writes it.</summary>
internal sealed class SharedNames(Database database)
{
    private readonly Dictionary<string, Author> authors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag> tags = new(StringComparer.Ordinal);

    /// <summary>The byline of an article, each name once.</summary>
    public async Task<List<ArticleAuthor>> AuthorsAsync(IEnumerable<string> names, CancellationToken stop)
    {
        var byline = new List<ArticleAuthor>();
        foreach (var name in names.DistinctBy(Slug.Of))
            byline.Add(new() { Author = await AuthorAsync(name, stop), Position = byline.Count + 1 });
        return byline;
    }

    /// <summary>The keywords of an article, each once.</summary>
    public async Task<List<ArticleTag>> TagsAsync(IEnumerable<string> names, CancellationToken stop)
    {
        var keywords = new List<ArticleTag>();
        foreach (var name in names.DistinctBy(Slug.Of))
            keywords.Add(new() { Tag = await TagAsync(name, stop), Position = keywords.Count + 1 });
        return keywords;
    }

    private async Task<Author> AuthorAsync(string name, CancellationToken stop)
    {
        var slug = Slug.Of(name);
        if (!authors.TryGetValue(slug, out var author))
            authors[slug] = author =
                await database.Set<Author>().FirstOrDefaultAsync(a => a.Slug == slug, stop)
                ?? database.Add(new Author { Name = name, Slug = slug }).Entity;
        return author;
    }

    private async Task<Tag> TagAsync(string name, CancellationToken stop)
    {
        var slug = Slug.Of(name);
        if (!tags.TryGetValue(slug, out var tag))
            tags[slug] = tag =
                await database.Set<Tag>().FirstOrDefaultAsync(t => t.Slug == slug, stop)
                ?? database.Add(new Tag { Name = name, Slug = slug }).Entity;
        return tag;
    }
}
