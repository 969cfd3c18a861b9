using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>
/// Who does what with difficulties and lessons: whoever works for an organisation records what was met there; a checker or
/// head of the organisation that holds one answers, passes up, merges. Read is what lies at and below one's own organisation,
/// and from everywhere else what an organisation above one's own has answered or spread: the text and the answer, not its files,
/// nor its way, nor who wrote, passed up or answered. Whoever recorded one corrects or withdraws it until somebody has dealt with
/// it; a withdrawn one is read by him and at its own organisation alone.
/// </summary>
internal static class DifficultyRights
{
    public static readonly Role[] Readers = [Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator];

    public static bool MaySee(Person person, string path) => person.Is(path, Readers);

    /// <summary>Id of the highest organisation at or above a place at which somebody reads.</summary>
    /// <param name="path">of the place, which he may read</param>
    public static long HighestAbove(Person person, string path)
    {
        var highest = person
            .Grants.Where(grant =>
                Array.IndexOf(Readers, grant.Role) >= 0 && path.StartsWith(grant.Path, StringComparison.Ordinal)
            )
            .MinBy(grant => grant.Path.Length)!;
        return TreePath.Id(highest.Path);
    }

    public static bool MayRecord(Person person, string path) => person.Is(path, Role.Officer, Role.Checker, Role.Head);

    /// <param name="path">of the organisation at whose congress it was met</param>
    /// <param name="recordedBy">who recorded it</param>
    public static bool MaySeeWithdrawn(Person person, string path, long recordedBy) =>
        MaySee(person, path) && (person.Id == recordedBy || person.Grants.Any(grant => grant.Path == path));

    /// <param name="path">of the organisation that holds it</param>
    public static bool MayDecide(Person person, string path) => person.Is(path, Role.Checker, Role.Head);

    /// <summary>Whether an answer for an organisation reaches anybody's own: they stand at or below it.</summary>
    public static bool IsReached(Person person, string answeredFor) =>
        person.Grants.Any(grant =>
            Array.IndexOf(Readers, grant.Role) >= 0 && grant.Path.StartsWith(answeredFor, StringComparison.Ordinal)
        );
}
