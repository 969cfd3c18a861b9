using System.Text;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>The few pieces of HTML and text that the import writes and compares itself.</summary>
internal static class Markup
{
    /// <summary>Text as it stands between tags; Vietnamese letters stay as they are.</summary>
    public static string Text(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>
    /// Text without U+0338, the stroke through the sign before it: behind a tag that sign would be its bracket, and NFC
    /// makes one character of the two.
    /// </summary>
    public static string WithoutOverlay(string text) => text.Replace("\u0338", "");

    public static string Attribute(string value) => Text(value).Replace("\"", "&quot;");

    /// <summary>Runs of white space become one space, none at the ends.</summary>
    public static string FoldSpace(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return folded.ToString();
    }

    /// <summary>A pattern whose time to answer grows with the text only: old pages hold anything.</summary>
    public static Regex Pattern(string pattern) =>
        new(
            pattern,
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
        );
}
