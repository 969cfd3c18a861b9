using System.Globalization;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Organisations;

/// <summary>
/// One organisation of the tree as it is today, for rooms whose tables point to it; what it is they ask
/// <see cref="OrganisationTree"/>, and what it was on another day its versions tell.
/// </summary>
public sealed class Organisation
{
    public const int LongestCode = 64;
    public const int LongestName = 300;
    public const int LongestShortName = 100;
    public const int LongestAddress = 300;
    public const int LongestContacts = 500;

    private string name = "";

    public long Id { get; private set; }

    /// <summary>The code by which offices know it; unique, and never another one.</summary>
    public required string Code { get; init; }

    public required string Name
    {
        get => name;
        set => (name, Folded) = (value, Fold.Letters(value));
    }

    public string? ShortName { get; set; }

    /// <summary>Code of its kind in the rule set of its tree; empty where the rule set has none for it.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Code of its level in the rule set of its tree.</summary>
    public required string Level { get; set; }

    /// <summary>Null only for the owner of the portal, which stands above the roots of all trees.</summary>
    public long? ParentId { get; set; }

    /// <summary>The ids from the owner to itself, <c>/1/7/</c>: what is below begins with it.</summary>
    public string Path { get; private set; } = "";

    /// <summary>How many members it has, itself and below, as it says; null where nobody has said.</summary>
    public int? Members { get; set; }
    public string? Address { get; set; }
    public string? Contacts { get; set; }

    /// <summary>Its first day; null is since ever.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Its last day; null has none.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The name without marks and case, for the search.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>Id of the rule set whose words a tree uses, at its root; null below.</summary>
    public string? RuleSet { get; set; }

    /// <summary>Known only when the database has given the id.</summary>
    internal void PlaceBelow(string parentPath) => Path = string.Create(CultureInfo.InvariantCulture, $"{parentPath}{Id}/");

    internal sealed class Table : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder)
        {
            builder.ToTable(
                "organisation",
                table =>
                {
                    table.HasCheckConstraint("ck_organisation_name_not_empty", "length(name) > 0");
                    table.HasCheckConstraint("ck_organisation_days", "valid_to >= valid_from");
                    table.HasCheckConstraint("ck_organisation_members_not_negative", "members >= 0");
                }
            );
            builder.Property(o => o.Code).HasMaxLength(LongestCode);
            builder.Property(o => o.Name).HasMaxLength(LongestName).UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Property(o => o.ShortName).HasMaxLength(LongestShortName);
            builder.Property(o => o.Kind).HasMaxLength(64);
            builder.Property(o => o.Level).HasMaxLength(64);
            builder.Property(o => o.Path).HasMaxLength(200);
            builder.Property(o => o.Address).HasMaxLength(LongestAddress);
            builder.Property(o => o.Contacts).HasMaxLength(LongestContacts);
            // Taking marks away makes no text longer, but of some letters it makes two.
            builder.Property(o => o.Folded).HasMaxLength(2 * LongestName);
            builder.Property(o => o.RuleSet).HasMaxLength(64);
            builder.HasIndex(o => o.Code).IsUnique().HasDatabaseName("ux_organisation_code");
            // What is below is asked for by the beginning of its path, whatever the order of letters on the server.
            builder.HasIndex(o => o.Path).HasOperators("text_pattern_ops").HasDatabaseName("ix_organisation_path");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
