using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Dashboards.Pages;

/// <summary>The campaigns that the person may follow; who may follow one at one place is brought there.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head)]
internal sealed class ListCampaigns(DeskContext desk, PlacesInCampaign places) : DeskPage(desk)
{
    public List<FollowedCampaign> Followed { get; private set; } = [];

    public bool MayOpen => Person.IsAnywhere(Role.Administrator);

    public bool MayArrange(FollowedCampaign campaign) =>
        campaign.Entrances is [{ } root]
        && root.Id == campaign.Frame.Root
        && Person.Is(root.Path, Role.Administrator, Role.Auditor);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = T["dashboard"];
        Followed = await places.ListAsync(Person, Clock.Today, stop);
        return Followed is [{ Entrances: [var only] }] && !MayOpen
            ? LocalRedirect(DashboardAddress.Of(only, null, null))
            : Page();
    }
}
