using DaiHoi.Rules;
using DaiHoi.Web.Campaigns.Releasing;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>Where a campaign stands, as a publisher has released it.</summary>
internal sealed class ReadProgress(PublicContext portal, ReleasedDashboards released) : PublicPage(portal)
{
    public ReleasedProgress Progress { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (await released.ReadAsync(campaign, organisation, T, stop) is not { } found)
            return NotFound();
        Progress = found;
        Title = T["progress-title", found.OrganisationName];
        Description = T["progress-sentence", Formats.Day(found.Day), Count(found.Held), Count(found.Due), found.Level];
        KeepUntilChanged(found.ChangeKeys);
        return Page();
    }

    public string Count(long number) => Formats.Number(number, English);

    public string Percent(Share? share) =>
        share is not { } known ? "–"
        : English ? $"{known}%"
        : $"{known.ToString().Replace('.', ',')} %";
}
