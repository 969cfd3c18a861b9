using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Organisations;

/// <summary>Who sees the tree: each role as far as the organisations on which it is granted.</summary>
internal static class TreeRoles
{
    public static Role[] Readers { get; } = [Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head];

    public static bool MayRead(this Person person, string path) => person.Is(path, Readers);

    public static bool MayChange(this Person person, string path) => person.Is(path, Role.Administrator);

    /// <summary>Paths of the organisations on which he may read, none of them below another.</summary>
    public static List<string> OwnParts(this Person person)
    {
        var paths = person
            .Grants.Where(granted => Readers.Contains(granted.Role))
            .Select(granted => granted.Path)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. paths
                .Where(path => !paths.Exists(other => other != path && path.StartsWith(other, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }
}
