using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;

namespace DaiHoi.Web.Elections;

/// <summary>The counting board of a congress, held against a list.</summary>
internal sealed class BoardOfCongress(CongressDuties duties, VotedBoard voted)
{
    /// <returns>the name of a member of the board who stands; null where none does</returns>
    public async Task<string?> MemberAsync(
        IReadOnlyCollection<ElectionCandidate> candidates,
        long congress,
        CancellationToken stop
    ) =>
        (await duties.HoldersAsync(congress, stop))
            .FirstOrDefault(holder => BoardMembers.IsOnBoard(holder) && BoardMembers.Stands(candidates, holder.Name))
            ?.Name
        ?? await voted.MemberAsync(
            congress,
            candidates.Where(one => !one.IsNamesake).Select(one => ElectionCandidate.WithoutRemark(one.Name)),
            stop
        );
}
