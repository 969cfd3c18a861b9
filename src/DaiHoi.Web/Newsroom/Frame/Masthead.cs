using DaiHoi.Web.Newsroom.Media;
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

    /// <summary>A sentence at the end of every page: on what terms others may use what stands here.</summary>
    public string NoteVi { get; set; } = "";
    public string NoteEn { get; set; } = "";

    /// <summary>A picture of the media library in place of the program's own mark.</summary>
    public long? LogoId { get; set; }

    /// <summary>What the logo shows, for who does not see it; empty where the name beside it says so.</summary>
    public string LogoAltVi { get; set; } = "";
    public string LogoAltEn { get; set; } = "";

    /// <summary>The content is made up for showing the program; every page says so in its footer.</summary>
    public bool MadeUp { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Masthead>
    {
        public void Configure(EntityTypeBuilder<Masthead> builder)
        {
            builder.ToTable("masthead", table => table.HasCheckConstraint("ck_masthead_is_one", "id = 1"));
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.HasOne<Picture>().WithMany().HasForeignKey(m => m.LogoId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
