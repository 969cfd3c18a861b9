using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>
/// A line of the entry journal: what a group has read on one ballot. One that is typed anew is a further line, the newest
/// counts. It has no row of its own in the audit log, which would be longer than all else and tell of ballots before the
/// count is signed; the log holds the hash over the whole journal instead, from the moment at which the batch is handed in.
/// </summary>
internal sealed class EnteredBallot
{
    public long Id { get; private set; }
    public required long EntryId { get; init; }

    /// <summary>In the batch, from 1; 0 is the tally sheet of the batch as a whole.</summary>
    public required int Number { get; init; }

    /// <summary>1 for what was typed first.</summary>
    public required int Version { get; init; }

    /// <summary>As <see cref="BallotMarks"/> or <see cref="SheetMarks"/> write them.</summary>
    public required string Marks { get; init; }

    /// <summary>The board has to look at the paper.</summary>
    public required bool Doubtful { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    public const int LongestMarks = 8000;

    internal sealed class Table : IEntityTypeConfiguration<EnteredBallot>
    {
        public void Configure(EntityTypeBuilder<EnteredBallot> builder)
        {
            builder.ToTable("entered_ballot");
            builder.Property(b => b.Marks).HasMaxLength(LongestMarks);
            builder.Property(b => b.ByName).HasMaxLength(200);
            // The same ballot sent twice is one line: an answer that was lost on the way costs nothing.
            builder
                .HasIndex(b => new
                {
                    b.EntryId,
                    b.Number,
                    b.Version,
                })
                .IsUnique()
                .HasDatabaseName("ux_entered_ballot_entry_number_version");
            builder.HasOne<BatchEntry>().WithMany().HasForeignKey(b => b.EntryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
