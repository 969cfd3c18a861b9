using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Organisations;

/// <summary>
/// An organisation as it was from one day to another. Every organisation has at least one; those of one organisation never
/// overlap, and each begins the day after the one before has ended.
/// </summary>
internal sealed class OrganisationVersion
{
    /// <summary>The first day of what has been there since ever.</summary>
    public static readonly DateOnly SinceEver = DateOnly.MinValue;

    public long Id { get; private set; }
    public required long OrganisationId { get; init; }

    /// <summary>Its first day; <see cref="SinceEver"/> where none is known.</summary>
    public required DateOnly ValidFrom { get; set; }

    /// <summary>Its last day; null holds still.</summary>
    public DateOnly? ValidTo { get; set; }
    public required string Name { get; set; }
    public string? ShortName { get; set; }
    public required string Kind { get; set; }
    public required string Level { get; set; }
    public required long? ParentId { get; set; }

    /// <summary>What began it; null where nobody recorded it.</summary>
    public long? ChangeId { get; set; }

    /// <summary>What ended the organisation with it; null where another version follows, or none has to.</summary>
    public long? EndedById { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<OrganisationVersion>
    {
        public void Configure(EntityTypeBuilder<OrganisationVersion> builder)
        {
            builder.ToTable(
                "organisation_version",
                table => table.HasCheckConstraint("ck_organisation_version_days", "valid_to >= valid_from")
            );
            builder.Property(v => v.Name).HasMaxLength(Organisation.LongestName);
            builder.Property(v => v.ShortName).HasMaxLength(Organisation.LongestShortName);
            builder.Property(v => v.Kind).HasMaxLength(64);
            builder.Property(v => v.Level).HasMaxLength(64);
            builder
                .HasIndex(v => new { v.OrganisationId, v.ValidFrom })
                .IsUnique()
                .HasDatabaseName("ux_organisation_version_organisation_valid_from");
            builder.HasIndex(v => new { v.ParentId, v.ValidFrom }).HasDatabaseName("ix_organisation_version_parent_valid_from");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.ParentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<OrganisationChange>().WithMany().HasForeignKey(v => v.ChangeId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<OrganisationChange>().WithMany().HasForeignKey(v => v.EndedById).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
