using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>A session of a congress (phiên). Who is there is kept for each.</summary>
internal sealed class CongressSession
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }

    /// <summary>"Phiên trù bị", "Phiên thứ nhất".</summary>
    public required string Name { get; set; }

    /// <summary>In UTC. Whoever comes later is late.</summary>
    public required DateTime StartsAt { get; set; }

    /// <summary>In UTC. Whoever leaves before has left early.</summary>
    public required DateTime EndsAt { get; set; }

    /// <summary>A preparatory session (phiên trù bị).</summary>
    public required bool IsPreparatory { get; set; }

    public const int LongestName = 100;

    internal sealed class Table : IEntityTypeConfiguration<CongressSession>
    {
        public void Configure(EntityTypeBuilder<CongressSession> builder)
        {
            builder.ToTable(
                "congress_session",
                table => table.HasCheckConstraint("ck_congress_session_ends_later", "ends_at > starts_at")
            );
            builder.Property(s => s.Name).HasMaxLength(LongestName);
            builder.HasIndex(s => s.CongressId).HasDatabaseName("ix_congress_session_congress");
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
