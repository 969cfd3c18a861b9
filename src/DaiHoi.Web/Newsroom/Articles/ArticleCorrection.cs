using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>What readers are told was wrong in an article, and is right now. Never changed.</summary>
internal sealed class ArticleCorrection
{
    public long Id { get; private set; }
    public long ArticleId { get; private set; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ArticleCorrection>
    {
        public void Configure(EntityTypeBuilder<ArticleCorrection> builder)
        {
            builder.ToTable(
                "article_correction",
                table => table.HasCheckConstraint("ck_article_correction_not_empty", "length(text) > 0")
            );
            builder.Property(c => c.Text).HasMaxLength(ArticleStep.LongestReason);
            builder.HasIndex(c => new { c.ArticleId, c.Id }).HasDatabaseName("ix_article_correction_article");
        }
    }
}
