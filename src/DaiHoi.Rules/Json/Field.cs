using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DaiHoi.Rules.Json;

/// <summary>One value of a document at its place. Each reading either gives the value, or tells what is wrong and gives null.</summary>
internal readonly partial record struct Field(JsonElement Element, Place Place, Reading Reading)
{
    public const int LongestText = 2_000;

    public Reading Refuse(Words message)
    {
        Reading.Refuse(Place.ToString(), message);
        return Reading;
    }

    public long? Integer(long least, long most)
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out var number) && number >= least && number <= most)
            return number;
        Refuse(
            new(
                $"phải là số nguyên từ {Say.Vi(least)} đến {Say.Vi(most)}",
                $"must be a whole number from {Say.En(least)} to {Say.En(most)}"
            )
        );
        return null;
    }

    public bool? Flag()
    {
        if (Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return Element.GetBoolean();
        Refuse(new("phải là true hoặc false", "must be true or false"));
        return null;
    }

    public string? Text(int longest = LongestText)
    {
        if (Element.ValueKind == JsonValueKind.String)
        {
            var text = TextOrNull(Element);
            if (!string.IsNullOrWhiteSpace(text) && text.Length <= longest)
            {
                if (!text.Any(IsUnseen))
                    return text;
                // Names go to terminals and into minutes: nothing in them may move the cursor or turn the line.
                Refuse(new("có ký tự điều khiển hoặc xuống dòng", "has a control character or a line break in it"));
                return null;
            }
        }
        Refuse(
            new(
                $"phải là chuỗi có chữ, dài nhất {Say.Vi(longest)} ký tự",
                $"must be a text of at most {Say.En(longest)} characters that is not empty"
            )
        );
        return null;
    }

    /// <summary>A letter that moves the cursor, turns the line or its direction, or has no width.</summary>
    public static bool IsUnseen(char letter) =>
        char.IsControl(letter)
        || letter is '\u2028' or '\u2029' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public T? Choice<T>()
        where T : struct, Enum
    {
        if (Element.ValueKind == JsonValueKind.String && Codes.TryRead<T>(TextOrNull(Element) ?? "", out var value))
            return value;
        var all = string.Join(", ", Codes.All<T>());
        Refuse(new($"phải là một trong: {all}", $"must be one of: {all}"));
        return null;
    }

    public DateOnly? Day()
    {
        if (
            Element.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(
                TextOrNull(Element),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return day;
        Refuse(new("phải là ngày dạng năm-tháng-ngày, ví dụ 2020-06-30", "must be a day as year-month-day, such as 2020-06-30"));
        return null;
    }

    /// <summary>The first day of a month that is written as 1965-09.</summary>
    public DateOnly? Month()
    {
        if (
            Element.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(
                TextOrNull(Element),
                "yyyy-MM",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var month
            )
        )
            return month;
        Refuse(new("phải là tháng dạng năm-tháng, ví dụ 1965-09", "must be a month as year-month, such as 1965-09"));
        return null;
    }

    /// <summary>"2/3" or "30%", not above the whole.</summary>
    public Fraction? Fraction()
    {
        if (
            Element.ValueKind == JsonValueKind.String
            && FractionForm().Match(TextOrNull(Element) ?? "") is { Success: true } match
        )
        {
            var part = long.Parse(match.Groups["part"].ValueSpan, CultureInfo.InvariantCulture);
            var whole = match.Groups["whole"] is { Success: true } group
                ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture)
                : 100;
            if (whole > 0 && part <= whole)
                return new(part, whole);
        }
        Refuse(
            new(
                "phải là phân số hoặc phần trăm không quá một, ví dụ \"2/3\", \"30%\"",
                "must be a fraction or a percentage of at most the whole, such as \"2/3\", \"30%\""
            )
        );
        return null;
    }

    /// <summary>The items of a list; none where the value is no list or too long.</summary>
    public IEnumerable<Field> Items(int most)
    {
        if (Element.ValueKind != JsonValueKind.Array || Element.GetArrayLength() > most)
        {
            Refuse(new($"phải là danh sách có nhiều nhất {Say.Vi(most)} mục", $"must be a list of at most {Say.En(most)} items"));
            yield break;
        }
        var index = 0;
        foreach (var item in Element.EnumerateArray())
            yield return new(item, Place.Item(index++), Reading);
    }

    /// <summary>An object, read key by key; keys that nobody asked for are refused.</summary>
    public T Object<T>(Func<Members, T> read)
    {
        var members = Members.Of(this);
        var value = read(members);
        members.RefuseOthers();
        return value;
    }

    // A lone surrogate is legal in JSON and no text.
    public static string? TextOrNull(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?<part>\d{1,9})(%|/(?<whole>\d{1,9}))\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FractionForm();
}
