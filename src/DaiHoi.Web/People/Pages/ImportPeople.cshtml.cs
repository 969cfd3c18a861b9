using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Import;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.People.Pages;

/// <summary>A file of people: brought, looked at, and taken in after a second word.</summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
[RequestSizeLimit(BroughtFile.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = BroughtFile.LargestRequest, ValueLengthLimit = BroughtFile.LargestRequest)]
internal sealed class ImportPeople(DeskContext desk, PersonImport import, OrganisationTree tree) : PeoplePage(desk)
{
    public const int MostShown = 100;

    public KnownOrganisation Organisation { get; private set; } = null!;
    public KnownPeople Known { get; private set; }
    public PersonPlan? Plan { get; private set; }
    public BroughtFile? Brought { get; private set; }
    public EncodingChoice Encoding { get; private set; }

    public async Task<IActionResult> OnGetAsync(string organisation, CancellationToken stop) =>
        await ShowAsync(organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string organisation,
        IFormFile? file,
        EncodingChoice encoding,
        KnownPeople known,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(organisation, stop))
            return NotFound();
        (Known, Encoding) = (known, encoding);
        if (file is not { Length: > 0 })
            return RefusedFor("import-file-missing");
        if (file.Length > BroughtFile.LargestFile)
            return RefusedFor("people-file-large", BroughtFile.LargestFile / (1024 * 1024));
        Brought = await BroughtFile.OfAsync(file, stop);
        Plan = await import.PlanAsync(Brought.Open(), Wish(), stop);
        return Plan.Faults.Count > 0 ? Refused() : Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(
        string organisation,
        string? content,
        string? name,
        EncodingChoice encoding,
        KnownPeople known,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(organisation, stop))
            return NotFound();
        (Known, Encoding) = (known, encoding);
        if ((Brought = BroughtFile.Again(content, name)) is null)
            return RefusedFor("import-file-gone");
        Plan = await import.RunAsync(Actor, Brought.Open(), Brought.Name, Wish(), stop);
        // Somebody has changed the register between the two words.
        return Plan.Faults.Count > 0 ? Refused() : Went(Sentence("people-did", Plan), PathOfPlace(Organisation.Code));
    }

    public string Sentence(string key, PersonPlan plan) =>
        T[key, Number(plan.Added.Count()), Number(plan.Changed.Count()), Number(plan.Unchanged)];

    public string FieldLabel(string field) => field == PersonFields.Organisation ? T["person-organisation"] : Label(field);

    private PersonImportWish Wish() => new(Organisation, Known, Encoding);

    private async Task<bool> ShowAsync(string organisation, CancellationToken stop)
    {
        if (await OwnAsync(tree, organisation, stop) is not { } own)
            return false;
        (Organisation, Title) = (own, T["people-import"]);
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult RefusedFor(string problem, params object[] values)
    {
        Problems[""] = T[problem, values];
        return Refused();
    }
}
