using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>The places that an organisation directly below has at a congress (đoàn đại biểu).</summary>
internal sealed class Delegation
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public required long OrganisationId { get; init; }

    /// <summary>Official members, as they were counted for the division.</summary>
    public int Members { get; private set; }

    /// <summary>Members of the summoning committee who belong to it.</summary>
    public int ExOfficio { get; private set; }

    /// <summary>More for a special or important organisation.</summary>
    public int Special { get; private set; }

    /// <summary>As the rules divide: those whom its own congress elects.</summary>
    public int Proposed { get; private set; }

    /// <summary>As it was adjusted.</summary>
    public int Elected { get; private set; }
    public int Alternates { get; private set; }

    /// <summary>Why it was adjusted; null where it stands as proposed.</summary>
    public string? Reason { get; private set; }

    /// <summary>Why places of it stay empty; null where none do, or nobody has said.</summary>
    public string? EmptyReason { get; private set; }

    public int InAll => Elected + ExOfficio;
    public bool IsAdjusted => Elected != Proposed || Alternates > 0;

    public LowerOrganisation Lower(string code) => new(code, Members, ExOfficio, Special);

    public void Count(int members, int exOfficio, int special) => (Members, ExOfficio, Special) = (members, exOfficio, special);

    /// <summary>Takes what the rules divide; what was adjusted before is divided anew.</summary>
    public void Propose(int elected) => (Proposed, Elected, Alternates, Reason) = (elected, elected, 0, null);

    public void Adjust(int elected, int alternates, string? reason) =>
        (Elected, Alternates, Reason) = (elected, alternates, reason);

    public void ExplainEmpty(string? reason) => EmptyReason = reason;

    internal sealed class Table : IEntityTypeConfiguration<Delegation>
    {
        public void Configure(EntityTypeBuilder<Delegation> builder)
        {
            builder.ToTable(
                "delegation",
                table =>
                    table.HasCheckConstraint("ck_delegation_not_negative", "elected >= 0 and ex_officio >= 0 and alternates >= 0")
            );
            builder.Ignore(d => d.InAll).Ignore(d => d.IsAdjusted);
            builder.Property(d => d.Reason).HasMaxLength(DelegateAllocation.LongestReason);
            builder.Property(d => d.EmptyReason).HasMaxLength(DelegateAllocation.LongestReason);
            builder
                .HasIndex(d => new { d.CongressId, d.OrganisationId })
                .IsUnique()
                .HasDatabaseName("ux_delegation_congress_organisation");
            builder.HasIndex(d => d.OrganisationId).HasDatabaseName("ix_delegation_organisation");
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
