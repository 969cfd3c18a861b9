using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Releasing;

/// <summary>That the public may read where one campaign stands at one organisation.</summary>
internal sealed class ReleasedDashboard
{
    public required long CampaignId { get; init; }
    public required long OrganisationId { get; init; }
    public required DateTime ReleasedAt { get; init; }
    public required long ReleasedById { get; init; }
    public required string ReleasedByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ReleasedDashboard>
    {
        public void Configure(EntityTypeBuilder<ReleasedDashboard> builder)
        {
            builder.ToTable("released_dashboard");
            builder.HasKey(r => new { r.CampaignId, r.OrganisationId });
            builder.Property(r => r.ReleasedByName).HasMaxLength(200);
            builder.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
