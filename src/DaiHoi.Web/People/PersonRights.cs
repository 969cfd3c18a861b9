using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.People;

/// <summary>
/// Who needs personal data: those who enter and check what an organisation does, there and above. Heads see figures, auditors see
/// who has read what, administrators keep the machine.
/// </summary>
internal static class PersonRights
{
    public static readonly Role[] Keepers = [Role.Officer, Role.Checker];

    public static bool MayKeep(Person person, string path) => person.Is(path, Keepers);

    /// <summary>Paths of the organisations for which somebody keeps people, none of them below another.</summary>
    public static List<string> PartsOf(Person person)
    {
        var paths = person
            .Grants.Where(granted => Keepers.Contains(granted.Role))
            .Select(granted => granted.Path)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return paths.FindAll(path => !paths.Exists(other => other != path && path.StartsWith(other, StringComparison.Ordinal)));
    }
}
