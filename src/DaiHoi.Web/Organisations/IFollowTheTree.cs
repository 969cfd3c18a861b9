using DaiHoi.Web.Data;

namespace DaiHoi.Web.Organisations;

/// <summary>
/// A room that derives something from the tree (who answers for whom, how many lie below) and must change it together with
/// the tree. Every implementation that is registered is called once for each change.
/// </summary>
public interface IFollowTheTree
{
    /// <summary>
    /// Called after the rows of organisations and their versions are written and before they are committed: what is written
    /// here holds with them or not at all.
    /// </summary>
    /// <param name="database">with the transaction open in which the tree is changed</param>
    /// <param name="organisations">ids of those that were founded, or whose parent, level or days of validity changed; never none</param>
    /// <param name="from">the first day on which something is not what it was</param>
    Task FollowAsync(Database database, IReadOnlyCollection<long> organisations, DateOnly from, CancellationToken stop);
}
