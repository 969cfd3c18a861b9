using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>What a congress can decide where a ballot has left seats open.</summary>
internal enum AfterBallotStep
{
    /// <summary>it votes again, where the rule set leaves that to the congress</summary>
    GoOn,

    /// <summary>people may join the list of the further ballot</summary>
    AddPeople,

    /// <summary>it does not vote again: the seats stay open</summary>
    LeaveOpen,
}

/// <summary>
/// A decision of the congress after a ballot, by show of hands. Each stays; of a ballot the newest counts: a congress may think
/// better of it.
/// </summary>
internal sealed class AfterBallot
{
    public long Id { get; private set; }

    /// <summary>The ballot that left seats open; for people who join, the further ballot whose list they join.</summary>
    public required long ElectionId { get; init; }

    /// <summary>The signed version that was decided on: a corrected one asks anew. 0 for people who join.</summary>
    public required int Version { get; init; }
    public required AfterBallotStep Step { get; init; }
    public required long Attending { get; init; }
    public required long VotesFor { get; init; }

    /// <summary>What becomes of the open seats: "Giao ban chấp hành bầu bổ sung."; null where nothing was said.</summary>
    public string? Words { get; init; }
    public required DateTime DecidedAt { get; init; }
    public required string RecordedByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<AfterBallot>
    {
        public void Configure(EntityTypeBuilder<AfterBallot> builder)
        {
            builder.ToTable(
                "after_ballot",
                table => table.HasCheckConstraint("ck_after_ballot_votes", "votes_for * 2 > attending and votes_for <= attending")
            );
            builder.Property(d => d.Step).HasMaxLength(16);
            builder.Property(d => d.Words).HasMaxLength(HeldElection.LongestReason);
            builder.Property(d => d.RecordedByName).HasMaxLength(200);
            builder.HasIndex(d => d.ElectionId).HasDatabaseName("ix_after_ballot_election");
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(d => d.ElectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
