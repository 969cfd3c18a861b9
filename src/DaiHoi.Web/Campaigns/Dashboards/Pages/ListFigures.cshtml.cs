using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Campaigns.Dashboards.Pages;

/// <summary>What every named figure means: what is counted, of how many, and its name in files and citations.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head)]
internal sealed class ListFigures(DeskContext desk, PlacesInCampaign places) : DeskPage(desk)
{
    public IReadOnlyList<FigureDefinition> All => FigureDefinition.All;

    /// <summary>Where each figure can be read: the first place at which the person enters the newest campaign.</summary>
    public PlaceInCampaign? Place { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Title = T["figures"];
        Place = (await places.ListAsync(Person, Clock.Today, stop)).FirstOrDefault()?.Entrances[0];
    }
}
