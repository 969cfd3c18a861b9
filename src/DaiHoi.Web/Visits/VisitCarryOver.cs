using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Visits;

/// <summary>
/// What one process knew of the visitors of its last half hour when it was stopped, for the next to go on with: salts,
/// keys and seconds, no address and no browser. Deleted when it is read, or half an hour later by whoever starts then.
/// </summary>
internal sealed class VisitCarryOver
{
    public long Id { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long SavedAt { get; init; }

    /// <summary>A <see cref="KnownVisitors"/>.</summary>
    public required byte[] Visitors { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<VisitCarryOver>
    {
        public void Configure(EntityTypeBuilder<VisitCarryOver> builder)
        {
            builder.ToTable("visit_carry_over");
            builder.Property(carried => carried.Id).ValueGeneratedNever();
        }
    }
}
