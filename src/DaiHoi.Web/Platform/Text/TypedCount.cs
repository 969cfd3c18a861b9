using System.Globalization;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Reads a number of people or papers as it was typed: "250", "1.250".</summary>
public static class TypedCount
{
    private const long Most = 1_000_000_000;

    /// <returns>null for nothing, and for what is no number from 0 to a milliard</returns>
    public static long? Of(string? typed) =>
        long.TryParse(
            (typed ?? "").Trim().Replace(".", "", StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number <= Most
            ? number
            : null;
}
