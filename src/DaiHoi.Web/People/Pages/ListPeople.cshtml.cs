using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Import;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.People.Pages;

/// <summary>The people of one organisation, a page at a time.</summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
internal sealed class ListPeople(DeskContext desk, PersonReading reading, PersonExport export, OrganisationTree tree)
    : PeoplePage(desk)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private int page;

    public KnownOrganisation Organisation { get; private set; } = null!;
    public ListedPeople People { get; private set; } = null!;
    public int From => (page * PersonReading.OnePage) + 1;
    public int Until => (page * PersonReading.OnePage) + People.Rows.Count;
    public string? Previous => page == 0 ? null : LinkTo(page - 1);
    public string? Next => Until < People.Total ? LinkTo(page + 1) : null;

    public async Task<IActionResult> OnGetAsync(string organisation, int? trang, CancellationToken stop)
    {
        if (await OwnAsync(tree, organisation, stop) is not { } own)
            return NotFound();
        page = Math.Clamp(trang ?? 0, 0, 1_000_000);
        (Organisation, Title) = (own, T["people-of", own.Name]);
        if (await reading.ListAsync(Person, Actor, own, page * PersonReading.OnePage, stop) is not { } people)
            return NotFound();
        People = people;
        return people.Rows.Count == 0 && page > 0 ? LocalRedirect(PathOfPlace(own.Code)) : Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string organisation, CancellationToken stop)
    {
        if (await OwnAsync(tree, organisation, stop) is not { } own)
            return NotFound();
        var file = new MemoryStream();
        await export.WriteCsvAsync(Actor, own, file, stop);
        return Sent(file, "text/csv; charset=utf-8", FileName.Of($"ho-so-{own.Code}", ".csv", 120));
    }

    public async Task<IActionResult> OnGetXlsxAsync(string organisation, CancellationToken stop)
    {
        if (await OwnAsync(tree, organisation, stop) is not { } own)
            return NotFound();
        var file = new MemoryStream();
        await export.WriteXlsxAsync(Actor, own, file, stop);
        return Sent(file, Xlsx, FileName.Of($"ho-so-{own.Code}", ".xlsx", 120));
    }

    private FileStreamResult Sent(MemoryStream file, string type, string name)
    {
        file.Position = 0;
        return File(file, type, name);
    }

    private string LinkTo(int other) =>
        PathOfPlace(Organisation.Code) + (other == 0 ? "" : FormattableString.Invariant($"?trang={other}"));
}
