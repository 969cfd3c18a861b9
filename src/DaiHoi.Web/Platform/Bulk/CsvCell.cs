namespace DaiHoi.Web.Platform.Bulk;

/// <summary>A text as a cell of CSV.</summary>
public static class CsvCell
{
    /// <summary>In quotes where a comma, a semicolon, a quote or the end of a line would part it.</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
