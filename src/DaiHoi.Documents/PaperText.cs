using System.Globalization;
using System.Text;

namespace DaiHoi.Documents;

/// <summary>Words as a paper may carry them.</summary>
internal static class PaperText
{
    /// <summary>
    /// Composed (NFC), without what no printer knows: control characters, marks of direction, halves of characters, invisible
    /// spaces. Ends of lines and tabs become spaces.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
                continue;
            }
            if (char.IsSurrogate(c))
                continue;
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Control:
                case UnicodeCategory.LineSeparator:
                case UnicodeCategory.ParagraphSeparator:
                    if (c is '\n' or '\r' or '\t' or '\u2028' or '\u2029')
                        clean.Append(' ');
                    break;
                case UnicodeCategory.Format:
                case UnicodeCategory.PrivateUse:
                case UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    clean.Append(c);
                    break;
            }
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>"ngày 04 tháng 3 năm 2020": a zero before days below ten and the months 1 and 2; open where there is no day.</summary>
    public static string LongDay(DateOnly? day) =>
        day is { } on
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"ngày {on.Day:00} tháng {(on.Month <= 2 ? $"0{on.Month}" : $"{on.Month}")} năm {on.Year}"
            )
            : "ngày\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0tháng\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0năm\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";
}
