using System.Buffers.Text;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Import;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.People.Pages;

/// <summary>
/// A file of people: brought, looked at, and taken in after a second word. Between the two it lies in the page of who brought it
/// and nowhere else: no file with personal data stays behind.
/// </summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestRequest)]
internal sealed class ImportPeople(DeskContext desk, PersonImport import, OrganisationTree tree) : PeoplePage(desk)
{
    public const int MostShown = 100;
    private const int LargestFile = 4 * 1024 * 1024;
    private const int LargestRequest = 2 * LargestFile;

    public KnownOrganisation Organisation { get; private set; } = null!;
    public KnownPeople Known { get; private set; }
    public PersonPlan? Plan { get; private set; }
    public string? Brought { get; private set; }
    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(string organisation, CancellationToken stop) =>
        await ShowAsync(organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string organisation, IFormFile? file, KnownPeople known, CancellationToken stop)
    {
        if (!await ShowAsync(organisation, stop))
            return NotFound();
        Known = known;
        if (file is not { Length: > 0 })
            return RefusedFor("import-file-missing");
        if (file.Length > LargestFile)
            return RefusedFor("people-file-large", LargestFile / (1024 * 1024));
        var brought = new MemoryStream((int)file.Length);
        await file.CopyToAsync(brought, stop);
        brought.Position = 0;
        Plan = await import.PlanAsync(brought, Wish(), stop);
        Name = Fold.Clean(Path.GetFileName(file.FileName));
        Brought = Convert.ToBase64String(brought.GetBuffer().AsSpan(0, (int)brought.Length));
        return Plan.Faults.Count > 0 ? Refused() : Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(
        string organisation,
        string? content,
        string? name,
        KnownPeople known,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(organisation, stop))
            return NotFound();
        Known = known;
        if (string.IsNullOrEmpty(content) || !Base64.IsValid(content))
            return RefusedFor("import-file-gone");
        (Brought, Name) = (content, string.IsNullOrWhiteSpace(name) ? "?" : Shortened.Of(Fold.Clean(name), 200));
        Plan = await import.RunAsync(Actor, new MemoryStream(Convert.FromBase64String(content)), Name, Wish(), stop);
        // Somebody has changed the register between the two words.
        return Plan.Faults.Count > 0 ? Refused() : Went(Sentence("people-did", Plan), PathOfPlace(Organisation.Code));
    }

    public string Sentence(string key, PersonPlan plan) =>
        T[key, Number(plan.Added.Count()), Number(plan.Changed.Count()), Number(plan.Unchanged)];

    public string FieldLabel(string field) => field == PersonFields.Organisation ? T["person-organisation"] : Label(field);

    private PersonImportWish Wish() => new(Organisation, Known);

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
