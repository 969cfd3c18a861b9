using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns;

/// <summary>
/// One expected congress: frozen when the campaign opened, or added on the day on which its organisation was founded. It
/// keeps the level that it had then. Where it stands is derived from its events and written with them; nobody sets it.
/// </summary>
internal sealed class Congress
{
    public long Id { get; private set; }
    public required long CampaignId { get; init; }
    public required long OrganisationId { get; init; }

    /// <summary>Place of its level in the campaign.</summary>
    public required int Level { get; init; }
    public required DateOnly ExpectedFrom { get; init; }

    /// <summary>Where it stands today; null where nothing has been recorded.</summary>
    public CongressStatus? Status { get; private set; }

    /// <summary>Since when.</summary>
    public DateOnly? StatusOn { get; private set; }
    public bool Model { get; private set; }

    /// <summary>The day on which it was held, before that the one for which it is planned; null while nobody has named one.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The newest thing entered of it: who wants to change it must have seen this. Null where nothing was.</summary>
    public long? LastEventId { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<Congress>
    {
        public void Configure(EntityTypeBuilder<Congress> builder)
        {
            builder.ToTable("congress");
            builder.Property(c => c.Status).HasMaxLength(20);
            builder
                .HasIndex(c => new { c.CampaignId, c.OrganisationId })
                .IsUnique()
                .HasDatabaseName("ux_congress_campaign_organisation");
            // What is due soon or late hangs on where it stands and on its day.
            builder
                .HasIndex(c => new
                {
                    c.CampaignId,
                    c.Level,
                    c.Status,
                    c.Day,
                })
                .HasFilter("day is not null")
                .HasDatabaseName("ix_congress_day");
            builder.HasIndex(c => c.OrganisationId).HasDatabaseName("ix_congress_organisation");
            builder.HasOne<Campaign>().WithMany().HasForeignKey(c => c.CampaignId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
