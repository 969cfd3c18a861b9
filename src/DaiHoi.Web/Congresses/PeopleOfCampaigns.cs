using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses;

/// <summary>
/// People stay while a campaign of their organisation is open, and for the set time after it was closed; who stands on the list of a
/// congress of an open campaign is not taken away by hand either: its reports count him.
/// </summary>
internal sealed class PeopleOfCampaigns(CampaignPlaces places, DatabaseFactory databases, SiteSettings settings, SiteClock clock)
    : IKeepsPeople
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

    public async Task<PersonNeeded?> NeededByAsync(IReadOnlyCollection<long> records, CancellationToken stop)
    {
        await using var database = databases.Create();
        var congresses = await database
            .Set<ListedDelegate>()
            .Where(one => one.EndedAt == null && one.PersonId != null && records.Contains(one.PersonId.Value))
            .Select(one => one.CongressId)
            .Distinct()
            .Order()
            .ToListAsync(stop);
        foreach (var congress in congresses)
        {
            if (await places.OfCongressAsync(congress, clock.Today, stop) is { Campaign.ClosedOn: null } there)
                return new("person-needed", there.Place.Name);
        }
        return null;
    }
}
