using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Pages;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Tasks.Pages;

/// <summary>The tasks of one organisation: what is open, and what was done.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ArrangeTasks(DeskContext desk, DatabaseFactory databases, CampaignPlaces places, TaskKeeping keeping)
    : ReportPage(desk)
{
    /// <summary>Those that are done are shown so many, the last ones first.</summary>
    private const int LongestDone = 50;

    public CampaignPlace Place { get; private set; } = null!;
    public List<ReportTask> Tasks { get; private set; } = [];
    public TaskForm Form { get; private set; } = new();
    public bool MayKeep { get; private set; }

    public static string PathOf(string campaign, string organisation) =>
        $"{OwnPath}/nhiem-vu/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}";

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string campaign, string organisation, TaskForm form, CancellationToken stop)
    {
        if (await ShowAsync(campaign, organisation, stop) is not { } known)
            return NotFound();
        Form = form;
        var due = TypedDay.Of(form.Due);
        if (!string.IsNullOrWhiteSpace(form.Due) && due is null)
        {
            Problems["due"] = T["report-day-unclear"];
            return Refused();
        }
        var wanted = new WantedTask(form.Text, form.Owner, form.Partners, due);
        var result = await keeping.SetAsync(Person, Actor, known, Place, wanted, stop);
        return After(result, campaign, organisation, "report-task-was-set");
    }

    public async Task<IActionResult> OnPostFinishAsync(
        string campaign,
        string organisation,
        long task,
        string? on,
        string? evidence,
        CancellationToken stop
    )
    {
        if (await ShowAsync(campaign, organisation, stop) is null || Tasks.All(one => one.Id != task))
            return NotFound();
        Form = new()
        {
            Finished = task,
            On = on,
            Evidence = evidence,
        };
        var result = await keeping.FinishAsync(Person, Actor, task, TypedDay.Of(on), evidence, stop);
        return After(result, campaign, organisation, "report-task-was-finished");
    }

    public async Task<IActionResult> OnPostReopenAsync(string campaign, string organisation, long task, CancellationToken stop)
    {
        if (await ShowAsync(campaign, organisation, stop) is null || Tasks.All(one => one.Id != task))
            return NotFound();
        return After(await keeping.ReopenAsync(Person, Actor, task, stop), campaign, organisation, "report-task-was-reopened");
    }

    private IActionResult After(ReportResult result, string campaign, string organisation, string done)
    {
        switch (result.Outcome)
        {
            case ReportOutcome.Done or ReportOutcome.Already:
                return Went(done, PathOf(campaign, organisation));
            case ReportOutcome.NotFound:
                return NotFound();
            default:
                Tell(result);
                return Refused(StatusOf(result));
        }
    }

    private async Task<KnownCampaign?> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (
            await places.FindAsync(campaign, organisation, Clock.Today, stop) is not var (known, place)
            || !ReportRights.MaySee(Person, place)
        )
            return null;
        (Place, Title) = (place, T["report-tasks-of", place.Name]);
        MayKeep = TaskKeeping.MayKeep(Person, place);
        await using var database = databases.Create();
        var all = database
            .Set<ReportTask>()
            .AsNoTracking()
            .Where(one => one.CampaignId == known.Id && one.OrganisationId == place.Id);
        Tasks =
        [
            .. await all.Where(one => one.DoneOn == null).OrderBy(one => one.DueOn).ThenBy(one => one.Id).ToListAsync(stop),
            .. await all.Where(one => one.DoneOn != null)
                .OrderByDescending(one => one.DoneOn)
                .ThenByDescending(one => one.Id)
                .Take(LongestDone)
                .ToListAsync(stop),
        ];
        return known;
    }
}

/// <summary>A task as it was typed.</summary>
internal sealed class TaskForm
{
    public string? Text { get; set; }
    public string? Owner { get; set; }
    public string? Partners { get; set; }
    public string? Due { get; set; }

    /// <summary>The task that was to be done, with what was typed there; null for a new one.</summary>
    public long? Finished { get; set; }
    public string? On { get; set; }
    public string? Evidence { get; set; }
}
