using DaiHoi.Web.Reports.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Reports.Periods;

/// <summary>A stretch of days on which every organisation of some levels reports.</summary>
internal sealed class ReportPeriod
{
    public long Id { get; private set; }
    public required long TemplateId { get; init; }

    /// <summary>"2 tháng đầu năm 2020"</summary>
    public required string Name { get; set; }
    public required DateOnly From { get; set; }

    /// <summary>The cut-off: figures are those of the end of this day.</summary>
    public required DateOnly Until { get; set; }
    public required DateTime OpenedAt { get; init; }
    public required string OpenedByName { get; init; }

    /// <summary>Since when nothing is asked for it any more; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnByName { get; private set; }
    public string? WithdrawnReason { get; private set; }

    public const int LongestName = 200;
    public const int LongestReason = 500;

    public bool IsWithdrawn => WithdrawnAt is not null;

    public void Withdraw(DateTime at, string by, string reason) =>
        (WithdrawnAt, WithdrawnByName, WithdrawnReason) = (at, by, reason);

    internal sealed class Table : IEntityTypeConfiguration<ReportPeriod>
    {
        public void Configure(EntityTypeBuilder<ReportPeriod> builder)
        {
            builder.ToTable(
                "report_period",
                table => table.HasCheckConstraint("ck_report_period_in_order", "from_day <= until_day")
            );
            builder.Property(p => p.Name).HasMaxLength(LongestName);
            builder.Property(p => p.From).HasColumnName("from_day");
            builder.Property(p => p.Until).HasColumnName("until_day");
            builder.Property(p => p.OpenedByName).HasMaxLength(200);
            builder.Property(p => p.WithdrawnByName).HasMaxLength(200);
            builder.Property(p => p.WithdrawnReason).HasMaxLength(LongestReason);
            builder.HasIndex(p => new { p.TemplateId, p.Until }).HasDatabaseName("ix_report_period_template_until");
            builder.HasOne<ReportTemplate>().WithMany().HasForeignKey(p => p.TemplateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>By when the organisations of one level send their report up. A level without a day does not report.</summary>
internal sealed class ReportDue
{
    public required long PeriodId { get; init; }

    /// <summary>Place of the level in the campaign.</summary>
    public required int Level { get; init; }
    public required DateOnly DueOn { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ReportDue>
    {
        public void Configure(EntityTypeBuilder<ReportDue> builder)
        {
            builder.ToTable("report_due");
            builder.HasKey(d => new { d.PeriodId, d.Level });
            builder.Property(d => d.Level).ValueGeneratedNever();
            builder.HasOne<ReportPeriod>().WithMany().HasForeignKey(d => d.PeriodId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
