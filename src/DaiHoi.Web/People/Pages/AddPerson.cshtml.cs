using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.People.Pages;

/// <summary>Somebody who is not there yet; who may be there already is shown before he is written twice.</summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
internal sealed class AddPerson(DeskContext desk, PersonKeeping keeping, PersonReading reading, OrganisationTree tree)
    : PeoplePage(desk)
{
    public KnownOrganisation Organisation { get; private set; } = null!;
    public PersonForm Form { get; private set; } = null!;
    public List<AlikePerson> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string organisation, CancellationToken stop)
    {
        if (!await ShowAsync(organisation, stop))
            return NotFound();
        Form = new(this, new Dictionary<string, string?>());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string organisation,
        Dictionary<string, string?> fields,
        long[] seen,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(organisation, stop))
            return NotFound();
        Form = new(this, fields);
        if (PersonFields.Read(field => fields.GetValueOrDefault(field), Clock.Today, Tell) is not { } data)
            return Refused();
        var result = await keeping.AddAsync(Person, Actor, Organisation, data, seen, stop);
        switch (result.Outcome)
        {
            case PersonOutcome.Done:
                return Went(T["person-added", data.Name.Full], PathOf(result.Id));
            case PersonOutcome.Alike:
                Alike = await reading.AlikeAsync(Person, Actor, data, stop);
                return Refused(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    private async Task<bool> ShowAsync(string organisation, CancellationToken stop)
    {
        if (await OwnAsync(tree, organisation, stop) is not { } own)
            return false;
        (Organisation, Title) = (own, T["person-add"]);
        return true;
    }
}
