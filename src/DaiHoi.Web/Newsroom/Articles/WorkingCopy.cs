using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>
/// What somebody has typed into an article and not saved yet, kept every few seconds. It is his alone: it changes nothing
/// that others see, and goes when he saves or throws it away.
/// </summary>
internal sealed class WorkingCopy
{
    public required long ArticleId { get; init; }
    public required long AccountId { get; init; }

    /// <summary>The version of the article on which it was begun.</summary>
    public required int BaseVersion { get; set; }
    public required DateTime KeptAt { get; set; }

    /// <summary>The fields of the form as JSON.</summary>
    public required string Fields { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<WorkingCopy>
    {
        public void Configure(EntityTypeBuilder<WorkingCopy> builder)
        {
            builder.ToTable("working_copy");
            builder.HasKey(w => new { w.ArticleId, w.AccountId });
            builder.HasOne<Article>().WithMany().HasForeignKey(w => w.ArticleId);
        }
    }
}
