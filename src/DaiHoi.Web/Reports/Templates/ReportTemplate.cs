using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Reports.Templates;

/// <summary>How often reports of a template are due.</summary>
public enum Cadence
{
    Month,
    Quarter,

    /// <summary>Whenever somebody asks for one: the first two months.</summary>
    AdHoc,
}

/// <summary>
/// What an organisation asks of the reports of everything at and below it in a campaign. Organisations further down add
/// sections of their own for theirs; none takes away what was asked above.
/// </summary>
internal sealed class ReportTemplate
{
    public long Id { get; private set; }
    public required long CampaignId { get; init; }

    /// <summary>Who asks for it.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>"Báo cáo kết quả tổ chức đại hội": what the paper is called, without its period.</summary>
    public required string Name { get; set; }
    public required Cadence Cadence { get; init; }

    /// <summary>Since when no period of it is opened any more.</summary>
    public DateOnly? EndedOn { get; private set; }
    public string? EndedReason { get; private set; }

    public const int LongestName = 300;
    public const int LongestReason = 500;

    /// <summary>Under which its changes are announced and recorded.</summary>
    public static string KeyOf(long template) => FormattableString.Invariant($"report-template:{template}");

    public void End(DateOnly on, string reason) => (EndedOn, EndedReason) = (on, reason);

    internal sealed class Table : IEntityTypeConfiguration<ReportTemplate>
    {
        public void Configure(EntityTypeBuilder<ReportTemplate> builder)
        {
            builder.ToTable("report_template");
            builder.Property(t => t.Name).HasMaxLength(LongestName);
            builder.Property(t => t.EndedReason).HasMaxLength(LongestReason);
            builder.Property(t => t.Cadence).HasConversion<string>().HasMaxLength(16);
            builder.HasIndex(t => t.CampaignId).HasDatabaseName("ix_report_template_campaign");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What stands in a section.</summary>
public enum SectionKind
{
    /// <summary>What the officer writes, and what he takes over from reports below.</summary>
    Text,

    /// <summary>Named figures of the organisation, beside those of the period before.</summary>
    Figures,

    /// <summary>The same figures for each organisation directly below.</summary>
    Below,

    /// <summary>The course of one level, week by week.</summary>
    Course,

    /// <summary>The difficulties that were met at most congresses, with their answers.</summary>
    Difficulties,

    /// <summary>What is to be done in the next period, and what is still open.</summary>
    Tasks,
}

/// <summary>One section of a template.</summary>
internal sealed class ReportSection
{
    public long Id { get; private set; }
    public required long TemplateId { get; init; }

    /// <summary>Who asks for it: the organisation of the template, or one below that adds it for its own.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>Place among the sections of the template.</summary>
    public required int Place { get; set; }
    public required SectionKind Kind { get; init; }
    public required string Title { get; set; }

    /// <summary>What the officer is to write there; null where the title says it.</summary>
    public string? Hint { get; set; }

    /// <summary>Names of figures with commas between them; null where the kind has none.</summary>
    public string? Figures { get; set; }

    /// <summary>Code of the one level that counts; null for all.</summary>
    public string? Level { get; set; }

    /// <summary>Since when it is no longer asked for; reports that have it keep it.</summary>
    public DateOnly? EndedOn { get; private set; }

    public const int LongestTitle = 300;
    public const int LongestHint = 1000;

    public IReadOnlyList<string> FigureNames =>
        Figures?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public void End(DateOnly on) => EndedOn ??= on;

    internal sealed class Table : IEntityTypeConfiguration<ReportSection>
    {
        public void Configure(EntityTypeBuilder<ReportSection> builder)
        {
            builder.ToTable("report_section");
            builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(16);
            builder.Property(s => s.Title).HasMaxLength(LongestTitle);
            builder.Property(s => s.Hint).HasMaxLength(LongestHint);
            builder.Property(s => s.Figures).HasMaxLength(1000);
            builder.Property(s => s.Level).HasMaxLength(32);
            builder.HasIndex(s => s.TemplateId).HasDatabaseName("ix_report_section_template");
            builder.HasOne<ReportTemplate>().WithMany().HasForeignKey(s => s.TemplateId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
