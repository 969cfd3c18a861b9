using DaiHoi.Web.Congresses.Day;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>
/// The credential report as the congress has carried it, kept whole with its vote and never changed: what is found later is voted in a
/// report of its own. With a vote that is set aside it holds no more.
/// </summary>
internal sealed class VotedCredentialReport
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public required long HandVoteId { get; init; }

    /// <summary>The moment of its figures, in UTC.</summary>
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>A <see cref="ReportedCredentials"/>.</summary>
    public required string Content { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<VotedCredentialReport>
    {
        public void Configure(EntityTypeBuilder<VotedCredentialReport> builder)
        {
            builder.ToTable("voted_credential_report");
            builder.Property(r => r.ByName).HasMaxLength(200);
            builder.HasIndex(r => r.CongressId).HasDatabaseName("ix_voted_credential_report_congress");
            builder.HasIndex(r => r.HandVoteId).IsUnique().HasDatabaseName("ux_voted_credential_report_vote");
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<HandVote>().WithMany().HasForeignKey(r => r.HandVoteId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
