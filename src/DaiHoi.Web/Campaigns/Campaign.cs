using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns;

/// <summary>
/// The congresses of all levels in one term. Opening it freezes which congresses are expected: afterwards the list changes
/// by events only.
/// </summary>
internal sealed class Campaign
{
    public long Id { get; private set; }

    /// <summary>By which files and the command line know it; unique.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>"2020–2025"; null where nobody has said.</summary>
    public string? Term { get; init; }

    /// <summary>Id of the rule set under which it is held.</summary>
    public required string Rules { get; init; }

    /// <summary>The organisation at its top.</summary>
    public required long RootId { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateTime OpenedAt { get; init; }

    /// <summary>The last day of the campaign; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public void Close(DateOnly on) => ClosedOn = on;

    public void Reopen() => ClosedOn = null;

    internal sealed class Table : IEntityTypeConfiguration<Campaign>
    {
        public void Configure(EntityTypeBuilder<Campaign> builder)
        {
            builder.ToTable(
                "campaign",
                table =>
                    table.HasCheckConstraint("ck_campaign_closed_after_opening", "closed_on is null or closed_on >= opened_on")
            );
            builder.Property(c => c.Code).HasMaxLength(64);
            builder.Property(c => c.Name).HasMaxLength(300);
            builder.Property(c => c.Term).HasMaxLength(40);
            builder.Property(c => c.Rules).HasMaxLength(64);
            builder.HasIndex(c => c.Code).IsUnique().HasDatabaseName("ux_campaign_code");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.RootId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A level whose congresses belong to a campaign, and when they are held.</summary>
internal sealed class CampaignLevel
{
    public required long CampaignId { get; init; }

    /// <summary>Its place in the ladder of the rule set, from 0 at the top.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Its code in files.</summary>
    public required string Code { get; init; }

    /// <summary>First and last day as the campaign sets them; null where open.</summary>
    public DateOnly? WindowFrom { get; init; }
    public DateOnly? WindowUntil { get; init; }

    /// <summary>Within how many days of what happened it is to be entered.</summary>
    public int EntryDays { get; set; } = UsualEntryDays;

    public const int UsualEntryDays = 3;
    public const int MostEntryDays = 90;

    internal sealed class Table : IEntityTypeConfiguration<CampaignLevel>
    {
        public void Configure(EntityTypeBuilder<CampaignLevel> builder)
        {
            builder.ToTable("campaign_level");
            builder.HasKey(l => new { l.CampaignId, l.Ordinal });
            builder.Property(l => l.Ordinal).ValueGeneratedNever();
            builder.Property(l => l.Code).HasMaxLength(32);
            builder.Property(l => l.EntryDays).HasDefaultValue(UsualEntryDays);
            builder.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A window that an organisation has narrowed for a level below it.</summary>
internal sealed class NarrowedWindow
{
    public required long CampaignId { get; init; }
    public required long OrganisationId { get; init; }

    /// <summary>Place of the level for which it holds.</summary>
    public required int Ordinal { get; init; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    /// <summary>Number of the decision.</summary>
    public string? Decision { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<NarrowedWindow>
    {
        public void Configure(EntityTypeBuilder<NarrowedWindow> builder)
        {
            builder.ToTable(
                "narrowed_window",
                table =>
                    table.HasCheckConstraint(
                        "ck_narrowed_window_in_order",
                        "window_from is null or window_until is null or window_from <= window_until"
                    )
            );
            builder.HasKey(w => new
            {
                w.CampaignId,
                w.OrganisationId,
                w.Ordinal,
            });
            builder.Property(w => w.Ordinal).ValueGeneratedNever();
            builder.Property(w => w.From).HasColumnName("window_from");
            builder.Property(w => w.Until).HasColumnName("window_until");
            builder.Property(w => w.Decision).HasMaxLength(100);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(w => w.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Campaign>().WithMany().HasForeignKey(w => w.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
