using System.Globalization;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Ratifying;
using DaiHoi.Web.Platform.Changes;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>
/// What stands on a signed result, from under which a correction does not take the ground: a further ballot, a ratification, an
/// office to which somebody of the body was elected.
/// </summary>
internal sealed class StandsOnResult(ElectedBefore elected)
{
    /// <param name="signed">the version that is corrected</param>
    /// <param name="corrected">what would be signed now</param>
    /// <returns>null where the same people are elected, or nothing stands on those who are not any more</returns>
    public async Task<Answer?> RefusalAsync(
        Database database,
        OpenedElection opened,
        CountResult signed,
        CountResult corrected,
        CancellationToken stop
    )
    {
        if (Outcomes(corrected).SequenceEqual(Outcomes(signed)))
            return null;
        if (await ElectionAnnulling.ContinuedAsync(database, opened.Election.Id, stop) is not null)
            return Answer.Refused("", "correction-breaks-further");
        var still = corrected.Elected.Select(one => one.Candidate.Id).ToHashSet(StringComparer.Ordinal);
        var gone = signed.Elected.Where(one => !still.Contains(one.Candidate.Id)).ToList();
        var decided = await DecisionsOfElection.OfAsync(database, opened.Election.Id, stop);
        if (gone.Find(one => decided.ContainsKey(int.Parse(one.Candidate.Id, CultureInfo.InvariantCulture))) is { } ratified)
            return Answer.Refused("", "correction-breaks-ratification", ratified.Candidate.Name);
        return await elected.OfficeOfAsync(opened, [.. gone.Select(one => one.Candidate.Name)], stop) is var (name, office)
            ? Answer.Refused("", "correction-breaks-office", name, office)
            : null;
    }

    private static IEnumerable<(string, Outcome)> Outcomes(CountResult result) =>
        result.Candidates.Select(one => (one.Candidate.Id, one.Outcome)).Order();
}
