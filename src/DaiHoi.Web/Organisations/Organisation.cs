using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Organisations;

/// <summary>One organisation of the tree, for rooms whose tables point to it; what it is they ask <see cref="OrganisationTree"/>.</summary>
public sealed class Organisation
{
    public long Id { get; private set; }

    /// <summary>The code by which offices know it; unique.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required OrganisationLevel Level { get; init; }
    public long? ParentId { get; init; }

    /// <summary>The ids from the root to itself, <c>/1/7/</c>: what is below begins with it.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Known only when the database has given the id.</summary>
    internal void PlaceBelow(string parentPath) => Path = string.Create(CultureInfo.InvariantCulture, $"{parentPath}{Id}/");

    internal sealed class Table : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder)
        {
            builder.ToTable(
                "organisation",
                table => table.HasCheckConstraint("ck_organisation_name_not_empty", "length(name) > 0")
            );
            builder.Property(o => o.Code).HasMaxLength(64);
            builder.Property(o => o.Name).HasMaxLength(300);
            builder.Property(o => o.Level).HasMaxLength(16);
            builder.Property(o => o.Path).HasMaxLength(200);
            builder.HasIndex(o => o.Code).IsUnique().HasDatabaseName("ux_organisation_code");
            builder.HasIndex(o => o.Path).HasDatabaseName("ix_organisation_path");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
