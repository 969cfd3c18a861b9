using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>One period at one organisation: its own report, and who below has sent his.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ReadPeriod(
    DeskContext desk,
    DatabaseFactory databases,
    CampaignPlaces places,
    LowerReports lower,
    ReportDesk reports
) : ReportPage(desk)
{
    public long Period { get; private set; }
    public string Heading { get; private set; } = "";
    public CampaignPlace Place { get; private set; } = null!;
    public DateOnly Until { get; private set; }

    /// <summary>Null where the period asks nothing of the organisation itself.</summary>
    public DateOnly? DueOn { get; private set; }
    public bool MayWrite { get; private set; }
    public List<(long Id, int Edition, ReportState State, int? Number)> Editions { get; private set; } = [];
    public IReadOnlyList<LowerReport> Below { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long period, string organisation, CancellationToken stop)
    {
        await using var database = databases.Create();
        var asked = await database.Set<ReportPeriod>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == period, stop);
        if (asked is null)
            return NotFound();
        var template = await database.Set<ReportTemplate>().AsNoTracking().SingleAsync(one => one.Id == asked.TemplateId, stop);
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        if (
            await places.FindAsync(campaign, organisation, asked.Until, stop) is not { } place
            || !ReportRights.MaySee(Person, place)
            || !place.Path.Contains($"/{template.OrganisationId}/", StringComparison.Ordinal)
        )
            return NotFound();
        (Period, Place, Until) = (period, place, asked.Until);
        Heading = $"{template.Name}, {asked.Name}";
        Title = $"{Heading}: {place.Name}";
        // What had ended by the cut-off reports no more, and what was founded later not yet.
        DueOn = place is { Level: { } level, Stands: true }
            ? await database
                .Set<ReportDue>()
                .Where(due => due.PeriodId == period && due.Level == level)
                .Select(due => (DateOnly?)due.DueOn)
                .FirstOrDefaultAsync(stop)
            : null;
        MayWrite = ReportRights.MayWrite(Person, place);
        var editions = await database
            .Set<Report>()
            .AsNoTracking()
            .Where(one => one.PeriodId == period && one.OrganisationId == place.Id)
            .OrderByDescending(one => one.Edition)
            .ToListAsync(stop);
        Editions = editions.ConvertAll(one => (one.Id, one.Edition, one.State, one.Number));
        Below = await lower.ListAsync(campaign, period, asked.Until, place.Id, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long period, string organisation, CancellationToken stop) =>
        await reports.BeginAsync(Person, Actor, period, organisation, stop) is { } report
            ? LocalRedirect(PathOf(report))
            : NotFound();
}
