using DaiHoi.Web.Organisations;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Reports.Writing;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    Draft,

    /// <summary>Sent up; nobody writes in it until the level above has decided.</summary>
    Submitted,

    /// <summary>Sent back with comments; it is written in again.</summary>
    Returned,

    /// <summary>Frozen for good: what is wrong is corrected by an edition of its own.</summary>
    Accepted,
}

/// <summary>When a report is late.</summary>
internal static class Lateness
{
    /// <param name="state">null where it has not been begun</param>
    /// <param name="dueOn">null where none is asked</param>
    public static bool Of(ReportState? state, DateOnly? dueOn, DateOnly today) =>
        state is null or ReportState.Draft or ReportState.Returned && dueOn < today;
}

/// <summary>What one organisation reports for one period, in one edition.</summary>
internal sealed class Report
{
    public long Id { get; private set; }
    public required long PeriodId { get; init; }
    public required long OrganisationId { get; init; }

    /// <summary>1 for the first; a corrected edition is one more, with a number of its own.</summary>
    public required int Edition { get; init; }
    public ReportState State { get; private set; } = ReportState.Draft;

    /// <summary>Grows by one with every change: of two who decide at once, the second has seen an older one.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>In the register of the organisation; null until it is sent up for the first time.</summary>
    public int? Number { get; private set; }

    /// <summary>The words around it (<see cref="Papers.PaperWording"/>), kept when it is sent up; null while it is written.</summary>
    public string? Wording { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public long? SubmittedById { get; private set; }
    public string? SubmittedByName { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedByName { get; private set; }

    /// <summary>Why this edition corrects the one before; null for the first.</summary>
    public string? Correction { get; init; }

    public const int LongestNote = 2000;

    public bool IsOpen => State is ReportState.Draft or ReportState.Returned;

    public void Touch() => Version++;

    public void Submit(int number, string wording, DateTime at, long byId, string byName)
    {
        Demand(IsOpen);
        Wording = wording;
        (State, Number, SubmittedAt, SubmittedById, SubmittedByName) = (ReportState.Submitted, number, at, byId, byName);
        Touch();
    }

    public void Accept(DateTime at, string byName) => Decide(ReportState.Accepted, at, byName);

    public void Return(DateTime at, string byName)
    {
        Decide(ReportState.Returned, at, byName);
        Wording = null;
    }

    private void Decide(ReportState state, DateTime at, string byName)
    {
        Demand(State == ReportState.Submitted);
        (State, DecidedAt, DecidedByName) = (state, at, byName);
        Touch();
    }

    private void Demand(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException($"a report that is {State} does not go this way");
    }

    internal sealed class Table : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> builder)
        {
            builder.ToTable("report");
            builder.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
            builder.Property(r => r.SubmittedByName).HasMaxLength(200);
            builder.Property(r => r.DecidedByName).HasMaxLength(200);
            builder.Property(r => r.Correction).HasMaxLength(LongestNote);
            builder
                .HasIndex(r => new
                {
                    r.PeriodId,
                    r.OrganisationId,
                    r.Edition,
                })
                .IsUnique()
                .HasDatabaseName("ux_report_period_organisation_edition");
            builder.HasIndex(r => r.OrganisationId).HasDatabaseName("ix_report_organisation");
            builder.HasOne<ReportPeriod>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One section of a report, as it was asked for when it was begun.</summary>
internal sealed class ReportPart
{
    public long Id { get; private set; }
    public required long ReportId { get; init; }

    /// <summary>Of the template: the same section of reports below stands beside it.</summary>
    public required long SectionId { get; init; }
    public required int Place { get; set; }
    public required SectionKind Kind { get; init; }
    public required string Title { get; set; }

    /// <summary>What stands there besides texts (<see cref="PartData"/>), frozen when the report is sent up; null while it is written.</summary>
    public string? Data { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ReportPart>
    {
        public void Configure(EntityTypeBuilder<ReportPart> builder)
        {
            builder.ToTable("report_part");
            builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
            builder.Property(p => p.Title).HasMaxLength(ReportSection.LongestTitle);
            builder.HasIndex(p => new { p.ReportId, p.SectionId }).IsUnique().HasDatabaseName("ux_report_part_report_section");
            builder.HasIndex(p => p.SectionId).HasDatabaseName("ix_report_part_section");
            builder.HasOne<Report>().WithMany().HasForeignKey(p => p.ReportId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ReportSection>().WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Some paragraphs of a section that stay together: written here, or taken over from a report below.</summary>
internal sealed class ReportPassage
{
    public long Id { get; private set; }
    public required long PartId { get; init; }
    public required int Place { get; set; }

    /// <summary>Paragraphs with an empty line between them; lines that begin with "- " are a list.</summary>
    public required string Text { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public int Version { get; set; } = 1;
    public required DateTime WrittenAt { get; set; }
    public required long WrittenById { get; set; }
    public required string WrittenByName { get; set; }

    /// <summary>The passage below from which it was taken over; null where it was written here.</summary>
    public long? OriginId { get; init; }

    /// <summary>The organisation from which it comes in the first place, as it was called then.</summary>
    public string? OriginName { get; init; }

    public const int LongestText = 100_000;
    public const int LongestOrigin = 1000;

    internal sealed class Table : IEntityTypeConfiguration<ReportPassage>
    {
        public void Configure(EntityTypeBuilder<ReportPassage> builder)
        {
            builder.ToTable("report_passage");
            builder.Property(p => p.WrittenByName).HasMaxLength(200);
            builder.Property(p => p.OriginName).HasMaxLength(LongestOrigin);
            builder.HasIndex(p => p.PartId).HasDatabaseName("ix_report_passage_part");
            builder.HasIndex(p => new { p.PartId, p.OriginId }).IsUnique().HasDatabaseName("ux_report_passage_part_origin");
            builder.HasOne<ReportPart>().WithMany().HasForeignKey(p => p.PartId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ReportPassage>().WithMany().HasForeignKey(p => p.OriginId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
