using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Reports.Papers;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>So many organisations directly below one, each with an accepted report for the period of a report, of one passage in its first section.</summary>
    public static async Task BelowAsync(Site site, long report, string above, int count)
    {
        await using var database = site.Service<DatabaseFactory>().Create();
        var upper = await database.Set<Report>().SingleAsync(one => one.Id == report);
        var first = await database.Set<ReportPart>().OrderBy(one => one.Place).FirstAsync(one => one.ReportId == report);
        var parent = (await site.Service<OrganisationTree>().FindAsync(above, CancellationToken.None))!;
        for (var i = 0; i < count; i++)
        {
            var below = await site.Service<OrganisationTree>()
                .AddAsync(parent.Id, $"N{i:000}", $"Đảng bộ cơ sở {i}", "grassroots", CancellationToken.None);
            var lower = new Report
            {
                PeriodId = upper.PeriodId,
                OrganisationId = below.Id,
                Edition = 1,
            };
            lower.Submit(1, PaperWording.Usual.Json(), new(2020, 3, 3, 0, 0, 0, DateTimeKind.Utc), 0, "Người thử");
            lower.Accept(new(2020, 3, 3, 1, 0, 0, DateTimeKind.Utc), "Người thử");
            database.Add(lower);
            await database.SaveChangesAsync();
            var part = new ReportPart
            {
                ReportId = lower.Id,
                SectionId = first.SectionId,
                Place = 0,
                Kind = SectionKind.Text,
                Title = first.Title,
            };
            database.Add(part);
            await database.SaveChangesAsync();
            database.Add(
                new ReportPassage
                {
                    PartId = part.Id,
                    Place = 0,
                    Text = $"Thiếu hội trường để tổ chức đại hội chi bộ ở vùng sâu, vùng xa, nhất là tại thôn {i}.",
                    WrittenAt = new(2020, 3, 2, 0, 0, 0, DateTimeKind.Utc),
                    WrittenById = 0,
                    WrittenByName = "Người thử",
                }
            );
            await database.SaveChangesAsync();
        }
    }
}
