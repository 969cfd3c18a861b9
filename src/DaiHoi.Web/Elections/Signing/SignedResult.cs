using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>A result as the head of the board has signed it. Never changed, never deleted; a correction is a further version.</summary>
internal sealed class SignedResult
{
    public long Id { get; private set; }
    public required long ElectionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>Why the version before was corrected; null for the first.</summary>
    public string? Reason { get; init; }

    /// <summary>All that the result follows from, as <see cref="ResultArchive"/> writes it.</summary>
    public required string Archive { get; init; }

    /// <summary>SHA-256 over what the archive holds.</summary>
    public required string Hash { get; init; }
    public required long SignedById { get; init; }
    public required string SignedByName { get; init; }
    public required DateTime SignedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<SignedResult>
    {
        public void Configure(EntityTypeBuilder<SignedResult> builder)
        {
            builder.ToTable("signed_result");
            builder.Property(r => r.Reason).HasMaxLength(HeldElection.LongestReason);
            builder.Property(r => r.Hash).HasMaxLength(64);
            builder.Property(r => r.SignedByName).HasMaxLength(200);
            builder
                .HasIndex(r => new { r.ElectionId, r.Version })
                .IsUnique()
                .HasDatabaseName("ux_signed_result_election_version");
            builder.HasIndex(r => r.Hash).IsUnique().HasDatabaseName("ux_signed_result_hash");
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(r => r.ElectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
