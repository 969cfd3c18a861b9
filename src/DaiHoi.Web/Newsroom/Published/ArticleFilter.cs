namespace DaiHoi.Web.Newsroom.Published;

/// <summary>Which articles a list holds.</summary>
public sealed record ArticleFilter(ArticleFilterKind Kind, string? Slug)
{
    public static ArticleFilter All { get; } = new(ArticleFilterKind.All, null);

    public static ArticleFilter Category(string slug) => new(ArticleFilterKind.Category, slug);

    public static ArticleFilter Tag(string slug) => new(ArticleFilterKind.Tag, slug);

    public static ArticleFilter Author(string slug) => new(ArticleFilterKind.Author, slug);
}

public enum ArticleFilterKind
{
    All,
    Category,
    Tag,
    Author,
}
