using System.Text;
using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>A signed version that somebody has found by its hash.</summary>
/// <param name="Newest">version of the same election</param>
/// <param name="AnnulledAt">when the election was annulled; null where its result counts</param>
/// <param name="IsBeingCorrected">the board has begun to correct it</param>
internal sealed record KnownHash(SignedResult Signed, int Newest, DateTime? AnnulledAt, bool IsBeingCorrected);

/// <summary>A signed version, counted anew from its own archive.</summary>
internal sealed record CountedResult(SignedResult Signed, ArchivedResult Archive, Counting Counting, CountResult Result)
{
    /// <summary>The ballot that may follow; null where none does.</summary>
    public FurtherBallot? Further => FurtherBallot.After(this);

    /// <summary>That the new committee elects the secretary whom the ballots of the congress did not; null where it does not.</summary>
    public Decision? GivenAway =>
        Result
            .Decisions.OfType<Decision<string>>()
            .FirstOrDefault(decision =>
                decision.About == Subject.SecretaryDirect && decision.Value == AfterFailure.NewCommittee.Code()
            );

    /// <summary>Why the rule set leaves it to the congress what becomes of the seats that are open; null where it does not.</summary>
    public Decision? Asked =>
        GivenAway is not null
            ? null
            : Result.Decisions.OfType<Decision<TieStrategy>>().FirstOrDefault(tie => tie.Value == TieStrategy.CongressDecides)
                ?? (Decision?)
                    Result.Decisions.OfType<Decision<NextStep>>().FirstOrDefault(next => next.Value == NextStep.CongressDecides);
}

/// <summary>Reads signed results. Of what is not signed there is nothing to read.</summary>
internal sealed class ResultReading(DatabaseFactory databases)
{
    public async Task<CountedResult?> NewestAsync(long election, CancellationToken stop)
    {
        await using var database = databases.Create();
        return
            await database
                .Set<SignedResult>()
                .AsNoTracking()
                .Where(result => result.ElectionId == election)
                .OrderByDescending(result => result.Version)
                .FirstOrDefaultAsync(stop)
                is { } signed
            ? Read(signed)
            : null;
    }

    public async Task<CountedResult?> VersionAsync(long election, int version, CancellationToken stop)
    {
        await using var database = databases.Create();
        return
            await database
                .Set<SignedResult>()
                .AsNoTracking()
                .FirstOrDefaultAsync(result => result.ElectionId == election && result.Version == version, stop)
                is { } signed
            ? Read(signed)
            : null;
    }

    /// <summary>A signed version by its hash, with the newest one of the same election.</summary>
    public async Task<KnownHash?> ByHashAsync(string hash, CancellationToken stop)
    {
        // Typed from paper it may stand in capitals.
        var typed = hash.Trim().ToLowerInvariant();
        await using var database = databases.Create();
        if (
            await database.Set<SignedResult>().AsNoTracking().FirstOrDefaultAsync(result => result.Hash == typed, stop)
            is not { } signed
        )
            return null;
        var election = await database.Set<HeldElection>().AsNoTracking().FirstAsync(one => one.Id == signed.ElectionId, stop);
        return new(signed, election.SignedVersion, election.AnnulledAt, election.IsBeingCorrected);
    }

    public static CountedResult Read(SignedResult signed)
    {
        var (archive, _, _) = ResultArchive.Read(Encoding.UTF8.GetBytes(signed.Archive));
        var rules =
            RuleSet.Read(Encoding.UTF8.GetBytes(archive.Rules)).RuleSet
            ?? throw new InvalidOperationException($"The rules beside the result {signed.Hash} cannot be read");
        var counting = archive.Election.Counting(rules);
        return new(signed, archive, counting, Count.Of(counting));
    }
}
