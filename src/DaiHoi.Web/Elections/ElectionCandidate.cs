using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections;

/// <summary>How somebody came onto a list.</summary>
internal enum CandidateSource
{
    /// <summary>on the list that the summoning committee prepared</summary>
    Prepared,

    /// <summary>đề cử from the floor</summary>
    Nominated,

    /// <summary>ứng cử by himself</summary>
    SelfNominated,

    /// <summary>not elected, or tied, in the ballot that this one continues</summary>
    Remaining,
}

/// <summary>Somebody who stands, or stood until he withdrew, in an election.</summary>
internal sealed class ElectionCandidate
{
    public long Id { get; private set; }
    public required long ElectionId { get; init; }
    public required string Name { get; init; }
    public required CandidateSource Source { get; init; }

    /// <summary>Needed only where the rule set gives a tie to the older.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>Of a nominee from the floor: how many of <see cref="Attending"/> support him.</summary>
    public long? Supporters { get; init; }
    public long? Attending { get; init; }

    /// <summary>Somebody has looked: he is not the member of the counting board who has the same name.</summary>
    public bool IsNamesake { get; init; }
    public required DateTime AddedAt { get; init; }
    public required string AddedByName { get; init; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnReason { get; private set; }

    /// <summary>On the ballot, from 1; null until the list is closed.</summary>
    public int? Number { get; private set; }

    public const int LongestName = 200;

    // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 15: printed in the order of the given name, A B C.
    public static IEnumerable<ElectionCandidate> InOrder(IEnumerable<ElectionCandidate> candidates) =>
        candidates
            .OrderBy(candidate => PersonName.Of(candidate.Name).Order, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Id);

    public void Withdraw(DateTime at, string reason) => (WithdrawnAt, WithdrawnReason) = (at, reason);

    public void Stand(int number) => Number = number;

    internal sealed class Table : IEntityTypeConfiguration<ElectionCandidate>
    {
        public void Configure(EntityTypeBuilder<ElectionCandidate> builder)
        {
            builder.ToTable(
                "election_candidate",
                table =>
                    table.HasCheckConstraint("ck_election_candidate_support", "supporters is null or supporters <= attending")
            );
            builder.Property(c => c.Name).HasMaxLength(LongestName);
            builder.Property(c => c.Source).HasMaxLength(16);
            builder.Property(c => c.AddedByName).HasMaxLength(200);
            builder.Property(c => c.WithdrawnReason).HasMaxLength(HeldElection.LongestReason);
            builder
                .HasIndex(c => new { c.ElectionId, c.Number })
                .IsUnique()
                .HasFilter("number is not null")
                .HasDatabaseName("ux_election_candidate_number");
            builder.HasIndex(c => c.ElectionId).HasDatabaseName("ix_election_candidate_election");
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(c => c.ElectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
