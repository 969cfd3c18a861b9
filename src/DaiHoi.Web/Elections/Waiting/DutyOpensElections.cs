using DaiHoi.Web.Congresses;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Elections.Waiting;

/// <summary>Whoever has a duty at a congress finds its elections in the bar, and what waits for him, whatever his roles.</summary>
internal sealed class DutyOpensElections(CongressDuties duties) : IOpensDeskEntry
{
    public IReadOnlyCollection<string> TextKeys { get; } = ["elections", "my-work"];

    public async Task<bool> IsForAsync(Person person, CancellationToken stop) =>
        (await duties.CongressesAsync(person.Id, stop)).Count > 0;
}
