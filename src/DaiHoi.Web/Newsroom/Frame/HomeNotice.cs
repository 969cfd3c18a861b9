using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>A quick announcement on the home page, which comes and goes by itself.</summary>
internal sealed class HomeNotice
{
    public const int LongestText = 300;

    public long Id { get; private set; }
    public int Position { get; set; }
    public required string TextVi { get; init; }
    public required string TextEn { get; init; }

    /// <summary>Like that of a menu entry; empty where the announcement leads nowhere.</summary>
    public required string Target { get; init; }

    /// <summary>UTC; null where it was shown at once.</summary>
    public DateTime? FromAt { get; init; }

    /// <summary>UTC; null where it stays until somebody takes it away.</summary>
    public DateTime? UntilAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<HomeNotice>
    {
        public void Configure(EntityTypeBuilder<HomeNotice> builder)
        {
            builder.ToTable(
                "home_notice",
                table => table.HasCheckConstraint("ck_home_notice_ends_after_it_begins", "from_at < until_at")
            );
            builder.Property(n => n.TextVi).HasMaxLength(LongestText);
            builder.Property(n => n.TextEn).HasMaxLength(LongestText);
        }
    }
}
