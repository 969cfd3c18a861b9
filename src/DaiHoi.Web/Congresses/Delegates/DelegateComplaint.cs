using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>What the credential committee concludes of a complaint.</summary>
internal enum ComplaintOutcome
{
    /// <summary>không có cơ sở</summary>
    Unfounded,

    /// <summary>có cơ sở, không ảnh hưởng đến tư cách đại biểu</summary>
    StaysDelegate,

    /// <summary>bác tư cách đại biểu</summary>
    Refused,
}

/// <summary>A complaint or denunciation about a delegate (đơn thư khiếu nại, tố cáo), and what the credential committee has concluded of it.</summary>
internal sealed class DelegateComplaint
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public required long DelegateId { get; init; }

    /// <summary>In short what it says.</summary>
    public required string About { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public required string ReceivedByName { get; init; }

    /// <summary>Null while nothing is concluded.</summary>
    public ComplaintOutcome? Outcome { get; private set; }

    /// <summary>In words, where somebody wrote some.</summary>
    public string? Conclusion { get; private set; }
    public DateTime? SettledAt { get; private set; }
    public string? SettledByName { get; private set; }

    public const int LongestText = ListedDelegate.LongestReason;

    public bool IsOpen => Outcome is null;

    public void Settle(DateTime at, string by, ComplaintOutcome outcome, string? conclusion) =>
        (SettledAt, SettledByName, Outcome, Conclusion) = (at, by, outcome, conclusion);

    /// <summary>It waits again: what was concluded of it does not hold any more.</summary>
    public void Reopen() => (SettledAt, SettledByName, Outcome, Conclusion) = (null, null, null, null);

    internal sealed class Table : IEntityTypeConfiguration<DelegateComplaint>
    {
        public void Configure(EntityTypeBuilder<DelegateComplaint> builder)
        {
            builder.ToTable(
                "delegate_complaint",
                table =>
                    table.HasCheckConstraint(
                        "ck_delegate_complaint_settled_whole",
                        "(settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by_name is null)"
                    )
            );
            builder.Ignore(c => c.IsOpen);
            builder.Property(c => c.About).HasMaxLength(LongestText);
            builder.Property(c => c.ReceivedByName).HasMaxLength(200);
            builder.Property(c => c.Outcome).HasMaxLength(16);
            builder.Property(c => c.Conclusion).HasMaxLength(LongestText);
            builder.Property(c => c.SettledByName).HasMaxLength(200);
            builder.HasIndex(c => c.CongressId).HasDatabaseName("ix_delegate_complaint_congress");
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ListedDelegate>().WithMany().HasForeignKey(c => c.DelegateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
