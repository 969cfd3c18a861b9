using System.Globalization;
using System.Text;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Vietnamese text brought to the forms that comparison needs.</summary>
public static class Fold
{
    /// <summary>
    /// Text as DaiHoi keeps it: NFC, the look-alikes of Đ (U+00D0, U+0189) mended, no-break spaces plain, characters
    /// without width and control characters gone, and those that are none; the private-use marks of live numbers cannot be
    /// written. Every text passes through here once, where it enters the program.
    /// </summary>
    public static string Clean(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u00D0' or '\u0189':
                    builder.Append('Đ');
                    break;
                case '\u0256':
                    builder.Append('đ');
                    break;
                case '\u00A0' or '\u202F' or '\u2007':
                    builder.Append(' ');
                    break;
                case < ' ' and not ('\t' or '\n' or '\r'):
                case >= '\uE000' and <= '\uE00F' or >= '\uFFFE':
                case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u007F':
                    break;
                default:
                    // A lone surrogate has no normal form and no bytes: it is shown as what it is, damage.
                    builder.Append(c);
                    break;
            }
        }
        return WithoutLoneSurrogates(builder).Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The letters without marks and case: "Đảng uỷ" and "ĐẢNG ỦY" are both "dang uy". đ has no decomposition in
    /// Unicode, so it is folded by hand.
    /// </summary>
    public static string Letters(string text)
    {
        // Lower case after taking apart: İ is one letter whose small form is none of its own.
        var decomposed = Clean(text).Normalize(NormalizationForm.FormD).ToLowerInvariant().Replace('đ', 'd');
        var builder = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                builder.Append(c);
        }
        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string WithoutLoneSurrogates(StringBuilder builder)
    {
        for (var i = 0; i < builder.Length; i++)
        {
            if (!char.IsSurrogate(builder[i]))
                continue;
            if (char.IsHighSurrogate(builder[i]) && i + 1 < builder.Length && char.IsLowSurrogate(builder[i + 1]))
                i++;
            else
                builder[i] = '\uFFFD';
        }
        return builder.ToString();
    }
}
