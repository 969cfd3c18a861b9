using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Campaigns.Recording.Pages;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Arranging.Pages;

/// <summary>When the levels below one organisation hold their congresses: as set above, and as it narrows that itself.</summary>
[For(Role.Checker, Role.Administrator, OwnOnly = true)]
internal sealed class NarrowWindows(
    DeskContext desk,
    PlacesInCampaign places,
    WindowNarrowing narrowing,
    DatabaseFactory databases,
    Sql sql
) : DeskPage(desk)
{
    public PlaceInCampaign Place { get; private set; } = null!;
    public IReadOnlyList<OwnWindow> Windows { get; private set; } = [];
    public WindowForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; } = [];

    public string NameOf(FrameLevel level) => LevelWords.Of(Place.Frame, level, T);

    public static string PathOf(string campaign, string organisation) =>
        $"{DashboardAddress.Root}/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}/thoi-gian";

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string campaign, string organisation, WindowForm form, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = form;
        var from = EventForm.Day(form.From, "from", Problems, T);
        var until = EventForm.Day(form.Until, "until", Problems, T);
        if (form.Decision?.Length > 100)
            Problems["decision"] = T["campaign-text-long", 100];
        if (Problems.Count > 0)
            return Refused();
        var decision = string.IsNullOrWhiteSpace(form.Decision) ? null : Fold.Clean(form.Decision).Trim();
        var wanted = new WantedWindow(form.Level, from, until, decision);
        var result = await narrowing.NarrowAsync(Person, Actor, campaign, organisation, wanted, stop);
        switch (result.Outcome)
        {
            case Recorded.Done or Recorded.Already:
                Done = T[from is null && until is null ? "campaign-window-freed" : "campaign-window-set"];
                return LocalRedirect(PathOf(campaign, organisation));
            case Recorded.NotFound:
                return NotFound();
            default:
                foreach (var problem in result.Problems)
                {
                    var words = English ? problem.Words.English : problem.Words.Vietnamese;
                    var cited = English ? problem.Article?.Citation.English : problem.Article?.Citation.Vietnamese;
                    Problems.TryAdd(problem.Field, cited is null ? words : $"{words} ({cited})");
                }
                return Refused();
        }
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        var found = await places.FindAsync(Person, campaign, organisation, frame => frame.DayOf(Clock.Today), stop);
        if (found is null || !WindowNarrowing.MayNarrow(Person, found.Frame, found.Path))
            return false;
        (Place, Title) = (found, T["campaign-narrow-title", found.Name]);
        var tree = await TreeInTime.UpwardAsync(sql, found.Id, stop);
        await using var database = databases.Create();
        var own = await database
            .Set<NarrowedWindow>()
            .AsNoTracking()
            .Where(one => one.CampaignId == found.Frame.Id && one.OrganisationId == found.Id)
            .ToDictionaryAsync(one => one.Ordinal, stop);
        var place = WindowNarrowing.PlaceOf(found.Frame, tree, found.Id, Clock.Today);
        Windows =
        [
            .. found
                .Frame.Levels.Where(level => level.Ordinal > place)
                .Select(level => new OwnWindow(
                    level,
                    found.Frame.WindowOf(found.Id, level.Ordinal, tree, Clock.Today) ?? new(null, null),
                    own.GetValueOrDefault(level.Ordinal)
                )),
        ];
        return true;
    }
}

/// <param name="Above">as the levels above leave it</param>
/// <param name="Own">as the organisation has narrowed it; null where it has not</param>
internal sealed record OwnWindow(FrameLevel Level, DaiHoi.Rules.Campaigns.Period Above, NarrowedWindow? Own);

/// <summary>A window as it was typed.</summary>
internal sealed class WindowForm
{
    public int Level { get; set; } = -1;
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Decision { get; set; }
}
