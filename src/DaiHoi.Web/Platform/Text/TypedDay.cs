using System.Globalization;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Reads a day as people and spreadsheets write it in a field or a cell: the day stands before the month, or it is ISO.</summary>
public static class TypedDay
{
    private const string Midnight = " 00:00:00";

    private static readonly string[] Forms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <param name="typed">2/3/2020, 02/03/2020, 2-3-2020, 2.3.2020, 2020-03-02; a spreadsheet adds midnight</param>
    /// <returns>null for nothing, for any other text, and for a day that does not exist</returns>
    public static DateOnly? Of(string? typed)
    {
        var text = typed.AsSpan().Trim();
        if (text.EndsWith(Midnight, StringComparison.Ordinal))
            text = text[..^Midnight.Length];
        return DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
