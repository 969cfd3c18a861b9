using DaiHoi.Web.Congresses.Delegates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>What a door notes of somebody.</summary>
internal enum Attendance
{
    /// <summary>has come in, for the first time or again</summary>
    Arrived,

    /// <summary>has gone out</summary>
    Left,

    /// <summary>vắng có lý do</summary>
    Excused,

    /// <summary>vắng không có lý do</summary>
    Unexcused,

    /// <summary>the mark before was a mistake: what held before it holds again</summary>
    Cleared,
}

/// <summary>
/// One mark of a door. Never changed and never deleted; what holds of somebody in a session is his last mark there that no other
/// takes back (<see cref="AttendanceStanding"/>). A mark that arrives twice, because a line broke before the answer came, is known by its key.
/// </summary>
internal sealed class AttendanceMark
{
    public long Id { get; private set; }
    public required long SessionId { get; init; }
    public required long DelegateId { get; init; }
    public required Attendance Mark { get; init; }

    /// <summary>When it happened, as the program's clock would have had it.</summary>
    public required DateTime At { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required string ByName { get; init; }

    /// <summary>Which door; empty where nobody has named it.</summary>
    public required string Desk { get; init; }

    /// <summary>Drawn by the desk for this one mark.</summary>
    public required string Key { get; init; }
    public string? Note { get; init; }

    public const int LongestDesk = 60;
    public const int LongestKey = 64;
    public const int LongestNote = 300;

    internal sealed class Table : IEntityTypeConfiguration<AttendanceMark>
    {
        public void Configure(EntityTypeBuilder<AttendanceMark> builder)
        {
            builder.ToTable("attendance_mark");
            builder.Property(m => m.Mark).HasMaxLength(12);
            builder.Property(m => m.ByName).HasMaxLength(200);
            builder.Property(m => m.Desk).HasMaxLength(LongestDesk);
            builder.Property(m => m.Key).HasMaxLength(LongestKey);
            builder.Property(m => m.Note).HasMaxLength(LongestNote);
            builder.HasIndex(m => m.Key).IsUnique().HasDatabaseName("ux_attendance_mark_key");
            builder
                .HasIndex(m => new
                {
                    m.SessionId,
                    m.DelegateId,
                    m.At,
                })
                .HasDatabaseName("ix_attendance_mark_session");
            builder.HasOne<CongressSession>().WithMany().HasForeignKey(m => m.SessionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ListedDelegate>().WithMany().HasForeignKey(m => m.DelegateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
