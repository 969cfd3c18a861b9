using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Ui.Layout;

/// <summary>
/// Opens entries of the desk's bar to people whose roles alone would not show it: a duty at one congress, for example. The room
/// that knows it answers; it is asked only where the roles say no.
/// </summary>
public interface IOpensDeskEntry
{
    /// <summary><see cref="DeskEntry.TextKey"/> of the entries that it opens.</summary>
    IReadOnlyCollection<string> TextKeys { get; }

    Task<bool> IsForAsync(Person person, CancellationToken stop);
}
