using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Keeping;

/// <summary>The paper ballots of an election after the count: sealed and handed over, kept, destroyed by decision.</summary>
internal sealed class KeptBallots
{
    public long Id { get; private set; }
    public required long ElectionId { get; init; }

    /// <summary>The day on which they were sealed and handed over.</summary>
    public required DateOnly SealedOn { get; init; }

    /// <summary>Who received them, and where they lie.</summary>
    public required string HandedTo { get; init; }

    /// <summary>The last day on which they must be kept; null where the rule set says nothing.</summary>
    public required DateOnly? KeptUntil { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required string EnteredByName { get; init; }
    public DateOnly? DestroyedOn { get; private set; }

    /// <summary>The paper by which they were.</summary>
    public string? DestroyedUnder { get; private set; }
    public string? DestroyedByName { get; private set; }

    public const int LongestText = 200;

    public void Destroy(DateOnly on, string under, string by) => (DestroyedOn, DestroyedUnder, DestroyedByName) = (on, under, by);

    internal sealed class Table : IEntityTypeConfiguration<KeptBallots>
    {
        public void Configure(EntityTypeBuilder<KeptBallots> builder)
        {
            builder.ToTable(
                "kept_ballots",
                table =>
                    table.HasCheckConstraint(
                        "ck_kept_ballots_destroyed_later",
                        "destroyed_on is null or destroyed_on >= sealed_on"
                    )
            );
            builder.Property(k => k.HandedTo).HasMaxLength(LongestText);
            builder.Property(k => k.EnteredByName).HasMaxLength(200);
            builder.Property(k => k.DestroyedUnder).HasMaxLength(LongestText);
            builder.Property(k => k.DestroyedByName).HasMaxLength(200);
            builder.HasIndex(k => k.ElectionId).IsUnique().HasDatabaseName("ux_kept_ballots_election");
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(k => k.ElectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
