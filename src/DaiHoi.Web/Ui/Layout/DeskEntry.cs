using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Ui.Layout;

/// <summary>A place in the bar of the desk. Each room adds its own; the bar shows those that the person may enter.</summary>
/// <param name="TextKey">its words in <c>Ui/Texts</c></param>
/// <param name="Order">from left to right</param>
/// <param name="Roles">whoever has one of them anywhere; none means everybody who has signed in</param>
public sealed record DeskEntry(string TextKey, string Path, int Order, params Role[] Roles)
{
    public bool IsFor(Person person) => Roles.Length == 0 || person.IsAnywhere(Roles);
}
