using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.People.Keeping;

/// <summary>Somebody has looked at two records that are alike, and they are two people.</summary>
internal sealed class ToldApart
{
    /// <summary>The lower number of the two.</summary>
    public required long PersonId { get; init; }
    public required long OtherId { get; init; }

    /// <summary>How he knows.</summary>
    public required string Reason { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ToldApart>
    {
        public void Configure(EntityTypeBuilder<ToldApart> builder)
        {
            builder.ToTable(
                "person_told_apart",
                table => table.HasCheckConstraint("ck_person_told_apart_order", "person_id < other_id")
            );
            builder.HasKey(pair => new { pair.PersonId, pair.OtherId });
            builder.Property(pair => pair.Reason).HasMaxLength(RegisteredPerson.LongestReason);
            builder.Property(pair => pair.ByName).HasMaxLength(200);
            builder.HasOne<RegisteredPerson>().WithMany().HasForeignKey(pair => pair.PersonId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<RegisteredPerson>().WithMany().HasForeignKey(pair => pair.OtherId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
