using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Elections.Pages;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Elections.Waiting;

/// <summary>
/// What waits of elections for whoever has a duty at a congress: batches that a group has not handed in, ballots at which the
/// third person looks, and for the head boxes to open, ballots to decide and results to sign.
/// </summary>
internal sealed class ElectionWork(
    ElectionBook book,
    CongressDuties duties,
    CampaignPlaces places,
    TallyComparing comparing,
    SiteClock clock
) : IWaitingWork
{
    private const int Shown = 8;

    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        var groups = new List<WorkGroup>();
        foreach (var congress in await duties.CongressesAsync(person.Id, stop))
        {
            if (await places.OfCongressAsync(congress, clock.Today, stop) is not var (campaign, place))
                continue;
            var rights = ElectionRights.Of(person, place, await duties.OfAsync(congress, person.Id, stop));
            if (!rights.IsOnBoard)
                continue;
            var lines = new List<WorkLine>();
            foreach (var election in await book.ListAsync(congress, stop))
            {
                foreach (var note in await WaitingAsync(election, rights, t, stop))
                    lines.Add(new(ElectionPage.PathOfCount(election.Id), election.Title, note, null));
            }
            if (lines.Count > 0)
                groups.Add(
                    new(
                        $"{t["work-elections"]}: {place.Name}",
                        lines.Count,
                        [.. lines.Take(Shown)],
                        ElectionPage.PathOfCongress(campaign.Code, place.Code)
                    )
                );
        }
        return groups;
    }

    private async Task<List<string>> WaitingAsync(HeldElection election, ElectionRights rights, Texts t, CancellationToken stop)
    {
        var notes = new List<string>();
        if (election.State == ElectionState.ListClosed && rights.IsHead)
            notes.Add(t["work-box-to-open"]);
        if (election.State != ElectionState.Counting)
            return notes;
        var batches = await comparing.ProgressAsync(election, stop);
        if (rights.Group is { } group && batches.Count(batch => !IsIn(batch, group)) is > 0 and var left)
            notes.Add(t["work-batches-to-enter", left, batches.Count]);
        var open = batches.SelectMany(batch => batch.Open).ToList();
        if (rights.IsThird && open.Count(one => one.Standing == BallotStanding.ToThird) is > 0 and var looks)
            notes.Add(t["work-ballots-to-look-at", looks]);
        if (!rights.IsHead)
            return notes;
        if (open.Count(one => one.Standing == BallotStanding.ToBoard) is > 0 and var decisions)
            notes.Add(t["work-ballots-to-decide", decisions]);
        if (open.Count == 0 && batches.Count > 0 && batches.TrueForAll(batch => batch is { InA: true, InB: true }))
            notes.Add(t["work-result-to-sign"]);
        return notes;
    }

    private static bool IsIn(BatchProgress batch, BoardGroup group) => group == BoardGroup.A ? batch.InA : batch.InB;
}
