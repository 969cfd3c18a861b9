using DaiHoi.Web.Newsroom.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>An address of another site to which an article or the block of website links leads, and whether it still answers.</summary>
internal sealed class OutsideLink
{
    /// <summary>Longer ones are not asked: no page has such an address, and an index must hold it.</summary>
    public const int Longest = 1000;

    public long Id { get; private set; }

    /// <summary>As <see cref="OutsideAddress.Of"/> writes it.</summary>
    public required string Address { get; init; }

    /// <summary>The frame of the portal leads there, or an announcement of its home page.</summary>
    public bool InBlocks { get; set; }
    public LinkState State { get; set; }

    /// <summary>The number with which the other site answered; null where it did not.</summary>
    public int? Answer { get; set; }

    /// <summary>Times in a row that nothing came back.</summary>
    public int Silences { get; set; }
    public DateTime? AskedAt { get; set; }

    /// <summary>When it is asked again.</summary>
    public DateTime NextAt { get; set; }
    public List<OutsideLinkUse> Uses { get; } = [];

    internal sealed class Table : IEntityTypeConfiguration<OutsideLink>
    {
        public void Configure(EntityTypeBuilder<OutsideLink> builder)
        {
            builder.ToTable(
                "outside_link",
                table => table.HasCheckConstraint("ck_outside_link_silences_not_negative", "silences >= 0")
            );
            builder.Property(link => link.Address).HasMaxLength(Longest);
            builder.Property(link => link.State).HasMaxLength(16);
            builder.HasIndex(link => link.Address).IsUnique().HasDatabaseName("ux_outside_link_address");
            builder.HasIndex(link => link.NextAt).HasDatabaseName("ix_outside_link_next");
            builder.HasMany(link => link.Uses).WithOne().HasForeignKey(use => use.LinkId);
        }
    }
}

/// <summary>An article that leads there.</summary>
internal sealed class OutsideLinkUse
{
    public long LinkId { get; init; }
    public long ArticleId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OutsideLinkUse>
    {
        public void Configure(EntityTypeBuilder<OutsideLinkUse> builder)
        {
            builder.ToTable("outside_link_use");
            builder.HasKey(use => new { use.LinkId, use.ArticleId });
            builder.HasOne<Article>().WithMany().HasForeignKey(use => use.ArticleId);
        }
    }
}

/// <summary>What is known of an address.</summary>
internal enum LinkState
{
    NotAsked,
    Answers,

    /// <summary>The other site says that there is no such page.</summary>
    Gone,

    /// <summary>Nothing came back: no such name, no connection, no answer in time, or a failure of the other side.</summary>
    Silent,

    /// <summary>Leads into a network that is nobody else's business; it is never asked.</summary>
    Inside,
}
