using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Reports.Deciding;

/// <summary>What happened to a report.</summary>
public enum StepTaken
{
    Begun,
    Submitted,
    Asked,
    Answered,
    Returned,
    Accepted,
    Corrected,
}

/// <summary>One line of a report's history: who, when, why.</summary>
internal sealed class ReportStep
{
    public long Id { get; private set; }
    public required long ReportId { get; init; }
    public required StepTaken Taken { get; init; }
    public required DateTime At { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }
    public string? Note { get; init; }

    public static ReportStep Of(long report, StepTaken taken, DateTime at, Person by, string? note) =>
        new()
        {
            ReportId = report,
            Taken = taken,
            At = at,
            ById = by.Id,
            ByName = by.Name,
            Note = note,
        };

    internal sealed class Table : IEntityTypeConfiguration<ReportStep>
    {
        public void Configure(EntityTypeBuilder<ReportStep> builder)
        {
            builder.ToTable("report_step");
            builder.Property(s => s.Taken).HasConversion<string>().HasMaxLength(16);
            builder.Property(s => s.ByName).HasMaxLength(200);
            builder.Property(s => s.Note).HasMaxLength(Report.LongestNote);
            builder.HasIndex(s => s.ReportId).HasDatabaseName("ix_report_step_report");
            builder.HasOne<Report>().WithMany().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the level above says about one passage, and whether the author has seen to it.</summary>
internal sealed class ReportComment
{
    public long Id { get; private set; }
    public required long ReportId { get; init; }

    /// <summary>Null where it is about the section or the report as a whole.</summary>
    public long? PartId { get; init; }

    /// <summary>Null where it is about the section or the report as a whole, and when the passage was removed.</summary>
    public long? PassageId { get; init; }

    /// <summary>The words that it is about, as they stood.</summary>
    public string? Quote { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }
    public string? Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public string? AnsweredByName { get; private set; }

    public const int LongestText = 2000;

    public bool IsOpen => AnsweredAt is null;

    public void Settle(string? answer, DateTime at, string byName) => (Answer, AnsweredAt, AnsweredByName) = (answer, at, byName);

    internal sealed class Table : IEntityTypeConfiguration<ReportComment>
    {
        public void Configure(EntityTypeBuilder<ReportComment> builder)
        {
            builder.ToTable("report_comment");
            builder.Property(c => c.Quote).HasMaxLength(LongestText);
            builder.Property(c => c.Text).HasMaxLength(LongestText);
            builder.Property(c => c.Answer).HasMaxLength(LongestText);
            builder.Property(c => c.ByName).HasMaxLength(200);
            builder.Property(c => c.AnsweredByName).HasMaxLength(200);
            builder.HasIndex(c => c.ReportId).HasDatabaseName("ix_report_comment_report");
            builder.HasOne<Report>().WithMany().HasForeignKey(c => c.ReportId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
