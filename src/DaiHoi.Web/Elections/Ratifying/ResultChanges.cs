using DaiHoi.Web.Elections.Signing;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>What a version says otherwise than another.</summary>
/// <param name="Text">key of its words in <c>Ui/Texts</c></param>
/// <param name="Values">numbers and names</param>
internal sealed record ResultChange(string Text, params IReadOnlyList<object> Values);

/// <summary>Two signed versions held against each other: who is elected, the figures of the hall, the votes.</summary>
internal static class ResultChanges
{
    /// <param name="before">null where the election is new to the reader</param>
    public static IReadOnlyList<ResultChange> Between(CountedResult? before, CountedResult now) =>
        before is null
            ? [new("result-is-new", now.Result.Elected.Count())]
            : [.. InElected(before, now), .. InFigures(before, now), .. InVotes(before, now)];

    private static IEnumerable<ResultChange> InElected(CountedResult before, CountedResult now)
    {
        var (was, isNow) = (NamesOf(before), NamesOf(now));
        foreach (var name in isNow.Except(was, StringComparer.Ordinal))
            yield return new("result-elected-now", name);
        foreach (var name in was.Except(isNow, StringComparer.Ordinal))
            yield return new("result-elected-no-more", name);
    }

    private static IEnumerable<ResultChange> InFigures(CountedResult before, CountedResult now)
    {
        var (was, isNow) = (before.Archive.Election.Figures, now.Archive.Election.Figures);
        if (was.Summoned != isNow.Summoned)
            yield return new("result-summoned-was", was.Summoned, isNow.Summoned);
        if (was.Present != isNow.Present)
            yield return new("result-present-was", was.Present, isNow.Present);
        if (was.Issued != isNow.Issued)
            yield return new("result-issued-was", was.Issued, isNow.Issued);
        if (before.Result.Valid != now.Result.Valid)
            yield return new("result-valid-was", before.Result.Valid, now.Result.Valid);
        if (before.Result.Base != now.Result.Base)
            yield return new("result-base-was", before.Result.Base, now.Result.Base);
    }

    private static IEnumerable<ResultChange> InVotes(CountedResult before, CountedResult now)
    {
        var was = before.Result.Candidates.ToDictionary(one => one.Candidate.Id, one => one.Votes, StringComparer.Ordinal);
        foreach (var one in now.Result.Candidates)
        {
            if (was.TryGetValue(one.Candidate.Id, out var votes) && votes != one.Votes)
                yield return new("result-votes-were", one.Candidate.Name, votes, one.Votes);
        }
    }

    private static List<string> NamesOf(CountedResult result) => [.. result.Result.Elected.Select(one => one.Candidate.Name)];
}
