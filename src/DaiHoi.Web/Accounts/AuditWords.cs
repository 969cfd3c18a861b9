using System.Globalization;
using System.Text.Json;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Accounts;

/// <summary>
/// What was done, in words; and what it was before and after, side by side. The words stand in Ui/Texts/Audit: "deed-" with
/// the deed as the log has it, "value-" with the name of a value, "said-" with a state or an answer.
/// </summary>
internal static class AuditWords
{
    private const string OfDeed = "deed-";
    private const string OfValue = "value-";
    private const string OfSaid = "said-";

    /// <summary>The deeds of the program, as they stand in the log, for the field that asks for one.</summary>
    public static readonly string[] Known =
    [
        .. Texts
            .Vietnamese.Keys.Where(key => key.StartsWith(OfDeed, StringComparison.Ordinal))
            .Select(key => key[OfDeed.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The deed in words; one that nobody has put into words stays as it is written.</summary>
    public static string Of(string action, Texts t) => t.Find(OfDeed + action) ?? action;

    /// <summary>Each value by its name in words; null where there was none. A side that is no object stands under no name.</summary>
    public static List<(string Name, string? Before, string? After)> Changes(
        string? before,
        string? after,
        Texts t,
        SiteClock clock
    )
    {
        var (old, now) = (Values(before), Values(after));
        return
        [
            .. old
                .Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(name => (NameOf(name, t), Said(old, name, t, clock), Said(now, name, t, clock))),
        ];
    }

    /// <summary>The names of values, at any depth, that stand in the log as the program writes them: nobody has put them into words.</summary>
    public static IEnumerable<string> Unnamed(string? json) =>
        Values(json)
            .SelectMany(value => NamesWithin(value.Key, value.Value))
            .Where(name => name.Length > 0 && Texts.Vietnamese.Find(OfValue + name) is null);

    private static IEnumerable<string> NamesWithin(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(part => NamesWithin(part.Name, part.Value)).Prepend(name),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(part => NamesWithin(name, part)).Prepend(name),
            _ => [name],
        };

    private static string NameOf(string name, Texts t) => t.Find(OfValue + name) ?? name;

    private static string? Said(Dictionary<string, JsonElement> values, string name, Texts t, SiteClock clock) =>
        values.TryGetValue(name, out var value) ? Said(name, value, t, clock) : null;

    private static string Said(string name, JsonElement value, Texts t, SiteClock clock) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Said(name, value.GetString()!, t, clock),
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(part => Said(name, part, t, clock))),
            JsonValueKind.Object => string.Join(
                ", ",
                value.EnumerateObject().Select(part => $"{NameOf(part.Name, t)}: {Said(part.Name, part.Value, t, clock)}")
            ),
            JsonValueKind.True or JsonValueKind.False => t.Find(OfSaid + value.GetRawText())!,
            JsonValueKind.Null => "–",
            _ => value.GetRawText(),
        };

    // Days and moments stand in the log as JSON has them.
    private static string Said(string name, string text, Texts t, SiteClock clock)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Formats.Day(day);
        if (
            text.Length > 18
            && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        )
            return Formats.Moment(clock.ToSite(at.UtcDateTime));
        return name switch
        {
            "role" when Enum.TryParse<Role>(text, out var role) => RoleWords.Of(role, t),
            "status" or "means" or "block" or "columns" => t.Find(OfSaid + text) ?? text,
            _ => text,
        };
    }

    private static Dictionary<string, JsonElement> Values(string? json)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (json is null)
            return values;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                foreach (var value in document.RootElement.EnumerateObject())
                    values[value.Name] = value.Value.Clone();
            else
                values[""] = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // What was too long was cut when it was written.
            values[""] = JsonSerializer.SerializeToElement(json);
        }
        return values;
    }
}
