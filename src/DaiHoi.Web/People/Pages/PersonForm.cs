using DaiHoi.Web.Ui.Fields;

namespace DaiHoi.Web.People.Pages;

/// <summary>The fields of a person as they are shown to be filled in.</summary>
/// <param name="Typed">by field</param>
internal sealed record PersonForm(PeoplePage Page, IReadOnlyDictionary<string, string?> Typed)
{
    public static PersonForm Of(PeoplePage page, PersonData data) =>
        new(page, PersonFields.All.ToDictionary(field => field, field => PersonFields.Typed(data, field)));

    public static string NameOf(string field) => $"fields[{field}]";

    public string? Value(string field) => Typed.GetValueOrDefault(field);

    public string? Problem(string field) => Page.Problems.GetValueOrDefault(field);

    public FormField Line(string field) =>
        new(NameOf(field), Page.Label(field), Value(field), Problem(field)) { Id = field, Language = "vi" };

    /// <summary>The choices of a field of one word, by code.</summary>
    public IEnumerable<(string Code, string Word)> Choices(string field) =>
        field switch
        {
            PersonFields.Sex => Words<Sex>(),
            PersonFields.Schooling => Words<Schooling>(),
            PersonFields.Degree => Words<Degree>(),
            PersonFields.Theory => Words<Theory>(),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };

    private IEnumerable<(string, string)> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (PersonWords.Code(value), PersonWords.Word(value, Page.T)));
}
