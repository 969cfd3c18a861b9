using DaiHoi.Web.Campaigns;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Congresses;

/// <summary>People stay while a campaign of their organisation is open, and for the set time after it was closed.</summary>
internal sealed class PeopleOfCampaigns(CampaignPlaces places, SiteSettings settings, SiteClock clock) : IKeepsPeople
{
    public async Task<DateOnly?> UntilAsync(string path, CancellationToken stop)
    {
        DateOnly? until = null;
        foreach (var campaign in await places.CampaignsAsync(stop))
        {
            if (!path.Contains($"/{campaign.Root}/", StringComparison.Ordinal))
                continue;
            var needed = (campaign.ClosedOn ?? clock.Today).AddMonths(settings.PeopleKeptMonths);
            until = until > needed ? until : needed;
        }
        return until;
    }
}
