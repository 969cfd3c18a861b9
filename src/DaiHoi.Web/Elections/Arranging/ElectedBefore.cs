using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>Somebody who was elected at the same congress.</summary>
/// <param name="PersonId">his record in the register of people</param>
internal sealed record BodyMember(string Name, long? PersonId);

/// <summary>From whom a post is elected.</summary>
/// <param name="Elected">by votes; null where no result of that body is signed at the congress, so that nobody can be held against it</param>
internal sealed record ElectedBody(Decision<string> Rule, IReadOnlyList<BodyMember>? Elected)
{
    public BodyMember? Find(string name) =>
        // As the counting board is compared: tones and letters count, case does not.
        Elected?.FirstOrDefault(one => SortKey.Of(one.Name) == SortKey.Of(name));
}

/// <summary>
/// Holds candidates for an office against the body from which it is elected: a secretary against the standing committee, where a
/// body has none against its committee.
/// </summary>
internal sealed class ElectedBefore(DatabaseFactory databases, ResultReading results)
{
    /// <returns>null where the rule set names no body for the post, and in a further ballot</returns>
    public async Task<ElectedBody?> OfAsync(OpenedElection opened, CancellationToken stop)
    {
        var election = opened.Election;
        if (election.ContinuesId is not null || CandidatesFrom.Of(opened.Rules, election.Post, true) is null)
            return null;
        await using var database = databases.Create();
        var signed = await database
            .Set<HeldElection>()
            .AsNoTracking()
            .Where(one =>
                one.CongressId == election.CongressId && one.SignedVersion > 0 && one.AnnulledAt == null && one.Id != election.Id
            )
            .Select(one => new { one.Id, one.Post })
            .ToListAsync(stop);
        // QĐ 244-QĐ/TW Điều 19 khoản 9, Điều 23: a branch has no standing committee, its secretary comes from its committee.
        var rule = CandidatesFrom.Of(opened.Rules, election.Post, signed.Exists(one => one.Post == Post.StandingCommittee))!;
        var bodies = signed.FindAll(one => one.Post.Code() == rule.Value);
        if (bodies.Count == 0)
            return new(rule, null);
        var elected = new List<BodyMember>();
        foreach (var body in bodies)
        {
            var result = (await results.NewestAsync(body.Id, stop))!;
            var stood = await ElectionBook.CandidatesAsync(database, body.Id, stop);
            elected.AddRange(
                result
                    .Result.Candidates.Where(one => one.Outcome == Outcome.Elected)
                    .OrderByDescending(one => one.Votes)
                    .Select(one => new BodyMember(
                        one.Candidate.Name,
                        stood.Find(known => FormattableString.Invariant($"{known.Number}") == one.Candidate.Id)?.PersonId
                    ))
            );
        }
        return new(rule, elected);
    }

    /// <returns>what refuses the first name that is not among them; null where all are, or nobody can tell</returns>
    public async Task<ElectionAnswer?> RefusalAsync(
        OpenedElection opened,
        IEnumerable<string> names,
        string field,
        CancellationToken stop
    )
    {
        if (await OfAsync(opened, stop) is not { Elected: not null } body)
            return null;
        var secretary = opened.Election.Post == Post.DeputySecretary ? await SecretaryAsync(opened, stop) : null;
        foreach (var name in names)
        {
            if (secretary is not null && SortKey.Of(secretary) == SortKey.Of(name))
                return ElectionAnswer.Refused(field, "candidate-is-secretary", name);
            if (body.Find(name) is null)
                return ElectionAnswer.Refused(
                    field,
                    "candidate-not-elected",
                    name,
                    body.Rule.Explanation,
                    body.Rule.Article.Citation
                );
        }
        return null;
    }

    /// <summary>The name of the secretary whom the congress has elected; null while it has not.</summary>
    private async Task<string?> SecretaryAsync(OpenedElection opened, CancellationToken stop)
    {
        await using var database = databases.Create();
        var held = await database
            .Set<HeldElection>()
            .Where(one =>
                one.CongressId == opened.Election.CongressId
                && one.Post == Post.Secretary
                && one.AnnulledAt == null
                && one.SignedVersion > 0
            )
            .OrderByDescending(one => one.Id)
            .Select(one => one.Id)
            .ToListAsync(stop);
        foreach (var id in held)
        {
            if ((await results.NewestAsync(id, stop))!.Result.Elected.FirstOrDefault() is { } elected)
                return elected.Candidate.Name;
        }
        return null;
    }

    /// <summary>Whether the body from which a post is elected is being elected at the congress and not signed yet.</summary>
    public async Task<bool> IsBodyOpenAsync(OpenedElection opened, CancellationToken stop)
    {
        if (await OfAsync(opened, stop) is not { } body)
            return false;
        await using var database = databases.Create();
        var open = await database
            .Set<HeldElection>()
            .Where(one => one.CongressId == opened.Election.CongressId && one.AnnulledAt == null && one.SignedVersion == 0)
            .Select(one => one.Post)
            .ToListAsync(stop);
        return open.Exists(post => post.Code() == body.Rule.Value);
    }

    /// <summary>The record of somebody who was elected to the body; null where he has none.</summary>
    public async Task<long?> RecordOfAsync(OpenedElection opened, string name, CancellationToken stop) =>
        (await OfAsync(opened, stop))?.Find(name)?.PersonId;
}
