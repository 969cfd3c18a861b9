using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>What lists say of somebody besides his name and votes, as it is printed. What is null is left open for the hand.</summary>
/// <param name="Born">as far as it is known</param>
/// <param name="Age">on the day of the signature</param>
/// <param name="IsMinority">of an ethnicity other than the majority's</param>
/// <param name="Posts">offices and where he works</param>
internal sealed record CandidateDetails(
    string? Born,
    int? Age,
    bool? IsWoman,
    string? Ethnicity,
    bool? IsMinority,
    string? JoinedOn,
    string? OfficialOn,
    string? Schooling,
    string? Theory,
    string? Posts
)
{
    private static readonly Texts T = Texts.Vietnamese;

    public static CandidateDetails None { get; } = new(null, null, null, null, null, null, null, null, null, null);

    /// <summary>What a list alone says: at most the day of birth, where a tie goes to the older.</summary>
    public static CandidateDetails Of(DateOnly? born, DateOnly day) =>
        born is { } known ? None with { Born = Formats.Day(known), Age = new BirthDate(known, BirthKnown.Day).AgeOn(day) } : None;

    /// <summary>What the register says.</summary>
    /// <param name="day">on which ages are reckoned</param>
    public static CandidateDetails Of(PersonData data, DateOnly day) =>
        new(
            data.Born.ToString(),
            data.Born.AgeOn(day),
            data.Sex == Sex.Female,
            data.Ethnicity,
            data.IsMinority,
            data.JoinedOn is { } joined ? Formats.Day(joined) : null,
            data.OfficialOn is { } official ? Formats.Day(official) : null,
            data.Degree is { } degree ? $"{PersonWords.Word(degree, T)} {data.DegreeField}".Trim() : data.DegreeField,
            data.Theory is { } theory ? PersonWords.Word(theory, T) : null,
            data.Posts
        );
}
