using System.Text;
using System.Text.Json;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>What is wrong with an archive; nothing where its result follows from its ballots.</summary>
internal enum ResultFault
{
    None,

    /// <summary>it is no archive of a result</summary>
    Unreadable,

    /// <summary>something in it is not what was signed</summary>
    Changed,

    /// <summary>it is whole, but not the one whose hash was asked for</summary>
    OtherHash,

    /// <summary>its rule set is none</summary>
    Rules,

    /// <summary>the batches are not the ballots collected</summary>
    NotWhole,

    /// <summary>a ballot on which the groups differ was settled by nobody</summary>
    OpenBallot,

    /// <summary>its figures cannot be</summary>
    Impossible,

    /// <summary>its ballots give another result</summary>
    OtherResult,
}

/// <summary>What a check has found.</summary>
/// <param name="Archive">null where it could not be read</param>
/// <param name="Result">as the ballots give it; null where they could not be counted</param>
internal sealed record ResultVerdict(ResultFault Fault, string Hash, ArchivedResult? Archive, CountResult? Result);

/// <summary>Recomputes a signed result from its ballots, with the rules that lie beside them. Asks nobody.</summary>
internal static class ResultCheck
{
    /// <param name="file">an archive</param>
    /// <param name="expected">the hash that the minutes name; null leaves that to whoever compares it himself</param>
    public static ResultVerdict Of(ReadOnlyMemory<byte> file, string? expected = null)
    {
        ArchivedResult archive;
        string stated;
        string hash;
        try
        {
            (archive, stated, hash) = ResultArchive.Read(file);
        }
        catch (JsonException)
        {
            return new(ResultFault.Unreadable, "", null, null);
        }
        if (stated != hash)
            return new(ResultFault.Changed, hash, archive, null);
        if (expected is not null && !string.Equals(expected.Trim(), hash, StringComparison.OrdinalIgnoreCase))
            return new(ResultFault.OtherHash, hash, archive, null);
        try
        {
            var (fault, result) = Recount(archive);
            return new(fault, hash, archive, result);
        }
        // An archive that was written by hand may hold marks and numbers that no program has read.
        catch (Exception odd) when (odd is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return new(ResultFault.Impossible, hash, archive, null);
        }
    }

    private static (ResultFault Fault, CountResult? Result) Recount(ArchivedResult archive)
    {
        if (RuleSet.Read(Encoding.UTF8.GetBytes(archive.Rules)).RuleSet is not { } rules)
            return (ResultFault.Rules, null);
        var election = archive.Election;
        if (!election.IsWhole)
            return (ResultFault.NotWhole, null);
        if (election.Open().Any())
            return (ResultFault.OpenBallot, null);
        var counting = election.Counting(rules);
        if (Impossible.In(counting).Any())
            return (ResultFault.Impossible, null);
        var result = Count.Of(counting);
        return (
            JsonElement.DeepEquals(ResultArchive.ResultOf(result), archive.Result) ? ResultFault.None : ResultFault.OtherResult,
            result
        );
    }
}
