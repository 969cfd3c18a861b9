using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>One of the two groups of the counting board, which never see each other's entry.</summary>
internal enum BoardGroup
{
    A,
    B,
}

/// <summary>
/// A batch as one group enters it: who has it, on which laptop, since when, and when it was handed in. From then on nothing
/// of it changes.
/// </summary>
internal sealed class BatchEntry
{
    public long Id { get; private set; }
    public required long BatchId { get; init; }
    public required BoardGroup Group { get; init; }

    public required long HolderId { get; set; }
    public required string HolderName { get; set; }

    /// <summary>The browser that has it: the same person on a second laptop has not.</summary>
    public required string Laptop { get; set; }
    public required DateTime OpenedAt { get; set; }
    public DateTime? HandedInAt { get; private set; }

    /// <summary>SHA-256 over its journal when it was handed in; the audit log has it too.</summary>
    public string? JournalHash { get; private set; }

    public void HandIn(DateTime at, string journalHash) => (HandedInAt, JournalHash) = (at, journalHash);

    internal sealed class Table : IEntityTypeConfiguration<BatchEntry>
    {
        public void Configure(EntityTypeBuilder<BatchEntry> builder)
        {
            builder.ToTable("batch_entry");
            builder.Property(e => e.Group).HasColumnName("board_group").HasMaxLength(1);
            builder.Property(e => e.HolderName).HasMaxLength(200);
            builder.Property(e => e.Laptop).HasMaxLength(32);
            builder.Property(e => e.JournalHash).HasMaxLength(64);
            // One entry for each group: of two laptops that take a batch at once, the second runs against this key.
            builder.HasIndex(e => new { e.BatchId, e.Group }).IsUnique().HasDatabaseName("ux_batch_entry_batch_group");
            builder.HasOne<BallotBatch>().WithMany().HasForeignKey(e => e.BatchId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
