using System.Globalization;
using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Ratifying;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Changes;
using Microsoft.EntityFrameworkCore;
using SortKey = DaiHoi.Web.Platform.Text.SortKey;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>Somebody who was elected at the same congress.</summary>
/// <param name="PersonId">his record in the register of people</param>
internal sealed record BodyMember(string Name, long? PersonId);

/// <summary>From whom a post is elected.</summary>
/// <param name="Elected">by votes; null where no result of that body is signed at the congress, so that nobody can be held against it</param>
internal sealed record ElectedBody(Decision<string> Rule, IReadOnlyList<BodyMember>? Elected)
{
    /// <summary>Elected, and not ratified by the level above, with its reason.</summary>
    public IReadOnlyList<(string Name, string Because)> Refused { get; init; } = [];

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
        var (elected, refused) = (new List<BodyMember>(), new List<(string, string)>());
        foreach (var body in bodies)
        {
            var result = (await results.NewestAsync(body.Id, stop))!;
            var stood = await ElectionBook.CandidatesAsync(database, body.Id, stop);
            var decided = await DecisionsOfElection.OfAsync(database, body.Id, stop);
            string? RefusalOf(CandidateResult one) =>
                decided
                    .GetValueOrDefault(int.Parse(one.Candidate.Id, System.Globalization.CultureInfo.InvariantCulture))
                    ?.RefusedBecause;
            refused.AddRange(
                result
                    .Result.Elected.Select(one => (one.Candidate.Name, Because: RefusalOf(one)))
                    .Where(one => one.Because is not null)
                    .Select(one => (one.Name, one.Because!))
            );
            elected.AddRange(
                result
                    .Result.Candidates.Where(one => one.Outcome == Outcome.Elected && RefusalOf(one) is null)
                    .OrderByDescending(one => one.Votes)
                    .Select(one => new BodyMember(
                        one.Candidate.Name,
                        stood.Find(known => FormattableString.Invariant($"{known.Number}") == one.Candidate.Id)?.PersonId
                    ))
            );
        }
        return new(rule, elected) { Refused = refused };
    }

    /// <returns>what refuses the first name that is not among them; null where all are, or nobody can tell</returns>
    public async Task<Answer?> RefusalAsync(
        OpenedElection opened,
        IEnumerable<string> names,
        string field,
        CancellationToken stop
    )
    {
        var others = opened.Election.Post switch
        {
            Post.Secretary => await HoldersAsync(opened, Post.DeputySecretary, stop),
            Post.DeputySecretary => await HoldersAsync(opened, Post.Secretary, stop),
            _ => [],
        };
        var body = await OfAsync(opened, stop);
        var same = await SameAsync(opened, stop);
        foreach (var name in names)
        {
            if (same.FirstOrDefault(one => SortKey.Of(one.Name) == SortKey.Of(name)) is ({ }, var why))
                return why is null
                    ? Answer.Refused(field, "candidate-elected-earlier", name)
                    : Answer.Refused(field, "candidate-not-ratified", name, why);
            if (others.Exists(one => SortKey.Of(one) == SortKey.Of(name)))
                return Answer.Refused(
                    field,
                    opened.Election.Post == Post.Secretary ? "candidate-is-deputy" : "candidate-is-secretary",
                    name
                );
            if (body?.Refused.FirstOrDefault(one => SortKey.Of(one.Name) == SortKey.Of(name)) is ({ }, var because))
                return Answer.Refused(field, "candidate-not-ratified", name, because);
            if (body?.Elected is not null && body.Find(name) is null)
                return Answer.Refused(field, "candidate-not-elected", name, body.Rule.Explanation, body.Rule.Article.Citation);
        }
        return null;
    }

    /// <summary>Who was elected to the same in another ballot of the congress; with its reason where the level above did not ratify him.</summary>
    private async Task<List<(string Name, string? Because)>> SameAsync(OpenedElection opened, CancellationToken stop)
    {
        // An official delegate is no alternate as well.
        var over = opened.Election.Post == Post.Alternates ? Post.Delegates : opened.Election.Post;
        await using var database = databases.Create();
        var held = await database
            .Set<HeldElection>()
            .Where(one =>
                one.CongressId == opened.Election.CongressId
                && (one.Post == opened.Election.Post || one.Post == over)
                && one.AnnulledAt == null
                && one.SignedVersion > 0
                && one.Id != opened.Election.Id
            )
            .Select(one => one.Id)
            .ToListAsync(stop);
        var same = new List<(string, string?)>();
        foreach (var id in held)
        {
            var decided = await DecisionsOfElection.OfAsync(database, id, stop);
            same.AddRange(
                (await results.NewestAsync(id, stop))!.Result.Elected.Select(one =>
                    (
                        one.Candidate.Name,
                        decided.GetValueOrDefault(int.Parse(one.Candidate.Id, CultureInfo.InvariantCulture))?.RefusedBecause
                    )
                )
            );
        }
        return same;
    }

    /// <returns>somebody whom a result would elect to what another ballot has elected him to already; null where nobody is</returns>
    public async Task<string?> AgainAsync(OpenedElection opened, CountResult result, CancellationToken stop)
    {
        var same = await SameAsync(opened, stop);
        return result
            .Elected.Select(one => one.Candidate.Name)
            .FirstOrDefault(name => same.Exists(one => SortKey.Of(one.Name) == SortKey.Of(name)));
    }

    /// <summary>Whom the congress has elected to an office, as far as it is signed and the level above has not refused them.</summary>
    private async Task<List<string>> HoldersAsync(OpenedElection opened, Post office, CancellationToken stop)
    {
        await using var database = databases.Create();
        var held = await database
            .Set<HeldElection>()
            .Where(one =>
                one.CongressId == opened.Election.CongressId
                && one.Post == office
                && one.AnnulledAt == null
                && one.SignedVersion > 0
                && one.Id != opened.Election.Id
            )
            .Select(one => one.Id)
            .ToListAsync(stop);
        var names = new List<string>();
        foreach (var id in held)
        {
            var decided = await DecisionsOfElection.OfAsync(database, id, stop);
            names.AddRange(
                (await results.NewestAsync(id, stop))!
                    .Result.Elected.Where(one => !decided.IsRefused(one))
                    .Select(one => one.Candidate.Name)
            );
        }
        return names;
    }

    /// <returns>the secretary whom another election of the congress has, where a result would elect one too; null where none is</returns>
    public async Task<string?> OtherSecretaryAsync(OpenedElection opened, CountResult result, CancellationToken stop) =>
        opened.Election.Post == Post.Secretary && result.Elected.Any()
            ? (await HoldersAsync(opened, Post.Secretary, stop)).FirstOrDefault()
            : null;

    /// <returns>somebody whom a result would make secretary and who is deputy secretary already, or the other way; null where none is</returns>
    public async Task<string?> TwiceAsync(OpenedElection opened, CountResult result, CancellationToken stop)
    {
        if (opened.Election.Post is not (Post.Secretary or Post.DeputySecretary))
            return null;
        var other = opened.Election.Post == Post.Secretary ? Post.DeputySecretary : Post.Secretary;
        var holders = (await HoldersAsync(opened, other, stop)).Select(SortKey.Of).ToHashSet(StringComparer.Ordinal);
        return result.Elected.Select(one => one.Candidate.Name).FirstOrDefault(name => holders.Contains(SortKey.Of(name)));
    }

    /// <returns>the first of these members of the body who holds an office elected from it, and that election; null where none does</returns>
    public async Task<(string Name, string Office)?> OfficeOfAsync(
        OpenedElection opened,
        IReadOnlyCollection<string> names,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        var signed = await database
            .Set<HeldElection>()
            .AsNoTracking()
            .Where(one => one.CongressId == opened.Election.CongressId && one.SignedVersion > 0 && one.AnnulledAt == null)
            .Select(one => new
            {
                one.Id,
                one.Post,
                one.Title,
            })
            .ToListAsync(stop);
        var standing = signed.Exists(one => one.Post == Post.StandingCommittee);
        foreach (var office in signed)
        {
            if (CandidatesFrom.Of(opened.Rules, office.Post, standing)?.Value != opened.Election.Post.Code())
                continue;
            foreach (var one in (await results.NewestAsync(office.Id, stop))!.Result.Elected)
            {
                if (names.FirstOrDefault(gone => SortKey.Of(gone) == SortKey.Of(one.Candidate.Name)) is { } name)
                    return (name, office.Title);
            }
        }
        return null;
    }

    /// <summary>How many the congress has elected to its committee, all of whom are summoned to its meeting; 0 where that is not signed.</summary>
    public async Task<int> IncumbentsAsync(OpenedElection opened, CancellationToken stop) =>
        (await HoldersAsync(opened, Post.Committee, stop)).Count;

    /// <summary>Whether the secretary is being elected at the congress and not signed: his deputies wait for it.</summary>
    public async Task<bool> IsSecretaryOpenAsync(OpenedElection opened, CancellationToken stop)
    {
        if (opened.Election.Post != Post.DeputySecretary)
            return false;
        await using var database = databases.Create();
        return await database
            .Set<HeldElection>()
            .AnyAsync(
                one =>
                    one.CongressId == opened.Election.CongressId
                    && one.Post == Post.Secretary
                    && one.AnnulledAt == null
                    && (one.SignedVersion == 0 || one.CorrectionReason != null),
                stop
            );
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
