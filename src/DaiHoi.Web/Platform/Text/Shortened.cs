namespace DaiHoi.Web.Platform.Text;

/// <summary>The beginning of a text, where the whole has no room.</summary>
public static class Shortened
{
    /// <summary>The text, or as many whole words of it as fit, with "…" behind them.</summary>
    /// <param name="most">characters without the sign</param>
    public static string Of(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most);
        return string.Concat(text.AsSpan(0, end > 0 ? end : most), "…");
    }
}
