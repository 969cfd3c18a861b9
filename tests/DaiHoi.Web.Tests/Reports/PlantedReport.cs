using DaiHoi.Web.Data;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>A report with one section of words, of an organisation that asks for it itself.</summary>
internal sealed record PlantedReport(long Template, long Period, long Report, long Part)
{
    public static async Task<PlantedReport> OfAsync(Site site, long campaign, long organisation, int level)
    {
        await using var database = site.Service<DatabaseFactory>().Create();
        var template = new ReportTemplate
        {
            CampaignId = campaign,
            OrganisationId = organisation,
            Name = "Báo cáo thử",
            Cadence = Cadence.AdHoc,
        };
        database.Add(template);
        await database.SaveChangesAsync();
        var section = new ReportSection
        {
            TemplateId = template.Id,
            OrganisationId = organisation,
            Place = 0,
            Kind = SectionKind.Text,
            Title = "Kết quả",
        };
        var period = new ReportPeriod
        {
            TemplateId = template.Id,
            Name = "Kỳ thử",
            From = new(2020, 1, 1),
            Until = new(2020, 3, 2),
            OpenedAt = new(2020, 3, 2, 0, 0, 0, DateTimeKind.Utc),
            OpenedByName = "Người thử",
        };
        database.AddRange(section, period);
        await database.SaveChangesAsync();
        var due = new ReportDue
        {
            PeriodId = period.Id,
            Level = level,
            DueOn = new(2020, 3, 9),
        };
        var report = new Report
        {
            PeriodId = period.Id,
            OrganisationId = organisation,
            Edition = 1,
        };
        database.AddRange(due, report);
        await database.SaveChangesAsync();
        var part = new ReportPart
        {
            ReportId = report.Id,
            SectionId = section.Id,
            Place = 0,
            Kind = SectionKind.Text,
            Title = section.Title,
        };
        database.Add(part);
        await database.SaveChangesAsync();
        return new(template.Id, period.Id, report.Id, part.Id);
    }
}
