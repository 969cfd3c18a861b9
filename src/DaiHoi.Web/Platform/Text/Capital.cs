using System.Globalization;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Words at the beginning of a line: their first letter is a capital.</summary>
public static class Capital
{
    public static string Of(string words) =>
        words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
}
