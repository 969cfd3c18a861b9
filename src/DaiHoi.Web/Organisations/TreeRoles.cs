using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Organisations;

/// <summary>Who sees the tree: each role as far as the organisations on which it is granted.</summary>
internal static class TreeRoles
{
    public static Role[] Readers { get; } = [Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head];

    public static bool MayRead(this Person person, string path) => person.Is(path, Readers);

    public static bool MayChange(this Person person, string path) => person.Is(path, Role.Administrator);
}
