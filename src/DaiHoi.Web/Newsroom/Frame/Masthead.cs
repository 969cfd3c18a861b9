using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>Who publishes the portal: the words in its header and footer. There is one.</summary>
internal sealed class Masthead
{
    public const long TheOne = 1;

    public long Id { get; init; } = TheOne;
    public required string OfficeVi { get; set; }
    public required string OfficeEn { get; set; }
    public required string PortalVi { get; set; }
    public required string PortalEn { get; set; }
    public string Address { get; set; } = "";
    public string Telephone { get; set; } = "";
    public string Email { get; set; } = "";
    public string ResponsibleVi { get; set; } = "";
    public string ResponsibleEn { get; set; } = "";

    /// <summary>The content is made up for showing the program; every page says so in its footer.</summary>
    public bool MadeUp { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Masthead>
    {
        public void Configure(EntityTypeBuilder<Masthead> builder)
        {
            builder.ToTable("masthead", table => table.HasCheckConstraint("ck_masthead_is_one", "id = 1"));
            builder.Property(m => m.Id).ValueGeneratedNever();
        }
    }
}
