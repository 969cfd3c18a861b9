using System.Globalization;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People;

/// <summary>What is kept of a person.</summary>
/// <param name="Ethnicity">as <see cref="Ethnicities"/> writes it; null where nobody has said</param>
/// <param name="JoinedOn">ngày vào</param>
/// <param name="OfficialOn">ngày chính thức</param>
/// <param name="DegreeField">"Luật", "Kinh tế nông nghiệp"</param>
/// <param name="Posts">offices that he holds, in the words of his organisation</param>
public sealed record PersonData(
    PersonName Name,
    BirthDate Born,
    Sex Sex,
    string? Ethnicity,
    DateOnly? JoinedOn,
    DateOnly? OfficialOn,
    Schooling? Schooling,
    Degree? Degree,
    string? DegreeField,
    Theory? Theory,
    string? Posts
)
{
    /// <summary>Orders lists: by name, and of one name the elder first.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{Name.Order}\t{Born.First:yyyyMMdd}");

    /// <summary>Of an ethnic minority; null where nobody has said.</summary>
    public bool? IsMinority => Ethnicity is null ? null : Ethnicity != Ethnicities.Majority;

    /// <summary>The fields in which two differ, by the names that forms and files have for them.</summary>
    public IEnumerable<string> DifferencesFrom(PersonData other)
    {
        if (Name.Full != other.Name.Full)
            yield return PersonFields.FullName;
        if (Name.Family != other.Name.Family)
            yield return PersonFields.FamilyName;
        if (Name.Given != other.Name.Given)
            yield return PersonFields.GivenName;
        if (Born != other.Born)
            yield return PersonFields.BirthDate;
        if (Sex != other.Sex)
            yield return PersonFields.Sex;
        if (Ethnicity != other.Ethnicity)
            yield return PersonFields.Ethnicity;
        if (JoinedOn != other.JoinedOn)
            yield return PersonFields.JoinedOn;
        if (OfficialOn != other.OfficialOn)
            yield return PersonFields.OfficialOn;
        if (Schooling != other.Schooling)
            yield return PersonFields.Schooling;
        if (Degree != other.Degree)
            yield return PersonFields.Degree;
        if (DegreeField != other.DegreeField)
            yield return PersonFields.DegreeField;
        if (Theory != other.Theory)
            yield return PersonFields.Theory;
        if (Posts != other.Posts)
            yield return PersonFields.Posts;
    }
}
