using System.Globalization;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.People;

/// <summary>Giới tính.</summary>
public enum Sex
{
    Male,
    Female,
}

/// <summary>Giáo dục phổ thông: the highest stage that was finished.</summary>
public enum Schooling
{
    Primary,
    LowerSecondary,
    UpperSecondary,
}

/// <summary>Trình độ chuyên môn, from the lowest to the highest.</summary>
public enum Degree
{
    None,
    Elementary,
    Intermediate,
    College,
    University,
    Master,
    Doctor,
}

/// <summary>Lý luận chính trị, from the lowest to the highest.</summary>
public enum Theory
{
    None,
    Elementary,
    Intermediate,
    Advanced,
    Bachelor,
}

/// <summary>What is said of a person by one of a few words: how it is written, shown and read.</summary>
public static partial class PersonWords
{
    private static readonly Dictionary<string, Sex> Sexes = Known<Sex>(("f", Sex.Female), ("m", Sex.Male));

    private static readonly Dictionary<string, Schooling> Schoolings = Known<Schooling>(
        ("cấp I", Schooling.Primary),
        ("cấp 1", Schooling.Primary),
        ("THCS", Schooling.LowerSecondary),
        ("cấp II", Schooling.LowerSecondary),
        ("cấp 2", Schooling.LowerSecondary),
        ("THPT", Schooling.UpperSecondary),
        ("cấp III", Schooling.UpperSecondary),
        ("cấp 3", Schooling.UpperSecondary),
        ("PTTH", Schooling.UpperSecondary)
    );

    private static readonly Dictionary<string, Degree> Degrees = Known<Degree>(
        ("không", Degree.None),
        ("TC", Degree.Intermediate),
        ("CĐ", Degree.College),
        ("ĐH", Degree.University),
        ("cử nhân", Degree.University),
        ("kỹ sư", Degree.University),
        ("bác sĩ", Degree.University),
        ("ThS", Degree.Master),
        ("cao học", Degree.Master),
        ("thạc sỹ", Degree.Master),
        ("TS", Degree.Doctor),
        ("tiến sỹ", Degree.Doctor)
    );

    private static readonly Dictionary<string, Theory> Theories = Known<Theory>(
        ("không", Theory.None),
        ("SC", Theory.Elementary),
        ("TC", Theory.Intermediate),
        ("CC", Theory.Advanced),
        ("đại học", Theory.Bachelor)
    );

    /// <summary>As it is kept and written into files: "upper-secondary".</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => Capitals().Replace(value.ToString(), "-$0").TrimStart('-').ToLowerInvariant();

    /// <summary>As it is shown.</summary>
    public static string Word<T>(T value, Texts t)
        where T : struct, Enum =>
        value switch
        {
            Sex.Male => t["sex-male"],
            Sex.Female => t["sex-female"],
            Schooling.Primary => t["schooling-primary"],
            Schooling.LowerSecondary => t["schooling-lower-secondary"],
            Schooling.UpperSecondary => t["schooling-upper-secondary"],
            Degree.None => t["degree-none"],
            Degree.Elementary => t["degree-elementary"],
            Degree.Intermediate => t["degree-intermediate"],
            Degree.College => t["degree-college"],
            Degree.University => t["degree-university"],
            Degree.Master => t["degree-master"],
            Degree.Doctor => t["degree-doctor"],
            Theory.None => t["theory-none"],
            Theory.Elementary => t["theory-elementary"],
            Theory.Intermediate => t["theory-intermediate"],
            Theory.Advanced => t["theory-advanced"],
            Theory.Bachelor => t["theory-bachelor"],
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
        };

    /// <summary>What a field is called: "Ngày sinh".</summary>
    public static string Label(string field, Texts t) =>
        field switch
        {
            PersonFields.FullName => t["person-full-name"],
            PersonFields.FamilyName => t["person-family-name"],
            PersonFields.GivenName => t["person-given-name"],
            PersonFields.BirthDate => t["person-birth-date"],
            PersonFields.Sex => t["person-sex"],
            PersonFields.Ethnicity => t["person-ethnicity"],
            PersonFields.JoinedOn => t["person-joined-on"],
            PersonFields.OfficialOn => t["person-official-on"],
            PersonFields.Schooling => t["person-schooling"],
            PersonFields.Degree => t["person-degree"],
            PersonFields.DegreeField => t["person-degree-field"],
            PersonFields.Theory => t["person-theory"],
            PersonFields.Posts => t["person-posts"],
            PersonFields.Organisation => t["person-organisation"],
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };

    /// <summary>What was typed: a code, a word of either language, or what offices write instead; null for anything else.</summary>
    public static Sex? SexOf(string typed) => Find(Sexes, typed);

    /// <inheritdoc cref="SexOf"/>
    /// <remarks>"12/12" and, from before 1981 in the north, "10/10" name the last form: finished stages count.</remarks>
    public static Schooling? SchoolingOf(string typed)
    {
        if (Forms().Match(typed.Trim()) is not { Success: true } forms)
            return Find(Schoolings, typed);
        var last = int.Parse(forms.Groups["last"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (of, lower) = forms.Groups["of"].ValueSpan is "12" ? (12, 9) : (10, 7);
        return last == 0 || last > of ? null
            : last == of ? Schooling.UpperSecondary
            : last >= lower ? Schooling.LowerSecondary
            : Schooling.Primary;
    }

    /// <inheritdoc cref="SexOf"/>
    public static Degree? DegreeOf(string typed) => Find(Degrees, typed);

    /// <inheritdoc cref="SexOf"/>
    public static Theory? TheoryOf(string typed) => Find(Theories, typed);

    private static T? Find<T>(Dictionary<string, T> known, string typed)
        where T : struct, Enum => known.TryGetValue(Plain(typed), out var value) ? value : null;

    private static string Plain(string typed) => Fold.Letters(typed).Replace('-', ' ').Trim();

    private static Dictionary<string, T> Known<T>(params ReadOnlySpan<(string Writing, T Value)> others)
        where T : struct, Enum
    {
        var known = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            foreach (var writing in (string[])[Code(value), Word(value, Texts.Vietnamese), Word(value, Texts.In(english: true))])
                known.TryAdd(Plain(writing), value);
        }
        foreach (var (writing, value) in others)
            known.TryAdd(Plain(writing), value);
        return known;
    }

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Capitals();

    [GeneratedRegex("^(?<last>[0-9]{1,2})/(?<of>10|12)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forms();
}
