using System.Globalization;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Signing;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>
/// What the level above has decided of those whom an election has elected. It is decided of people, not of versions: whoever is
/// still elected after a correction needs no second decision, and whoever is elected by it has none yet. A ratification that was
/// entered by mistake and withdrawn has decided nothing.
/// </summary>
internal static class DecisionsOfElection
{
    /// <summary>Whether the level above has refused somebody: he was elected and has no seat.</summary>
    public static bool IsRefused(this Dictionary<int, ElectedRatification> decided, CandidateResult elected) =>
        decided.GetValueOrDefault(int.Parse(elected.Candidate.Id, CultureInfo.InvariantCulture))?.RefusedBecause is not null;

    /// <returns>the newest of each, by his number on the ballot, which a correction does not change</returns>
    public static async Task<Dictionary<int, ElectedRatification>> OfAsync(
        Database database,
        long election,
        CancellationToken stop
    )
    {
        var status = await database
            .Database.SqlQuery<string>(
                $"select c.status as \"Value\" from congress c join held_election e on e.congress_id = c.id where e.id = {election} and c.status is not null"
            )
            .ToListAsync(stop);
        if (!status.Contains(nameof(CongressStatus.Ratified)))
            return [];
        var versions = database.Set<SignedResult>().Where(result => result.ElectionId == election).Select(result => result.Id);
        var all = await database
            .Set<ElectedRatification>()
            .AsNoTracking()
            .Where(one => versions.Contains(one.ResultId))
            .ToListAsync(stop);
        return all.GroupBy(one => one.Number).ToDictionary(same => same.Key, same => same.MaxBy(one => one.Id)!);
    }
}
