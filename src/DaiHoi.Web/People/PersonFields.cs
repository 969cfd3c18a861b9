using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People;

/// <summary>The names of the fields of a person, the same in forms and in files.</summary>
internal static class PersonFields
{
    /// <summary>Code of where somebody belongs.</summary>
    public const string Organisation = "organisation_code";
    public const string FullName = "full_name";
    public const string FamilyName = "family_name";
    public const string GivenName = "given_name";
    public const string BirthDate = "birth_date";
    public const string Sex = "sex";
    public const string Ethnicity = "ethnicity";
    public const string JoinedOn = "joined_on";
    public const string OfficialOn = "official_on";
    public const string Schooling = "schooling";
    public const string Degree = "degree";
    public const string DegreeField = "degree_field";
    public const string Theory = "theory";
    public const string Posts = "posts";

    public static IReadOnlyList<string> All { get; } =
    [
        FullName,
        FamilyName,
        GivenName,
        BirthDate,
        Sex,
        Ethnicity,
        JoinedOn,
        OfficialOn,
        Schooling,
        Degree,
        DegreeField,
        Theory,
        Posts,
    ];

    public const int LongestName = 100;
    public const int LongestPosts = 500;

    /// <summary>Nobody younger belongs to an association that holds congresses.</summary>
    public const int Youngest = 14;
    private const int Oldest = 120;

    /// <summary>What the fields say of a person, or all that is wrong with them.</summary>
    /// <param name="typed">by field, as it was typed</param>
    /// <returns>null where something is wrong</returns>
    public static PersonData? Read(Func<string, string?> typed, DateOnly today, Action<PersonProblem> wrong)
    {
        var isRight = true;
        var name = Name();
        var born = Born();
        var sex = Word(Sex, PersonWords.SexOf);
        if (sex is null && Line(Sex) is null)
            Wrong(Sex, "person-sex-missing");
        var joined = Day(JoinedOn);
        var official = Day(OfficialOn);
        if (joined is { } from && born is { } birth && birth.AgeOn(from) < Youngest)
            Wrong(JoinedOn, "person-joined-young", Youngest);
        if (official is { } since && joined is null && born is { } young && young.AgeOn(since) < Youngest)
            Wrong(OfficialOn, "person-joined-young", Youngest);
        if (official < joined)
            Wrong(OfficialOn, "person-official-early");
        var data = new PersonData(
            name!,
            born.GetValueOrDefault(),
            sex.GetValueOrDefault(),
            EthnicityOf(),
            joined,
            official,
            Word(Schooling, PersonWords.SchoolingOf),
            Word(Degree, PersonWords.DegreeOf),
            Text(DegreeField, LongestName),
            Word(Theory, PersonWords.TheoryOf),
            Text(Posts, LongestPosts)
        );
        return isRight ? data : null;

        void Wrong(string field, string text, params object[] values)
        {
            isRight = false;
            wrong(new(field, text, values));
        }

        string? Line(string field) => TypedLine.Of(typed(field));

        PersonName? Name()
        {
            if (Text(FullName, LongestName) is not { } full)
            {
                if (Line(FullName) is null)
                    Wrong(FullName, "person-name-missing");
                return null;
            }
            if (!full.Any(char.IsLetter) || full.Any(char.IsDigit))
            {
                Wrong(FullName, "person-name-signs");
                return null;
            }
            var split = PersonName.Of(PersonName.Written(full));
            return split with
            {
                Family = Part(FamilyName, split.Full) ?? split.Family,
                Given = Part(GivenName, split.Full) ?? split.Given,
            };
        }

        // Set by hand where a name is built otherwise: "Y Ban Niê" is sorted under Ban.
        string? Part(string field, string full)
        {
            if (Text(field, LongestName) is not { } part)
                return null;
            part = PersonName.Written(part);
            if ($" {full} ".Contains($" {part} ", StringComparison.Ordinal))
                return part;
            Wrong(field, "person-name-part", full);
            return null;
        }

        BirthDate? Born()
        {
            if (Line(BirthDate) is not { } written)
            {
                Wrong(BirthDate, "person-born-missing");
                return null;
            }
            if (People.BirthDate.Of(written) is not { } day)
            {
                Wrong(BirthDate, "person-born-unclear", Shortened.Of(written, 40));
                return null;
            }
            var age = day.AgeOn(today);
            if (age is < Youngest or > Oldest)
            {
                Wrong(BirthDate, "person-born-age", day.ToString(), Youngest, Oldest);
                return null;
            }
            return day;
        }

        DateOnly? Day(string field)
        {
            if (Line(field) is not { } written)
                return null;
            if (TypedDay.Of(written) is not { Year: >= 1900 } day)
            {
                Wrong(field, "person-day-unclear", Shortened.Of(written, 40));
                return null;
            }
            if (day > today)
                Wrong(field, "person-day-future", Formats.Day(day));
            return day;
        }

        string? EthnicityOf()
        {
            if (Line(Ethnicity) is not { } written)
                return null;
            var known = Ethnicities.Of(written);
            if (known is null)
                Wrong(Ethnicity, "person-ethnicity-unknown", Shortened.Of(written, 40));
            return known;
        }

        T? Word<T>(string field, Func<string, T?> read)
            where T : struct
        {
            if (Line(field) is not { } written)
                return null;
            var word = read(written);
            if (word is null)
                Wrong(field, "person-word-unknown", Shortened.Of(written, 40));
            return word;
        }

        string? Text(string field, int longest)
        {
            if (Line(field) is not { } written)
                return null;
            if (written.Length > longest)
                Wrong(field, "person-text-long", longest);
            // A spreadsheet would reckon with it when the list is exported.
            else if (written is ['=' or '+' or '-' or '@', ..])
                Wrong(field, "person-text-formula");
            else if (written.AsSpan().ContainsAny('\n', '\r', '\t'))
                Wrong(field, "person-text-lines");
            else
                return string.Join(' ', written.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            return null;
        }
    }

    /// <summary>A person as he would be typed.</summary>
    public static string? Typed(PersonData data, string field) =>
        field switch
        {
            FullName => data.Name.Full,
            FamilyName => data.Name.Family,
            GivenName => data.Name.Given,
            BirthDate => data.Born.ToString(),
            Sex => PersonWords.Code(data.Sex),
            Ethnicity => data.Ethnicity,
            JoinedOn => data.JoinedOn is { } joined ? Formats.Day(joined) : null,
            OfficialOn => data.OfficialOn is { } official ? Formats.Day(official) : null,
            Schooling => data.Schooling is { } schooling ? PersonWords.Code(schooling) : null,
            Degree => data.Degree is { } degree ? PersonWords.Code(degree) : null,
            DegreeField => data.DegreeField,
            Theory => data.Theory is { } theory ? PersonWords.Code(theory) : null,
            Posts => data.Posts,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };
}

/// <summary>Something wrong with a field of a person.</summary>
/// <param name="Text">key of its words in <c>Ui/Texts</c></param>
internal sealed record PersonProblem(string Field, string Text, IReadOnlyList<object> Values);
