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

/// <summary>One period at one organisation: its own report, and who below has sent his; whoever opened it corrects it here.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ReadPeriod(
    DeskContext desk,
    DatabaseFactory databases,
    CampaignPlaces places,
    LowerReports lower,
    ReportDesk reports,
    PeriodKeeping keeping
) : ReportPage(desk)
{
    public ReportPeriod Asked { get; private set; } = null!;
    public KnownCampaign Campaign { get; private set; } = null!;
    public string Heading { get; private set; } = "";
    public CampaignPlace Place { get; private set; } = null!;

    /// <summary>Null where the period asks nothing of the organisation itself.</summary>
    public DateOnly? DueOn { get; private set; }
    public bool MayWrite { get; private set; }
    public List<(long Id, int Edition, ReportState State, int? Number)> Editions { get; private set; } = [];
    public IReadOnlyList<LowerReport> Below { get; private set; } = [];

    /// <summary>Whether it is corrected and withdrawn here: at the organisation that asks for it.</summary>
    public bool MayKeep { get; private set; }

    /// <summary>Whether a report of it was sent up: its first day and its cut-off stay.</summary>
    public bool WasSent { get; private set; }
    public PeriodForm Form { get; private set; } = new();
    public string Seen { get; private set; } = "";
    public string? Reason { get; private set; }
    public string? WithdrawReason { get; private set; }

    private protected override string ChangedText => T["report-period-changed"];

    public async Task<IActionResult> OnGetAsync(long period, string organisation, CancellationToken stop) =>
        await ShowAsync(period, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long period, string organisation, CancellationToken stop)
    {
        if (await reports.BeginAsync(Person, Actor, period, organisation, stop) is { } report)
            return LocalRedirect(PathOf(report));
        // Whoever had the page before him when it was withdrawn is told so.
        return await ShowAsync(period, organisation, stop) && Asked.IsWithdrawn && MayWrite
            ? Refused(StatusCodes.Status409Conflict)
            : NotFound();
    }

    public async Task<IActionResult> OnPostCorrectAsync(
        long period,
        string organisation,
        PeriodForm form,
        string? reason,
        string? seen,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(period, organisation, stop) || !MayKeep)
            return NotFound();
        (var now, Form, Reason) = (Form, form, reason);
        if (form.Read(Problems, T) is not { } wanted)
            return After(new(ReportOutcome.Refused, []), "", organisation, seen);
        var result = await keeping.CorrectAsync(Person, Actor, period, wanted, reason, seen, stop);
        // What somebody else has put there meanwhile is shown in the place of what was typed.
        if (result.Outcome == ReportOutcome.Changed)
            Form = now;
        return After(result, T["report-period-corrected"], organisation, seen);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(
        long period,
        string organisation,
        string? reason,
        string? seen,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(period, organisation, stop) || !MayKeep)
            return NotFound();
        WithdrawReason = reason;
        var result = await keeping.WithdrawAsync(Person, Actor, period, reason, seen, stop);
        return After(result, T["report-period-taken-back"], organisation, seen);
    }

    /// <param name="seen">what he had before him: a field to be mended does not make anything else seen</param>
    private IActionResult After(ReportResult result, string done, string organisation, string? seen)
    {
        if (result.Outcome is ReportOutcome.Done or ReportOutcome.Already)
        {
            Done = done;
            return LocalRedirect(PathOfPeriod(Asked.Id, organisation));
        }
        if (result.Outcome == ReportOutcome.NotFound)
            return NotFound();
        if (result.Outcome == ReportOutcome.Refused)
            Seen = seen ?? Seen;
        Tell(result);
        return Refused(StatusOf(result));
    }

    private async Task<bool> ShowAsync(long period, string organisation, CancellationToken stop)
    {
        await using var database = databases.Create();
        var asked = await database.Set<ReportPeriod>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == period, stop);
        if (asked is null)
            return false;
        var template = await database.Set<ReportTemplate>().AsNoTracking().SingleAsync(one => one.Id == asked.TemplateId, stop);
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        if (
            await places.FindAsync(campaign, organisation, asked.Until, stop) is not { } place
            || !ReportRights.MaySee(Person, place)
            || !place.Path.Contains($"/{template.OrganisationId}/", StringComparison.Ordinal)
        )
            return false;
        (Asked, Campaign, Place) = (asked, campaign, place);
        Heading = $"{template.Name}, {asked.Name}";
        Title = $"{Heading}: {place.Name}";
        var due = await database.Set<ReportDue>().AsNoTracking().Where(one => one.PeriodId == period).ToListAsync(stop);
        // What had ended by the cut-off reports no more, and what was founded later not yet.
        DueOn =
            place is { Level: { } level, Stands: true } && !asked.IsWithdrawn ? due.Find(one => one.Level == level)?.DueOn : null;
        MayWrite = ReportRights.MayWrite(Person, place);
        var editions = await database
            .Set<Report>()
            .AsNoTracking()
            .Where(one => one.PeriodId == period && one.OrganisationId == place.Id)
            .OrderByDescending(one => one.Edition)
            .ToListAsync(stop);
        Editions = editions.ConvertAll(one => (one.Id, one.Edition, one.State, one.Number));
        if (!asked.IsWithdrawn)
            Below = await lower.ListAsync(campaign, period, asked.Until, place.Id, stop);
        MayKeep = place.Id == template.OrganisationId && ReportRights.MayArrange(Person, place);
        if (!MayKeep)
            return true;
        WasSent = await PeriodKeeping.WasSentAsync(database, period, stop);
        (Form, Seen) = (PeriodForm.Of(asked, due), PeriodKeeping.SeenOf(asked, due));
        return true;
    }
}
