using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Difficulties.Pages;

/// <summary>Where somebody follows difficulties and lessons; who follows one campaign at one place is brought there.</summary>
[For(Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator)]
internal sealed class ListDifficulties(DeskContext desk, PlacesInCampaign places) : DifficultyPage(desk)
{
    public List<FollowedCampaign> Followed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = T["difficulties"];
        Followed = await places.ListAsync(Person, Clock.Today, stop);
        return Followed is [{ Frame: var frame, Entrances: [var only] }]
            ? LocalRedirect(DifficultyAddress.OfPlace(frame.Code, only.Code))
            : Page();
    }
}
