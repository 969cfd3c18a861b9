using System.Collections.Frozen;
using System.Text;

namespace DaiHoi.Rules;

/// <summary>The words of files for the values of an enumeration: <c>strike-out</c> for <c>StrikeOut</c>.</summary>
public static class Codes
{
    public static string Code<T>(this T value)
        where T : struct, Enum => Of<T>.Names[value];

    internal static bool TryRead<T>(string code, out T value)
        where T : struct, Enum => Of<T>.Values.TryGetValue(code, out value);

    internal static IEnumerable<string> All<T>()
        where T : struct, Enum => Of<T>.Names.Values.Order(StringComparer.Ordinal);

    internal static string Written(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }
        return code.ToString();
    }

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
            .ToFrozenDictionary(value => value, value => Written(value.ToString()));

        public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );
    }
}
