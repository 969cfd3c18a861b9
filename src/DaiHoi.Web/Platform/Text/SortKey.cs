using System.Text;

namespace DaiHoi.Web.Platform.Text;

/// <summary>
/// A key that sorts, byte by byte, as Vietnamese dictionaries do: syllable by syllable; in a syllable first the letters
/// (a ă â b c d đ e ê …), then the tone (none, huyền, hỏi, ngã, sắc, nặng). SQLite (BINARY), PostgreSQL (COLLATE "C") and
/// ordinal comparison give the same order, because the key is ASCII for all Latin text.
/// </summary>
public static class SortKey
{
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    // Below every digit and letter, so that the shorter syllable comes first; the gap between syllables is lower still.
    private const char BeforeTone = '!';
    private const char Gap = ' ';

    /// <summary>The key of a text; case, punctuation and the place of the tone in the syllable (hoà, hòa) do not count.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length + 16);
        var tones = new StringBuilder(4);
        var inSyllable = false;
        // Some letters are one character only when they are small (ẙ), so the small text is composed again.
        foreach (var c in Fold.Clean(Fold.Clean(text).ToLowerInvariant()))
        {
            if (char.IsLetterOrDigit(c))
            {
                if (!inSyllable && key.Length > 0)
                    key.Append(Gap);
                inSyllable = true;
                AppendLetter(c, key, tones);
            }
            else if (inSyllable && !char.IsSurrogate(c))
            {
                EndSyllable(key, tones);
                inSyllable = false;
            }
        }
        if (inSyllable)
            EndSyllable(key, tones);
        return key.ToString();
    }

    private static void EndSyllable(StringBuilder key, StringBuilder tones)
    {
        key.Append(BeforeTone).Append(tones.Length == 0 ? "0" : tones.ToString());
        tones.Clear();
    }

    private static void AppendLetter(char letter, StringBuilder key, StringBuilder tones)
    {
        if (Alphabet.Contains(letter))
        {
            key.Append(Code(letter));
            return;
        }
        var hatted = new StringBuilder(4);
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
        {
            var tone = VietnameseSyllable.ToneOf(part);
            if (tone != Tone.None)
                tones.Append((char)('0' + (int)tone));
            else
                hatted.Append(part);
        }
        var plain = hatted.ToString().Normalize(NormalizationForm.FormC);
        // A letter of another language stands with its plain letter, or behind z where it has none.
        key.Append(
            Alphabet.Contains(plain[0]) ? Code(plain[0])
            : Alphabet.Contains(hatted[0]) ? Code(hatted[0])
            : plain[0]
        );
    }

    private static char Code(char letter) => (char)('A' + Alphabet.IndexOf(letter, StringComparison.Ordinal));
}
