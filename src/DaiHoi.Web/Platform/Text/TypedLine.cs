namespace DaiHoi.Web.Platform.Text;

/// <summary>Reads what somebody typed into a field of one line, or of several.</summary>
public static class TypedLine
{
    /// <returns>composed and clean (<see cref="Fold.Clean"/>), without spaces around it; null for nothing</returns>
    public static string? Of(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Fold.Clean(typed).Trim();
}
