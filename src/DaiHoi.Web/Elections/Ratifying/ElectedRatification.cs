using DaiHoi.Web.Elections.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>What the level above has decided of one who was elected (chuẩn y): ratified, or not and why.</summary>
internal sealed class ElectedRatification
{
    public long Id { get; private set; }

    /// <summary>The signed version by which he was elected.</summary>
    public required long ResultId { get; init; }

    /// <summary>On its ballot.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }

    /// <summary>Why he is not ratified; null where he is.</summary>
    public string? RefusedBecause { get; init; }

    /// <summary>"Quyết định số 12-QĐ/HU ngày 20/7/2020".</summary>
    public required string Paper { get; init; }
    public required DateTime DecidedAt { get; init; }
    public required string DecidedByName { get; init; }

    public const int LongestPaper = 200;

    internal sealed class Table : IEntityTypeConfiguration<ElectedRatification>
    {
        public void Configure(EntityTypeBuilder<ElectedRatification> builder)
        {
            builder.ToTable("elected_ratification");
            builder.Property(r => r.Name).HasMaxLength(ElectionCandidate.LongestName);
            builder.Property(r => r.RefusedBecause).HasMaxLength(HeldElection.LongestReason);
            builder.Property(r => r.Paper).HasMaxLength(LongestPaper);
            builder.Property(r => r.DecidedByName).HasMaxLength(200);
            builder
                .HasIndex(r => new { r.ResultId, r.Number })
                .IsUnique()
                .HasDatabaseName("ux_elected_ratification_result_number");
            builder.HasOne<SignedResult>().WithMany().HasForeignKey(r => r.ResultId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
