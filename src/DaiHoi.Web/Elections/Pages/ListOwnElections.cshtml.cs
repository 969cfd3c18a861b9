using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>The congresses in whose elections somebody has something to do. It needs no role: a duty leads here too.</summary>
[ForSignedIn]
internal sealed class ListOwnElections(DeskContext desk, ElectionBook book) : DeskPage(desk)
{
    public IReadOnlyList<(KnownCampaign Campaign, CampaignPlace Place)> Congresses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Title = T["elections"];
        Congresses = await book.OwnAsync(Person, stop);
    }
}
