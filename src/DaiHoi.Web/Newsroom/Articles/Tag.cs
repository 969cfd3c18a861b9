using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>A keyword under which articles are found together.</summary>
internal sealed class Tag
{
    public long Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>The address of the keyword's page; unique.</summary>
    public required string Slug { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Tag>
    {
        public void Configure(EntityTypeBuilder<Tag> builder)
        {
            builder.ToTable("tag");
            builder.HasIndex(t => t.Slug).IsUnique().HasDatabaseName("ux_tag_slug");
        }
    }
}

internal sealed class ArticleTag
{
    public long ArticleId { get; set; }
    public long TagId { get; set; }
    public int Position { get; set; }
    public Tag? Tag { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ArticleTag>
    {
        public void Configure(EntityTypeBuilder<ArticleTag> builder)
        {
            builder.ToTable("article_tag");
            builder.HasKey(t => new { t.ArticleId, t.TagId });
            builder.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId);
        }
    }
}
