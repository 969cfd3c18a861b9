using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>Links to related agencies that stand together.</summary>
internal sealed class LinkGroup
{
    public long Id { get; private set; }
    public int Position { get; set; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }
    public List<WebsiteLink> Links { get; } = [];

    internal sealed class Table : IEntityTypeConfiguration<LinkGroup>
    {
        public void Configure(EntityTypeBuilder<LinkGroup> builder)
        {
            builder.ToTable("link_group");
            builder.HasMany(g => g.Links).WithOne().HasForeignKey(l => l.GroupId);
        }
    }
}

internal sealed class WebsiteLink
{
    public long Id { get; private set; }
    public long GroupId { get; set; }
    public int Position { get; set; }
    public required string Name { get; set; }

    /// <summary>A whole http or https address.</summary>
    public required string Address { get; set; }

    /// <summary>Stands in the block "Liên kết website" of every page, not only on its own page.</summary>
    public bool InBlock { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<WebsiteLink>
    {
        public void Configure(EntityTypeBuilder<WebsiteLink> builder) => builder.ToTable("website_link");
    }
}
