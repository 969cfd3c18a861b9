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
}
