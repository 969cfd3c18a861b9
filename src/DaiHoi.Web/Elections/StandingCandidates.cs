using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections;

/// <summary>Tells who stands at a congress.</summary>
internal sealed class StandingCandidates(DatabaseFactory databases) : IStandsInElections
{
    public async Task<string?> WhereAsync(long congress, string name, CancellationToken stop) =>
        (await StandingAsync(congress, stop)).Find(one => BoardMembers.Stands([one.Candidate], name)).Election;

    public async Task<(string Name, string Election)?> NamedAsync(long congress, string line, CancellationToken stop)
    {
        foreach (var (election, candidate) in await StandingAsync(congress, stop))
        {
            if (!candidate.IsNamesake && VotedBoard.Names(line, ElectionCandidate.WithoutRemark(candidate.Name)))
                return (candidate.Name, election);
        }
        return null;
    }

    // What is signed and not being corrected has nothing left to be counted.
    private async Task<List<(string Election, ElectionCandidate Candidate)>> StandingAsync(long congress, CancellationToken stop)
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
        return
        [
            .. standing
                .Where(one => one.Election.State != ElectionState.Signed)
                .Select(one => (one.Election.Title, one.Candidate)),
        ];
    }
}
