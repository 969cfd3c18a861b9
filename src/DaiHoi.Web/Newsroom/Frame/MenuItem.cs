using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>One entry of the portal's navigation, or of the links at the foot of every page.</summary>
internal sealed class MenuItem
{
    public long Id { get; private set; }
    public int Position { get; set; }
    public required string LabelVi { get; set; }
    public required string LabelEn { get; set; }

    /// <summary>A path of the portal without its language ("/chuyen-muc/tin-tuc"), or a whole address elsewhere.</summary>
    public required string Target { get; set; }

    /// <summary>Stands at the foot of every page instead of its head.</summary>
    public bool InFooter { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<MenuItem>
    {
        public void Configure(EntityTypeBuilder<MenuItem> builder) => builder.ToTable("menu_item");
    }
}
