using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.People.Pages;

/// <summary>What is kept of somebody, put right.</summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
internal sealed class ChangePerson(DeskContext desk, PersonReading reading, PersonKeeping keeping, OrganisationTree tree)
    : PeoplePage(desk)
{
    public ShownPerson Shown { get; private set; } = null!;
    public PersonForm Form { get; private set; } = null!;
    public string? Seen { get; private set; }
    public string? OrganisationCode { get; private set; }

    /// <summary>What somebody else has saved meanwhile, label and text.</summary>
    public List<(string Label, string Text)> Now { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (await reading.ReadAsync(Person, Actor, id, stop) is not { } shown)
            return NotFound();
        if (shown.Id != id)
            return LocalRedirect(PathOfChange(shown.Id));
        (Shown, Title, Seen) = (shown, T["person-change"], shown.Seen);
        (Form, OrganisationCode) = (PersonForm.Of(this, shown.Data), shown.Organisation.Code);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        long id,
        Dictionary<string, string?> fields,
        string? organisation,
        string? seen,
        CancellationToken stop
    )
    {
        if (await reading.ReadAsync(Person, Actor, id, stop) is not { } shown || shown.Id != id)
            return NotFound();
        (Shown, Title, Seen) = (shown, T["person-change"], seen);
        (Form, OrganisationCode) = (new(this, fields), organisation?.Trim());
        var place = await OwnAsync(tree, OrganisationCode, stop);
        if (place is null)
            Problems["organisation"] = T["person-organisation-unknown"];
        var data = PersonFields.Read(field => fields.GetValueOrDefault(field), Clock.Today, Tell);
        if (data is null || place is null)
            return Refused();
        var result = await keeping.ChangeAsync(Person, Actor, id, place, data, seen, stop);
        switch (result.Outcome)
        {
            case PersonOutcome.Done or PersonOutcome.Already:
                return Went(T["person-saved", data.Name.Full], PathOf(id));
            case PersonOutcome.Changed:
                // He sees what is there beside what he has typed; saving once more is his choice.
                Problems[""] = T["person-changed-meanwhile", shown.ChangedByName];
                Seen = shown.Seen;
                Now = [.. PersonFields.All.Select(field => (Label(field), Word(shown.Data, field) ?? "–"))];
                return Refused(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }
}
