using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>A bundle of ballots from the box (tập phiếu), which both groups enter one after the other.</summary>
internal sealed class BallotBatch
{
    public long Id { get; private set; }
    public required long ElectionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Ballots in it; all batches sum to the ballots collected.</summary>
    public required int Size { get; set; }

    public const int Usual = 50;
    public const int Largest = 500;

    /// <summary>Batches of one size, the last with what is left.</summary>
    /// <param name="collected">ballots, ≥ 1</param>
    /// <param name="size">1 to <see cref="Largest"/></param>
    public static List<int> Split(long collected, int size)
    {
        var sizes = new List<int>();
        for (var left = collected; left > 0; left -= size)
            sizes.Add((int)Math.Min(left, size));
        return sizes;
    }

    internal sealed class Table : IEntityTypeConfiguration<BallotBatch>
    {
        public void Configure(EntityTypeBuilder<BallotBatch> builder)
        {
            builder.ToTable("ballot_batch", table => table.HasCheckConstraint("ck_ballot_batch_size", "size > 0"));
            builder.HasIndex(b => new { b.ElectionId, b.Number }).IsUnique().HasDatabaseName("ux_ballot_batch_election_number");
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(b => b.ElectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
