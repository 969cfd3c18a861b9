using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>
/// Who records what: the organisation's officer what it does itself, a checker of the level directly above what is decided
/// about it. The congress at the root has no level above: a checker of the root decides, who must be another person.
/// </summary>
internal static class StepRights
{
    /// <summary>Whether the level above records it.</summary>
    public static bool IsDecidedAbove(CongressStatus status) =>
        status switch
        {
            CongressStatus.Preparing or CongressStatus.PlanSubmitted or CongressStatus.Held or CongressStatus.ResultReported =>
                false,
            CongressStatus.PlanApproved
            or CongressStatus.Ratified
            or CongressStatus.Postponed
            or CongressStatus.Exempt
            or CongressStatus.Annulled => true,
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static bool MayRecord(Person person, CongressPlace place, CongressStatus status) =>
        IsDecidedAbove(status) ? MayDecide(person, place) : person.Is(place.Path, Role.Officer);

    /// <summary>Accepts and returns what the organisation recorded, and decides what the level above decides.</summary>
    public static bool MayDecide(Person person, CongressPlace place) => person.Is(place.PathAbove, Role.Checker);

    public static bool MaySee(Person person, string path) =>
        person.Is(path, Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator);
}

/// <summary>Whose congress it is, and where it stands in the tree of today.</summary>
/// <param name="Path">of the organisation</param>
/// <param name="IsRoot">whether it stands at the top of the campaign</param>
internal sealed record CongressPlace(
    long Congress,
    long Organisation,
    string Code,
    string Name,
    string Path,
    int Level,
    bool IsRoot
)
{
    /// <summary>Of the organisation directly above; at the top of the campaign its own.</summary>
    public string PathAbove => IsRoot ? Path : Path[..(Path[..^1].LastIndexOf('/') + 1)];
}
