using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Organisations.Papers;

/// <summary>One number in the register of an organisation's papers.</summary>
internal sealed class PaperNumber
{
    public required long OrganisationId { get; init; }

    /// <summary>Symbol of the type of paper: "BC".</summary>
    public required string Symbol { get; init; }

    /// <summary>Within which numbers run from 1: the term of the committee, a congress, a year.</summary>
    public required string Series { get; init; }
    public required int Number { get; init; }

    /// <summary>The paper that has it, as the room that asked for it names it: "report:7".</summary>
    public required string Paper { get; init; }

    /// <summary>What the paper is about, for whoever reads the register.</summary>
    public required string Summary { get; set; }
    public required DateTime ReservedAt { get; init; }

    /// <summary>The day of the paper; null while the number is only reserved.</summary>
    public DateOnly? IssuedOn { get; set; }

    public const int LongestSummary = 500;

    internal sealed class Table : IEntityTypeConfiguration<PaperNumber>
    {
        public void Configure(EntityTypeBuilder<PaperNumber> builder)
        {
            builder.ToTable("paper_number", table => table.HasCheckConstraint("ck_paper_number_from_one", "number >= 1"));
            builder.HasKey(n => new
            {
                n.OrganisationId,
                n.Symbol,
                n.Series,
                n.Number,
            });
            builder.Property(n => n.Symbol).HasMaxLength(16);
            builder.Property(n => n.Series).HasMaxLength(64);
            builder.Property(n => n.Number).ValueGeneratedNever();
            builder.Property(n => n.Paper).HasMaxLength(64);
            builder.Property(n => n.Summary).HasMaxLength(LongestSummary);
            builder.HasIndex(n => n.Paper).IsUnique().HasDatabaseName("ux_paper_number_paper");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
