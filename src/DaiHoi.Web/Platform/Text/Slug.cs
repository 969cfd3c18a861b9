using System.Text;

namespace DaiHoi.Web.Platform.Text;

/// <summary>The readable part of an address.</summary>
public static class Slug
{
    public const int MaximumLength = 80;

    /// <summary>
    /// Folded text with everything but a–z and 0–9 turned into "-", at most 80 characters, cut at a word. Empty text, or
    /// text without a letter, gives "bai".
    /// </summary>
    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in Fold.Letters(text))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                builder.Append(c);
            else if (builder.Length > 0 && builder[^1] != '-')
                builder.Append('-');
        }
        var slug = builder.ToString().Trim('-');
        if (slug.Length > MaximumLength)
        {
            var cut = slug.LastIndexOf('-', MaximumLength);
            slug = cut > 0 ? slug[..cut] : slug[..MaximumLength];
        }
        return slug.Length == 0 ? "bai" : slug;
    }
}
