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

    internal sealed class Table : IEntityTypeConfiguration<SeenResult>
    {
        public void Configure(EntityTypeBuilder<SeenResult> builder)
        {
            builder.ToTable("seen_result");
            builder.Property(r => r.SeenByName).HasMaxLength(200);
            builder.HasIndex(r => r.ResultId).IsUnique().HasDatabaseName("ux_seen_result_result");
            builder.HasOne<SignedResult>().WithMany().HasForeignKey(r => r.ResultId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
