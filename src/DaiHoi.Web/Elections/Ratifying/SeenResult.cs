using DaiHoi.Web.Elections.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>The level above has seen a signed version: with the ratification, or as a correction that came after it.</summary>
internal sealed class SeenResult
{
    public long Id { get; private set; }
    public required long ResultId { get; init; }

    /// <summary>It was there when the congress was ratified.</summary>
    public required bool WithRatification { get; init; }
    public required DateTime SeenAt { get; init; }
    public required string SeenByName { get; init; }

    /// <summary>When it was seen there that the election was annulled; null while it was not.</summary>
    public DateTime? AnnulmentSeenAt { get; private set; }
    public string? AnnulmentSeenByName { get; private set; }

    public void SeeAnnulment(DateTime at, string by) => (AnnulmentSeenAt, AnnulmentSeenByName) = (at, by);

    internal sealed class Table : IEntityTypeConfiguration<SeenResult>
    {
        public void Configure(EntityTypeBuilder<SeenResult> builder)
        {
            builder.ToTable("seen_result");
            builder.Property(r => r.SeenByName).HasMaxLength(200);
            builder.Property(r => r.AnnulmentSeenByName).HasMaxLength(200);
            builder.HasIndex(r => r.ResultId).IsUnique().HasDatabaseName("ux_seen_result_result");
            builder.HasOne<SignedResult>().WithMany().HasForeignKey(r => r.ResultId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
