using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>A byline: the name or pen name under which somebody writes.</summary>
internal sealed class Author
{
    public long Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>The address of the author's page; unique.</summary>
    public required string Slug { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Author>
    {
        public void Configure(EntityTypeBuilder<Author> builder)
        {
            builder.ToTable("author");
            builder.HasIndex(a => a.Slug).IsUnique().HasDatabaseName("ux_author_slug");
        }
    }
}

/// <summary>One of the authors of an article, in the order of the byline.</summary>
internal sealed class ArticleAuthor
{
    public long ArticleId { get; set; }
    public long AuthorId { get; set; }
    public int Position { get; set; }
    public Author? Author { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ArticleAuthor>
    {
        public void Configure(EntityTypeBuilder<ArticleAuthor> builder)
        {
            builder.ToTable("article_author");
            builder.HasKey(a => new { a.ArticleId, a.AuthorId });
            builder.HasOne(a => a.Author).WithMany().HasForeignKey(a => a.AuthorId);
        }
    }
}
