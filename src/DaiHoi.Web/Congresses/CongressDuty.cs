using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses;

/// <summary>
/// A duty of somebody at one congress, from <see cref="GivenAt"/> until it ends. It needs no role on the organisation: who
/// counts ballots for an evening has nothing to do with its other data.
/// </summary>
internal sealed class CongressDuty
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public required long AccountId { get; init; }
    public required string AccountName { get; init; }
    public required Duty Duty { get; init; }
    public required DateTime GivenAt { get; init; }
    public required string GivenByName { get; init; }
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime at) => EndedAt = at;

    /// <summary>Under which its changes are announced and recorded.</summary>
    public static string KeyOf(long congress) => FormattableString.Invariant($"congress-duties:{congress}");

    internal sealed class Table : IEntityTypeConfiguration<CongressDuty>
    {
        public void Configure(EntityTypeBuilder<CongressDuty> builder)
        {
            builder.ToTable("congress_duty");
            builder.Property(d => d.AccountName).HasMaxLength(200);
            builder.Property(d => d.Duty).HasMaxLength(24);
            builder.Property(d => d.GivenByName).HasMaxLength(200);
            builder
                .HasIndex(d => new
                {
                    d.CongressId,
                    d.AccountId,
                    d.Duty,
                })
                .IsUnique()
                .HasFilter("ended_at is null")
                .HasDatabaseName("ux_congress_duty_standing");
            builder.HasIndex(d => d.AccountId).HasFilter("ended_at is null").HasDatabaseName("ix_congress_duty_account");
            // By its name: the congress itself is the business of Campaigns.
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
