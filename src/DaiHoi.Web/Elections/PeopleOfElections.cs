using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections;

/// <summary>
/// Who stands, or was elected, in an election of an open campaign is not taken away by hand: lists, minutes and the composition of
/// what was elected are made of his record.
/// </summary>
internal sealed class PeopleOfElections(CampaignPlaces places, DatabaseFactory databases, SiteClock clock) : IKeepsPeople
{
    // A campaign keeps the people of its organisations by itself until its time is over.
    public Task<DateOnly?> UntilAsync(string path, CancellationToken stop) => Task.FromResult<DateOnly?>(null);

    public async Task<PersonNeeded?> NeededByAsync(IReadOnlyCollection<long> records, CancellationToken stop)
    {
        await using var database = databases.Create();
        var standing = await database
            .Set<ElectionCandidate>()
            .Where(one =>
                one.PersonId != null && records.Contains(one.PersonId.Value) && one.WithdrawnAt == null && one.LeftOutAt == null
            )
            .Join(
                database.Set<HeldElection>().Where(election => election.AnnulledAt == null),
                candidate => candidate.ElectionId,
                election => election.Id,
                (_, election) =>
                    new
                    {
                        election.Id,
                        election.CongressId,
                        election.Title,
                    }
            )
            .OrderBy(one => one.Id)
            .ToListAsync(stop);
        foreach (var one in standing)
        {
            if (await places.OfCongressAsync(one.CongressId, clock.Today, stop) is { Campaign.ClosedOn: null } there)
                return new("person-stands", one.Title, there.Place.Name);
        }
        return null;
    }
}
