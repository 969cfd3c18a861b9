using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Reports.Tasks;

/// <summary>Something that an organisation has to do; it stands in the reports of each period until it is done.</summary>
internal sealed class ReportTask
{
    public long Id { get; private set; }
    public required long CampaignId { get; init; }

    /// <summary>In whose reports it stands.</summary>
    public required long OrganisationId { get; init; }
    public required string Text { get; set; }

    /// <summary>Who sees to it, by name: a unit of the organisation, or an organisation below.</summary>
    public string? Owner { get; set; }
    public string? Partners { get; set; }
    public DateOnly? DueOn { get; set; }

    /// <summary>The report in which it was set; null where it was set by hand.</summary>
    public long? ReportId { get; init; }
    public required DateTime SetAt { get; init; }
    public required string SetByName { get; init; }
    public DateOnly? DoneOn { get; private set; }

    /// <summary>What shows it: the number of a paper, what was found there.</summary>
    public string? Evidence { get; private set; }
    public string? DoneByName { get; private set; }

    public const int LongestText = 1000;
    public const int LongestName = 300;

    public bool IsOpen => DoneOn is null;

    public void Finish(DateOnly on, string evidence, string byName) => (DoneOn, Evidence, DoneByName) = (on, evidence, byName);

    public void Reopen() => (DoneOn, Evidence, DoneByName) = (null, null, null);

    internal sealed class Table : IEntityTypeConfiguration<ReportTask>
    {
        public void Configure(EntityTypeBuilder<ReportTask> builder)
        {
            builder.ToTable("report_task");
            builder.Property(t => t.Text).HasMaxLength(LongestText);
            builder.Property(t => t.Owner).HasMaxLength(LongestName);
            builder.Property(t => t.Partners).HasMaxLength(LongestName);
            builder.Property(t => t.Evidence).HasMaxLength(LongestText);
            builder.Property(t => t.SetByName).HasMaxLength(200);
            builder.Property(t => t.DoneByName).HasMaxLength(200);
            builder.HasIndex(t => new { t.CampaignId, t.OrganisationId }).HasDatabaseName("ix_report_task_organisation");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
