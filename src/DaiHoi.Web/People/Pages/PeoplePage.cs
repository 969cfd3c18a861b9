using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.People.Pages;

/// <summary>What the pages about people have in common: where they lie, and how they say what was refused.</summary>
internal abstract class PeoplePage(DeskContext desk) : DeskPage(desk)
{
    public const string OwnPath = "/ho-so";

    /// <summary>What refuses it, by field; "" is the whole.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public string Number(long number) => Formats.Number(number, English);

    public static string PathOf(long person) => FormattableString.Invariant($"{OwnPath}/{person}");

    public static string PathOfChange(long person) => FormattableString.Invariant($"{OwnPath}/{person}/sua");

    public static string PathOfComparison(long person, long other) =>
        FormattableString.Invariant($"{OwnPath}/{person}/so-sanh/{other}");

    public static string PathOfPlace(string organisation) => $"{OwnPath}/don-vi/{Uri.EscapeDataString(organisation)}";

    public static string PathOfAdding(string organisation) => PathOfPlace(organisation) + "/them";

    public static string PathOfImport(string organisation) => PathOfPlace(organisation) + "/nhap-du-lieu";

    /// <summary>A field of a person as it is shown; null where nobody has said.</summary>
    public string? Word(PersonData data, string field) =>
        field switch
        {
            PersonFields.Sex => PersonWords.Word(data.Sex, T),
            PersonFields.Schooling => data.Schooling is { } schooling ? PersonWords.Word(schooling, T) : null,
            PersonFields.Degree => data.Degree is { } degree ? PersonWords.Word(degree, T) : null,
            PersonFields.Theory => data.Theory is { } theory ? PersonWords.Word(theory, T) : null,
            _ => PersonFields.Typed(data, field),
        };

    /// <summary>The label of a field: "Ngày sinh".</summary>
    public string Label(string field) => PersonWords.Label(field, T);

    private protected void Tell(PersonProblem problem) => Problems.TryAdd(problem.Field, T[problem.Text, [.. problem.Values]]);

    private protected PageResult Refused(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }

    private protected IActionResult Went(string done, string path)
    {
        Done = done;
        return LocalRedirect(path);
    }

    /// <summary>An organisation whose people the person keeps; null for every other one.</summary>
    private protected async Task<KnownOrganisation?> OwnAsync(OrganisationTree tree, string? code, CancellationToken stop) =>
        code is not null
        && await tree.FindAsync(code, stop) is { ParentId: not null } found
        && PersonRights.MayKeep(Person, found.Path)
            ? found
            : null;
}
