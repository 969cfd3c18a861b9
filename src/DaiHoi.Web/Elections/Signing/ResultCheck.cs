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

    /// <summary>what it says of people, times and numbers does not fit together</summary>
    Flawed,

    /// <summary>its ballots give another result</summary>
    OtherResult,
}

/// <summary>What a check has found.</summary>
/// <param name="Archive">null where it could not be read</param>
/// <param name="Result">as the ballots give it; null where they could not be counted</param>
internal sealed record ResultVerdict(ResultFault Fault, string Hash, ArchivedResult? Archive, CountResult? Result)
{
    /// <summary>Where in the file it is wrong, as far as that can be told.</summary>
    public IReadOnlyList<ArchiveFlaw> Flaws { get; init; } = [];

    /// <summary>The rule set beside the ballots is not the one that this program has under the same name.</summary>
    public bool HasOtherRules { get; init; }
}

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
            return Recount(archive, hash);
        }
        // An archive that was written by hand may hold marks and numbers that no program has read.
        catch (Exception odd) when (odd is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return new(ResultFault.Impossible, hash, archive, null);
        }
    }

    private static ResultVerdict Recount(ArchivedResult archive, string hash)
    {
        var written = Encoding.UTF8.GetBytes(archive.Rules);
        if (RuleSet.Read(written).RuleSet is not { } rules)
            return Wrong(ResultFault.Rules, new ArchiveFlaw("rules", "verify-rules"));
        var election = archive.Election;
        if (!election.IsWhole)
            return Wrong(ResultFault.NotWhole, new ArchiveFlaw("election.figures.collected", "verify-not-whole"));
        var flaws = ArchiveFlaws.In(archive, rules).ToList();
        if (flaws.Count > 0)
            return Wrong(ResultFault.Flawed, [.. flaws]);
        var open = election.Open().Select(one => new ArchiveFlaw(PlaceOf(one.Batch), "flaw-open-ballot", one.Number)).ToArray();
        if (open.Length > 0)
            return Wrong(ResultFault.OpenBallot, open);
        var counting = election.Counting(rules);
        var impossible = Impossible
            .In(counting)
            .Select(problem => new ArchiveFlaw(problem.Place, "rule-words", problem.Message))
            .ToArray();
        if (impossible.Length > 0)
            return Wrong(ResultFault.Impossible, impossible);
        var result = Count.Of(counting);
        if (!JsonElement.DeepEquals(ResultArchive.ResultOf(result), archive.Result))
            return Wrong(ResultFault.OtherResult, new ArchiveFlaw("result", "verify-other-result"));
        return new(ResultFault.None, hash, archive, result)
        {
            HasOtherRules = RuleSetText.Of(rules.Id) is { } known && !known.AsSpan().SequenceEqual(written),
        };

        ResultVerdict Wrong(ResultFault fault, params ArchiveFlaw[] flaws) => new(fault, hash, archive, null) { Flaws = flaws };
    }

    private static string PlaceOf(int batch) => FormattableString.Invariant($"election.batches[{batch - 1}]");
}
