using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Organisations;

/// <summary>One change of the tree on a day, by whose decision, and who recorded it.</summary>
internal sealed class OrganisationChange
{
    public const int LongestDecision = 100;
    public const int LongestNote = 1000;

    public long Id { get; private set; }

    /// <summary>The first day on which things are as the change says.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>One of <see cref="TreeChanges"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: the one that was renamed, moved, founded, dissolved, that others were merged into, that was split; null for many.</summary>
    public long? OrganisationId { get; set; }

    /// <summary>Number of the decision, "1234-QĐ/TU".</summary>
    public string? Decision { get; init; }
    public string? Note { get; init; }

    /// <summary>Who recorded it, as values; the account is null for the command line.</summary>
    public long? AccountId { get; init; }
    public required string AccountName { get; init; }
    public required DateTime RecordedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OrganisationChange>
    {
        public void Configure(EntityTypeBuilder<OrganisationChange> builder)
        {
            builder.ToTable("organisation_change");
            builder.Property(c => c.Kind).HasMaxLength(16);
            builder.Property(c => c.Decision).HasMaxLength(LongestDecision);
            builder.Property(c => c.Note).HasMaxLength(LongestNote);
            builder.Property(c => c.AccountName).HasMaxLength(200);
            builder.HasIndex(c => c.OnDay).HasDatabaseName("ix_organisation_change_on_day");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The kinds of changes of the tree, as they are kept.</summary>
internal static class TreeChanges
{
    public const string Founded = "founded";
    public const string Renamed = "renamed";
    public const string Moved = "moved";
    public const string Split = "split";
    public const string Merged = "merged";
    public const string Dissolved = "dissolved";
    public const string LevelRemoved = "level-removed";
    public const string Corrected = "corrected";
    public const string Imported = "imported";
}
