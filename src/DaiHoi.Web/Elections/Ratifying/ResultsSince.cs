using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Signing;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>A result that was signed after the level above had ratified the congress.</summary>
/// <param name="Before">the version that the level above knew; null where it knew none of this election</param>
/// <param name="Seen">when and by whom it was seen there; null while it was not</param>
internal sealed record ResultSince(string Title, CountedResult Newest, CountedResult? Before, (DateTime At, string By)? Seen)
{
    /// <summary>Why the election was annulled: it counts for nothing; null where it was not.</summary>
    public string? AnnulledBecause { get; init; }

    public IReadOnlyList<ResultChange> Changes =>
        AnnulledBecause is null ? ResultChanges.Between(Before, Newest) : [new("result-annulled", AnnulledBecause)];
}

/// <summary>
/// Finds results that were signed after the ratification, in most cases corrections. They wait until the level above has seen them,
/// or has decided of whom they elect.
/// </summary>
internal sealed class ResultsSince(DatabaseFactory databases, Sql sql)
{
    // What was decided on tells for congresses that were ratified before anybody kept what was seen.
    private const string Known = """
        (exists (select 1 from seen_result s where s.result_id = {0}.id)
            or exists (select 1 from elected_ratification d where d.result_id = {0}.id))
        """;

    private const string Ratified = """
        (
            select max(x.recorded_at) from congress_event x
            where x.congress_id = c.id and x.status = 'Ratified' and x.withdrawn_on is null
        )
        """;

    private static readonly string Open = $"""
        where c.status = 'Ratified'
            and (
                (
                    e.annulled_at is null
                    and not {Known.Replace("{0}", "r", StringComparison.Ordinal)}
                    and (
                        exists (
                            select 1 from signed_result p
                            where p.election_id = r.election_id and p.version < r.version
                                and {Known.Replace("{0}", "p", StringComparison.Ordinal)}
                        )
                        or r.signed_at > {Ratified}
                    )
                )
                or (
                    e.annulled_at > {Ratified}
                    and not exists (
                        select 1 from seen_result s where s.result_id = r.id and s.annulment_seen_at is not null
                    )
                )
            )
        """;

    private static readonly string OfCongress = $"""
        from congress c
        join held_election e on e.congress_id = c.id
        join signed_result r on r.election_id = e.id and r.version = e.signed_version
        {Open}
        """;

    // Of 300,000 congresses those below a few organisations: "cross join" keeps SQLite to this order.
    private static readonly string OfOrganisations = $"""
        from organisation o
        cross join congress c
        cross join held_election e
        cross join signed_result r
        {Open}
            and c.organisation_id = o.id
            and e.congress_id = c.id
            and r.election_id = e.id and r.version = e.signed_version
        """;

    /// <summary>Ids of the congresses of a campaign, directly below some organisations, at which such a result waits.</summary>
    /// <param name="organisations">the top of the campaign among them decides of its own congress too</param>
    /// <returns>each with how many wait</returns>
    public Task<List<(long Congress, long Results)>> WaitingAsync(
        long campaign,
        long root,
        IReadOnlyCollection<long> organisations,
        CancellationToken stop
    )
    {
        if (organisations.Count == 0)
            return Task.FromResult<List<(long, long)>>([]);
        // Ids are numbers: nothing in this text comes from a person.
        var ids = string.Join(',', organisations.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        return sql.ListAsync(
            $"""
            select c.id, count(*) {OfOrganisations}
                and c.campaign_id = @c and (o.parent_id in ({ids}) or (o.id = @root and o.id in ({ids})))
            group by c.id order by c.id
            """,
            row => (row.GetInt64(0), row.GetInt64(1)),
            stop,
            ("c", campaign),
            ("root", root)
        );
    }

    /// <summary>Those of one congress: what waits, and what was seen after the ratification.</summary>
    public async Task<List<ResultSince>> OfAsync(long congress, CancellationToken stop)
    {
        var open = await sql.ListAsync($"select r.id {OfCongress} and c.id = @c", row => row.GetInt64(0), stop, ("c", congress));
        await using var database = databases.Create();
        var seen = await database
            .Set<SeenResult>()
            .AsNoTracking()
            .Join(
                database
                    .Set<SignedResult>()
                    .Join(
                        database.Set<HeldElection>().Where(e => e.CongressId == congress),
                        result => new { Election = result.ElectionId, result.Version },
                        election => new { Election = election.Id, Version = election.SignedVersion },
                        (result, election) => new { result.Id, election.AnnulledAt }
                    ),
                one => one.ResultId,
                result => result.Id,
                (one, result) => new { Seen = one, result.AnnulledAt }
            )
            .Where(one => one.AnnulledAt == null ? !one.Seen.WithRatification : one.Seen.AnnulmentSeenAt != null)
            .Select(one => one.Seen)
            .ToListAsync(stop);
        var since = new List<ResultSince>();
        foreach (var id in open.Concat(seen.Select(one => one.ResultId)).Order())
            since.Add(await ReadAsync(database, id, seen.Find(one => one.ResultId == id), stop));
        return since;
    }

    private static async Task<ResultSince> ReadAsync(Database database, long id, SeenResult? seen, CancellationToken stop)
    {
        var newest = await database.Set<SignedResult>().AsNoTracking().FirstAsync(one => one.Id == id, stop);
        var election = await database.Set<HeldElection>().AsNoTracking().FirstAsync(one => one.Id == newest.ElectionId, stop);
        var earlier = database
            .Set<SignedResult>()
            .AsNoTracking()
            .Where(one => one.ElectionId == newest.ElectionId && one.Version < newest.Version)
            .OrderByDescending(one => one.Version);
        var known =
            await earlier.FirstOrDefaultAsync(
                one =>
                    database.Set<SeenResult>().Any(other => other.ResultId == one.Id)
                    || database.Set<ElectedRatification>().Any(other => other.ResultId == one.Id),
                stop
            ) ?? await earlier.FirstOrDefaultAsync(stop);
        return new(
            election.Title,
            ResultReading.Read(newest),
            known is null ? null : ResultReading.Read(known),
            seen is null ? null
                : seen is { AnnulmentSeenAt: { } at, AnnulmentSeenByName: { } by } ? (at, by)
                : (seen.SeenAt, seen.SeenByName)
        )
        {
            AnnulledBecause = election.AnnulledReason,
        };
    }
}
