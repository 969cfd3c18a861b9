using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>
/// An opinion ballot (phiếu xin ý kiến) that chose who of the nominees from the floor enters the list, because with all of them
/// it would exceed the cap. The newest of an election counts; each stays.
/// </summary>
internal sealed class OpinionBallot
{
    public long Id { get; private set; }
    public required long ElectionId { get; init; }
    public required long Attending { get; init; }

    /// <summary>Nominees for whom the list had room.</summary>
    public required int Places { get; init; }

    /// <summary>Among people with the same support somebody has decided; null where the figures did.</summary>
    public string? TieDecidedBy { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required string EnteredByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OpinionBallot>
    {
        public void Configure(EntityTypeBuilder<OpinionBallot> builder)
        {
            builder.ToTable(
                "opinion_ballot",
                table => table.HasCheckConstraint("ck_opinion_ballot_figures", "attending > 0 and places >= 0")
            );
            builder.Property(b => b.TieDecidedBy).HasMaxLength(16);
            builder.Property(b => b.EnteredByName).HasMaxLength(200);
            builder.HasIndex(b => b.ElectionId).HasDatabaseName("ix_opinion_ballot_election");
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(b => b.ElectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What one nominee got in an opinion ballot.</summary>
internal sealed class OpinionVote
{
    public long Id { get; private set; }
    public required long BallotId { get; init; }
    public required long CandidateId { get; init; }

    /// <summary>Of those attending.</summary>
    public required long Support { get; init; }
    public required bool Enters { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OpinionVote>
    {
        public void Configure(EntityTypeBuilder<OpinionVote> builder)
        {
            builder.ToTable("opinion_vote", table => table.HasCheckConstraint("ck_opinion_vote_support", "support >= 0"));
            builder
                .HasIndex(v => new { v.BallotId, v.CandidateId })
                .IsUnique()
                .HasDatabaseName("ux_opinion_vote_ballot_candidate");
            builder.HasIndex(v => v.CandidateId).HasDatabaseName("ix_opinion_vote_candidate");
            builder.HasOne<OpinionBallot>().WithMany().HasForeignKey(v => v.BallotId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ElectionCandidate>().WithMany().HasForeignKey(v => v.CandidateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
