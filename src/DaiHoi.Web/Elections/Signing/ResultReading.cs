using System.Text;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>A signed version, counted anew from its own archive.</summary>
internal sealed record CountedResult(SignedResult Signed, ArchivedResult Archive, Counting Counting, CountResult Result)
{
    /// <summary>The ballot that may follow; null where none does.</summary>
    public FurtherBallot? Further => FurtherBallot.After(Counting, Result);
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

    /// <summary>A signed version by its hash, the newest version of the same election, and when that was annulled, if it was.</summary>
    public async Task<(SignedResult Signed, int Newest, DateTime? AnnulledAt)?> ByHashAsync(string hash, CancellationToken stop)
    {
        await using var database = databases.Create();
        if (
            await database.Set<SignedResult>().AsNoTracking().FirstOrDefaultAsync(result => result.Hash == hash, stop)
            is not { } signed
        )
            return null;
        return (
            signed,
            await database
                .Set<SignedResult>()
                .Where(one => one.ElectionId == signed.ElectionId)
                .MaxAsync(one => one.Version, stop),
            await database
                .Set<HeldElection>()
                .Where(one => one.Id == signed.ElectionId)
                .Select(one => one.AnnulledAt)
                .FirstAsync(stop)
        );
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
