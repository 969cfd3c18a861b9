using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Ui;

/// <summary>The words of the interface, from <c>Ui/Texts/&lt;Room&gt;.{vi,en}.json</c>; the one source for both languages.</summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> words;

    private Texts(string language)
    {
        English = language == "en";
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(Texts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (
                !name.StartsWith("Texts/", StringComparison.Ordinal)
                || !name.EndsWith($".{language}.json", StringComparison.Ordinal)
            )
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            foreach (var entry in json.RootElement.EnumerateObject())
                found.Add(entry.Name, Fold.Clean(entry.Value.GetString()!));
        }
        words = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Texts Vietnamese { get; } = new("vi");
    public static Texts InEnglish { get; } = new("en");

    public bool English { get; }
    public CultureInfo Culture => English ? Formats.English : Formats.Vietnamese;

    /// <summary>Every key; both languages have the same.</summary>
    public IEnumerable<string> Keys => words.Keys;

    /// <summary>The words under a key.</summary>
    /// <exception cref="KeyNotFoundException">nobody has written them</exception>
    public string this[string key] =>
        words.TryGetValue(key, out var text)
            ? text
            : throw new KeyNotFoundException($"No text «{key}» in {(English ? "en" : "vi")}");

    /// <summary>The words under a key that is put together from data; null where nobody has written them.</summary>
    public string? Find(string key) => words.GetValueOrDefault(key);

    /// <summary>The words under a key with values put in for {0}, {1} …</summary>
    public string this[string key, params ReadOnlySpan<object?> values] => string.Format(Culture, this[key], values);

    public static Texts In(bool english) => english ? InEnglish : Vietnamese;
}
