using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>An article that an editor has put beside another; those that share keywords follow by themselves.</summary>
internal sealed class RelatedArticle
{
    public long ArticleId { get; private set; }
    public long OtherId { get; init; }

    /// <summary>From 1.</summary>
    public int Position { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<RelatedArticle>
    {
        public void Configure(EntityTypeBuilder<RelatedArticle> builder)
        {
            builder.ToTable(
                "related_article",
                table => table.HasCheckConstraint("ck_related_article_is_another", "article_id <> other_id")
            );
            builder.HasKey(r => new { r.ArticleId, r.OtherId });
            builder.HasOne<Article>().WithMany().HasForeignKey(r => r.OtherId);
        }
    }
}
