using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.People.Pages;

/// <summary>What is kept of somebody.</summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
internal sealed class ReadPerson(DeskContext desk, PersonReading reading, PersonKeeping keeping) : PeoplePage(desk)
{
    public ShownPerson Shown { get; private set; } = null!;
    public string? Reason { get; private set; }

    /// <summary>By the clock of the site.</summary>
    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        return Shown.Id == id ? Page() : LocalRedirect(PathOf(Shown.Id));
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, string? reason, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop) || Shown.Id != id)
            return NotFound();
        var result = await keeping.RemoveAsync(Person, Actor, id, reason, stop);
        if (result.Outcome == PersonOutcome.Done)
            return Went(T["person-was-removed", id], PathOfPlace(Shown.Organisation.Code));
        if (result.Outcome == PersonOutcome.NotFound)
            return NotFound();
        Reason = reason;
        foreach (var problem in result.Problems)
            Tell(problem);
        return Refused();
    }

    private async Task<bool> ShowAsync(long id, CancellationToken stop)
    {
        if (await reading.ReadAsync(Person, Actor, id, stop) is not { } shown)
            return false;
        (Shown, Title) = (shown, shown.Data.Name.Full);
        return true;
    }
}
