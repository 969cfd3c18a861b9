using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Elections.Pages;
using DaiHoi.Web.Elections.Ratifying;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Elections.Waiting;

/// <summary>
/// Tells who has ratified a congress that a result was signed since: somebody else may be elected, or the figures may be others.
/// Asked directly below the organisations on which the role was granted, until the campaign is closed.
/// </summary>
internal sealed class RatificationWork(CampaignPlaces places, ResultsSince since, SiteClock clock) : IWaitingWork
{
    private const int Shown = 8;
    private const int Told = 3;

    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        if (!person.IsAnywhere(Role.Checker))
            return [];
        var groups = new List<WorkGroup>();
        foreach (var campaign in (await places.CampaignsAsync(stop)).Where(one => one.ClosedOn is null))
        {
            var granted = await places.GrantedAsync(campaign, person, [Role.Checker], clock.Today, stop);
            var waiting = await since.WaitingAsync(campaign.Id, campaign.Root, [.. granted.Select(one => one.Id)], stop);
            var lines = new List<WorkLine>();
            foreach (var (congress, _) in waiting.Take(Shown))
            {
                if (await places.OfCongressAsync(congress, clock.Today, stop) is not var (_, place))
                    continue;
                foreach (var one in (await since.OfAsync(congress, stop)).Where(one => one.Seen is null))
                    lines.Add(
                        new(
                            ReportOutcome.PathOf(campaign.Code, place.Code),
                            place.Name,
                            $"{one.Title}: {InShort(one, t)}",
                            Due: null
                        )
                    );
            }
            if (lines.Count > 0)
                groups.Add(new(t["work-corrected-since", campaign.Name], waiting.Sum(one => one.Results), lines, Path: null));
        }
        return groups;
    }

    private static string InShort(ResultSince one, Texts t)
    {
        var changes = one.Changes;
        var told = changes.Take(Told).Select(change => t[change.Text, [.. change.Values]]);
        var more = changes.Count - Told;
        return string.Join("; ", more > 0 ? [.. told, t["work-changes-more", more]] : told);
    }
}
