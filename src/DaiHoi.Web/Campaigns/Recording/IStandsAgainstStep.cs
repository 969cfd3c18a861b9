using DaiHoi.Rules.Campaigns;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>
/// What a room that knows a congress has against a step that somebody enters by hand: its own page records it, with all that belongs
/// to it. Rooms know campaigns and not the other way, so they answer here.
/// </summary>
public interface IStandsAgainstStep
{
    /// <returns>key in <c>Ui/Texts</c> of the words that say where it is recorded; null where nothing stands against it</returns>
    Task<string?> RefusalAsync(long congress, CongressStatus status, CancellationToken stop);
}
