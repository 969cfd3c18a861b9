using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Visits;

/// <summary>
/// Visits that an older portal had counted: what must be added, in all and in the periods of the day of adoption, to show
/// its reading on that day. Null where the reading said nothing.
/// </summary>
internal sealed class Adoption
{
    public long Id { get; private set; }
    public required string Source { get; init; }
    public DateOnly AdoptedOn { get; init; }
    public long? Odometer { get; init; }
    public long? Week { get; init; }
    public long? Month { get; init; }
    public long? Year { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Adoption>
    {
        public void Configure(EntityTypeBuilder<Adoption> builder)
        {
            builder.ToTable("adoption");
            builder.Property(adoption => adoption.Source).HasMaxLength(1000);
            builder.HasIndex(adoption => adoption.Source).IsUnique().HasDatabaseName("ux_adoption_source");
        }
    }
}
