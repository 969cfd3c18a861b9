using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Checklists.Pages;

/// <summary>What is late or due soon at and below one organisation: who has not reported, which items of the checklist are open.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ReadDue(DeskContext desk, PlacesInCampaign places, DueWork due, Sql sql) : DeskPage(desk)
{
    /// <summary>Rows of a list; what stands behind them is found at the organisations below.</summary>
    public const int Longest = 200;

    public PlaceInCampaign Place { get; private set; } = null!;
    public List<PlaceInCampaign> Above { get; private set; } = [];
    public DueCount Count { get; private set; } = DueCount.None;
    public DueKind Kind { get; private set; }
    public List<DueLine> Lines { get; private set; } = [];

    /// <summary>Organisations directly below that owe something, those that owe most first.</summary>
    public List<(string Code, string Name, DueCount Count)> Below { get; private set; } = [];

    public string Number(long number) => Formats.Number(number, English);

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, string? loai, CancellationToken stop)
    {
        var today = Clock.Today;
        if (await places.FindAsync(Person, campaign, organisation, frame => frame.DayOf(today), stop) is not { } place)
            return NotFound();
        (Place, Title) = (place, T["due-title", place.Name]);
        // A closed campaign owes nothing any more.
        if (place.Frame.ClosedOn is not null)
            return Page();
        Above = await places.AboveAsync(Person, place, today, stop);
        (Count, var below) = await due.CountAsync(place.Frame, place.Path, today, stop);
        var kinds = Enum.GetValues<DueKind>();
        Kind = kinds.Any(kind => DueWords.CodeOf(kind) == loai)
            ? kinds.First(kind => DueWords.CodeOf(kind) == loai)
            : kinds.FirstOrDefault(kind => Count[kind] > 0);
        Lines = await due.ListAsync(place.Frame, place.Path, Kind, today, Longest, stop);
        if (below.Count > 0)
        {
            var named = await sql.ListAsync(
                "select id, code, name from organisation where parent_id = @o",
                row => (Id: row.GetInt64(0), Code: row.GetString(1), Name: row.GetString(2)),
                stop,
                ("o", place.Id)
            );
            Below =
            [
                .. named
                    .Where(child => below.ContainsKey(child.Id))
                    .Select(child => (child.Code, child.Name, below[child.Id]))
                    .OrderByDescending(child => child.Item3[Kind])
                    .ThenBy(child => child.Code, StringComparer.Ordinal),
            ];
        }
        return Page();
    }
}
