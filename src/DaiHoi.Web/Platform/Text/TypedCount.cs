using System.Globalization;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Reads a number of people or papers as it was typed: "250", "1.250", "1,250".</summary>
public static partial class TypedCount
{
    private const long Most = 1_000_000_000;

    /// <returns>null for nothing, and for what is no whole number from 0 to a milliard: "1.5" is none</returns>
    public static long? Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (Grouped().IsMatch(text))
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most
            ? number
            : null;
    }

    // A point or a comma stands before three digits, all through the number; else it is one of a fraction.
    [GeneratedRegex("^[0-9]{1,3}(?:(?:\\.[0-9]{3})+|(?:,[0-9]{3})+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouped();
}
