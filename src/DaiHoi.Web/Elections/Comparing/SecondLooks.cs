using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Entering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Comparing;

/// <summary>What the third person has read on a ballot on which the two groups differ; the newest counts.</summary>
internal sealed class ThirdLook
{
    public long Id { get; private set; }
    public required long BatchId { get; init; }

    /// <summary>In the batch; 0 is its tally sheet.</summary>
    public required int Number { get; init; }
    public required string Marks { get; init; }
    public required bool Doubtful { get; init; }
    public required DateTime At { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ThirdLook>
    {
        public void Configure(EntityTypeBuilder<ThirdLook> builder)
        {
            builder.ToTable("third_look");
            builder.Property(l => l.Marks).HasMaxLength(EnteredBallot.LongestMarks);
            builder.Property(l => l.ByName).HasMaxLength(200);
            builder.HasIndex(l => new { l.BatchId, l.Number }).HasDatabaseName("ix_third_look_ballot");
            builder.HasOne<BallotBatch>().WithMany().HasForeignKey(l => l.BatchId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the board has decided on one ballot: how it reads, and valid or for which reason not; the newest counts.</summary>
internal sealed class DoubtDecision
{
    public long Id { get; private set; }
    public required long BatchId { get; init; }
    public required int Number { get; init; }
    public required string Marks { get; init; }

    /// <summary>Null for a valid ballot.</summary>
    public InvalidReason? Reason { get; init; }
    public required DateTime At { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<DoubtDecision>
    {
        public void Configure(EntityTypeBuilder<DoubtDecision> builder)
        {
            builder.ToTable("doubt_decision");
            builder.Property(d => d.Marks).HasMaxLength(EnteredBallot.LongestMarks);
            builder.Property(d => d.Reason).HasMaxLength(32);
            builder.Property(d => d.ByName).HasMaxLength(200);
            builder.HasIndex(d => new { d.BatchId, d.Number }).HasDatabaseName("ix_doubt_decision_ballot");
            builder.HasOne<BallotBatch>().WithMany().HasForeignKey(d => d.BatchId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
