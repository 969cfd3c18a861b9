using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Checklists;

/// <summary>Something that every congress of one level has to do, some days before or after the congress day.</summary>
internal sealed class ChecklistItem
{
    public long Id { get; private set; }
    public required long CampaignId { get; init; }

    /// <summary>Place of the level in the campaign.</summary>
    public required int Level { get; init; }

    /// <summary>Place among the items of its level that are due on the same day.</summary>
    public required int Place { get; set; }
    public required string Text { get; set; }

    /// <summary>Due so many days after the congress day; below zero before it.</summary>
    public required int Days { get; set; }

    /// <summary>Who sees to it, by post: "Ban Thường vụ".</summary>
    public string? Responsible { get; set; }

    /// <summary>What shows that it was done; null where the tick is enough.</summary>
    public string? EvidenceWanted { get; set; }

    /// <summary>Since when it is no longer asked for; what was ticked stays.</summary>
    public DateOnly? EndedOn { get; private set; }

    public const int LongestText = 300;
    public const int LongestResponsible = 100;
    public const int MostDays = 400;

    /// <summary>Says better what is wanted; who has ticked it has still done it.</summary>
    public void Change(string text, int days, int place, string? responsible, string? evidence) =>
        (Text, Days, Place, Responsible, EvidenceWanted) = (text, days, place, responsible, evidence);

    public void End(DateOnly on) => EndedOn ??= on;

    internal sealed class Table : IEntityTypeConfiguration<ChecklistItem>
    {
        public void Configure(EntityTypeBuilder<ChecklistItem> builder)
        {
            builder.ToTable("checklist_item");
            builder.Property(i => i.Text).HasMaxLength(LongestText);
            builder.Property(i => i.Responsible).HasMaxLength(LongestResponsible);
            builder.Property(i => i.EvidenceWanted).HasMaxLength(LongestText);
            builder.HasIndex(i => new { i.CampaignId, i.Level }).HasDatabaseName("ix_checklist_item_campaign_level");
            builder.HasOne<Campaign>().WithMany().HasForeignKey(i => i.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>That one congress has done one item. Taking a tick back removes it; the audit log keeps both.</summary>
internal sealed class ChecklistMark
{
    public required long CongressId { get; init; }
    public required long ItemId { get; init; }
    public required DateOnly DoneOn { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Null where the program ticked it.</summary>
    public long? RecordedById { get; init; }
    public required string RecordedByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ChecklistMark>
    {
        public void Configure(EntityTypeBuilder<ChecklistMark> builder)
        {
            builder.ToTable("checklist_mark");
            builder.HasKey(m => new { m.CongressId, m.ItemId });
            builder.Property(m => m.RecordedByName).HasMaxLength(200);
            builder.HasOne<Congress>().WithMany().HasForeignKey(m => m.CongressId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ChecklistItem>().WithMany().HasForeignKey(m => m.ItemId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
