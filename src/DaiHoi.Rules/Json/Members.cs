using System.Text.Json;

namespace DaiHoi.Rules.Json;

/// <summary>
/// The keys of one object. Reading a key notes it as known. A key that is missing or wrong is told to the reading, and a
/// stand-in is given.
/// </summary>
internal sealed class Members
{
    private const int LongestList = 400;
    private static Words Missing => new("thiếu", "is missing");

    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly Field owner;

    // Where the owner is no object its keys are not missing as well: one problem is told, not ten.
    private readonly Reading reading;

    private Members(Field owner, Reading reading)
    {
        this.owner = owner;
        this.reading = reading;
    }

    public static Members Of(Field owner)
    {
        if (owner.Element.ValueKind != JsonValueKind.Object)
        {
            owner.Refuse(new("phải là một đối tượng { … }", "must be an object { … }"));
            return new(owner, Silent(owner.Reading));
        }
        var members = new Members(owner, owner.Reading);
        foreach (var member in owner.Element.EnumerateObject())
            members.Add(member);
        return members;
    }

    /// <summary>The keys as they stand in the document.</summary>
    public IEnumerable<(string Key, Field Field)> All
    {
        get
        {
            foreach (var (key, value) in values)
            {
                asked.Add(key);
                yield return (key, new(value, owner.Place.Key(key), reading));
            }
        }
    }

    public Reading Reading => reading;

    public Place Place => owner.Place;

    public Field? Optional(string key)
    {
        asked.Add(key);
        return values.TryGetValue(key, out var value) ? new(value, owner.Place.Key(key), reading) : null;
    }

    public Field? Required(string key)
    {
        if (Optional(key) is { } field)
            return field;
        Refuse(key, Missing);
        return null;
    }

    public void Refuse(string key, Words message) => reading.Refuse(owner.Place.Key(key).ToString(), message);

    public long Integer(string key, long least, long most) => Required(key)?.Integer(least, most) ?? least;

    public long? IntegerOr(string key, long least, long most) => Optional(key)?.Integer(least, most);

    public bool Flag(string key) => Required(key)?.Flag() ?? false;

    public string Text(string key) => Required(key)?.Text() ?? "?";

    public string? TextOr(string key) => Optional(key)?.Text();

    public T Choice<T>(string key)
        where T : struct, Enum => Required(key)?.Choice<T>() ?? default;

    public DateOnly Month(string key) => Required(key)?.Month() ?? default;

    public DateOnly? DayOr(string key) => Optional(key)?.Day();

    public Fraction Fraction(string key) => Required(key)?.Fraction() ?? new(1, 1);

    public Fraction? FractionOr(string key) => Optional(key)?.Fraction();

    public T Object<T>(string key, Func<Members, T> read) =>
        (Required(key) ?? new Field(default, owner.Place.Key(key), Silent(reading))).Object(read);

    public T? ObjectOr<T>(string key, Func<Members, T> read)
        where T : class => Optional(key)?.Object(read);

    public IReadOnlyList<T> List<T>(string key, Func<Members, T> read, int most = LongestList) =>
        Required(key) is { } field ? [.. field.Items(most).Select(item => item.Object(read))] : [];

    public IReadOnlyList<T> ListOr<T>(string key, Func<Members, T> read, int most = LongestList) =>
        Optional(key) is { } field ? [.. field.Items(most).Select(item => item.Object(read))] : [];

    /// <summary>A list of codes, each at most once.</summary>
    public IReadOnlyList<T> Choices<T>(string key)
        where T : struct, Enum => [.. Distinct(key, item => item.Choice<T>() is { } value ? (object)value : null).Cast<T>()];

    /// <summary>A list of texts, each at most once.</summary>
    public IReadOnlyList<string> Texts(string key) => Distinct(key, item => item.Text());

    /// <summary>A list of days, each at most once.</summary>
    public IReadOnlyList<DateOnly> Days(string key) =>
        [.. Distinct(key, item => item.Day() is { } day ? (object)day : null).Cast<DateOnly>()];

    public void RefuseOthers()
    {
        foreach (var key in values.Keys.Where(key => !asked.Contains(key)))
            Refuse(key, new("khóa này không có trong định dạng", "this key is not part of the format"));
    }

    private List<T> Distinct<T>(string key, Func<Field, T?> read)
        where T : class
    {
        var found = new List<T>();
        foreach (var item in Required(key)?.Items(LongestList) ?? [])
        {
            if (read(item) is not { } value)
                continue;
            if (found.Contains(value))
                item.Refuse(new("có hai lần", "stands here twice"));
            found.Add(value);
        }
        return found;
    }

    private void Add(JsonProperty member)
    {
        var key = NameOf(member);
        if (key is null)
            owner.Refuse(new("có khóa không phải văn bản", "has a key that is no text"));
        else if (!values.TryAdd(key, member.Value))
            Refuse(key, new("khóa này có hai lần", "this key stands here twice"));
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Reading Silent(Reading of) => new() { RuleSet = of.RuleSet, Documents = of.Documents };
}
