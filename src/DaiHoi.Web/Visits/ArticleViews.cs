using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Visits;

/// <summary>How often an article was read, in all. Written by increments only.</summary>
internal sealed class ArticleViews
{
    public long Article { get; init; }

    /// <summary>What was counted and what was adopted.</summary>
    public long Views { get; init; }

    /// <summary>The part of <see cref="Views"/> that an older portal had counted.</summary>
    public long Adopted { get; init; }

    /// <summary>The second since 1970 of the last change, so that other processes find what is new.</summary>
    public long Changed { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ArticleViews>
    {
        public void Configure(EntityTypeBuilder<ArticleViews> builder)
        {
            builder.ToTable(
                "article_views",
                table => table.HasCheckConstraint("ck_article_views_not_negative", "views >= 0 and adopted >= 0")
            );
            builder.HasKey(views => views.Article);
            builder.Property(views => views.Article).ValueGeneratedNever();
            builder.HasIndex(views => views.Changed).HasDatabaseName("ix_article_views_changed");
        }
    }
}

/// <summary>How often an article was read on a day of the site.</summary>
internal sealed class ArticleViewDay
{
    public DateOnly Day { get; init; }
    public long Article { get; init; }
    public long Views { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ArticleViewDay>
    {
        public void Configure(EntityTypeBuilder<ArticleViewDay> builder)
        {
            builder.ToTable(
                "article_view_day",
                table => table.HasCheckConstraint("ck_article_view_day_not_negative", "views >= 0")
            );
            // The day first: most read asks for the last days, and this order is its index.
            builder.HasKey(views => new { views.Day, views.Article });
        }
    }
}
