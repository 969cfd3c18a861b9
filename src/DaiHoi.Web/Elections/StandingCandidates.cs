using DaiHoi.Web.Congresses;
using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections;

/// <summary>Tells who stands at a congress.</summary>
internal sealed class StandingCandidates(DatabaseFactory databases) : IStandsInElections
{
    public async Task<string?> WhereAsync(long congress, string name, CancellationToken stop)
    {
        await using var database = databases.Create();
        var standing = await database
            .Set<HeldElection>()
            .AsNoTracking()
            .Where(election => election.CongressId == congress && election.AnnulledAt == null)
            .Join(
                database.Set<ElectionCandidate>().Where(one => one.WithdrawnAt == null && one.LeftOutAt == null),
                election => election.Id,
                candidate => candidate.ElectionId,
                (election, candidate) => new { Election = election, Candidate = candidate }
            )
            .ToListAsync(stop);
        // One that is signed and not being corrected has nothing left to be counted.
        return standing
            .Find(one => one.Election.State != ElectionState.Signed && BoardMembers.Stands([one.Candidate], name))
            ?.Election.Title;
    }
}
