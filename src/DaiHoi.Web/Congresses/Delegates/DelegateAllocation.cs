using DaiHoi.Rules.Delegates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>How the summoning committee divides the delegates of a congress among the organisations below it.</summary>
internal sealed class DelegateAllocation
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public int PerOrganisation { get; private set; }
    public ByMembers ByMembers { get; private set; }

    /// <summary>By largest remainder: seats to divide.</summary>
    public int Seats { get; private set; }

    /// <summary>By quotient: members for one delegate.</summary>
    public int MembersPerDelegate { get; private set; } = 1;

    /// <summary>By quotient: the least remainder that gives one more; null where none does.</summary>
    public int? RemainderFrom { get; private set; }

    /// <summary>Appointed above, of no organisation.</summary>
    public int Appointed { get; private set; }

    /// <summary>Code of the limit of the rule set that holds for it; null where it knows none.</summary>
    public string? LimitFor { get; private set; }
    public DateTime ProposedAt { get; private set; }
    public string ProposedByName { get; private set; } = "";

    /// <summary>Null while it is a proposal.</summary>
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedByName { get; private set; }

    /// <summary>The paper by which the committee decided: "Công văn số 45-CV/TU".</summary>
    public string? DecidedUnder { get; private set; }

    public const int LongestPaper = 200;
    public const int LongestReason = 500;
    public const int Most = 100_000;

    public AllocationPlan Plan => new(PerOrganisation, ByMembers, Seats, MembersPerDelegate, RemainderFrom, Appointed);

    public void Propose(AllocationPlan plan, string? limit, DateTime at, string by)
    {
        (PerOrganisation, ByMembers, Seats) = ((int)plan.PerOrganisation, plan.ByMembers, (int)plan.Seats);
        (MembersPerDelegate, RemainderFrom) = ((int)plan.MembersPerDelegate, (int?)plan.RemainderFrom);
        (Appointed, LimitFor, ProposedAt, ProposedByName) = ((int)plan.Appointed, limit, at, by);
    }

    public void Decide(DateTime at, string by, string under) => (DecidedAt, DecidedByName, DecidedUnder) = (at, by, under);

    internal sealed class Table : IEntityTypeConfiguration<DelegateAllocation>
    {
        public void Configure(EntityTypeBuilder<DelegateAllocation> builder)
        {
            builder.ToTable("delegate_allocation");
            builder.Ignore(a => a.Plan);
            builder.Property(a => a.ByMembers).HasMaxLength(20);
            builder.Property(a => a.LimitFor).HasMaxLength(40);
            builder.Property(a => a.ProposedByName).HasMaxLength(200);
            builder.Property(a => a.DecidedByName).HasMaxLength(200);
            builder.Property(a => a.DecidedUnder).HasMaxLength(LongestPaper);
            builder.HasIndex(a => a.CongressId).IsUnique().HasDatabaseName("ux_delegate_allocation_congress");
            // By its name: the congress itself is the business of Campaigns.
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
