using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>One step of an article on its way: what, when, who, why. Never changed.</summary>
internal sealed class ArticleStep
{
    public const int LongestReason = 2000;

    public long Id { get; private set; }
    public long ArticleId { get; private set; }
    public required ArticleStepKind Kind { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null where the program took it.</summary>
    public long? AccountId { get; init; }

    /// <summary>As it was then.</summary>
    public required string Name { get; init; }
    public string? Reason { get; init; }

    /// <summary>The moment that was decided: to publish, to expire.</summary>
    public DateTime? When { get; init; }

    /// <summary>The revision that the article had.</summary>
    public int Revision { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ArticleStep>
    {
        public void Configure(EntityTypeBuilder<ArticleStep> builder)
        {
            builder.ToTable("article_step");
            builder.Property(s => s.Kind).HasMaxLength(16);
            builder.Property(s => s.Name).HasMaxLength(200);
            builder.Property(s => s.Reason).HasMaxLength(LongestReason);
            builder.Property(s => s.When).HasColumnName("decided_for");
            builder.HasIndex(s => new { s.ArticleId, s.Id }).HasDatabaseName("ix_article_step_article");
        }
    }
}

internal enum ArticleStepKind
{
    Written,
    Submitted,
    TakenBack,
    Returned,
    Approved,
    Scheduled,
    Unscheduled,
    Published,
    Withdrawn,
    Expired,
    ExpirySet,
    ExpiryLifted,
    Corrected,
    Restored,
    Reopened,
}
