using System.Globalization;
using System.Text;

namespace DaiHoi.Web.Portal.Search;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Start">index of its first character</param>
/// <param name="End">index after its last</param>
internal readonly record struct Word(int Start, int End, Spelling Spelling);

/// <summary>Takes text apart into words: runs of letters and digits with their marks. 35-CT/TW is three.</summary>
internal static class Words
{
    public static List<Word> In(string text)
    {
        var words = new List<Word>(text.Length / 5 + 1);
        var at = 0;
        while (at < text.Length)
        {
            if (!Begins(text, at, out var length))
            {
                at += length;
                continue;
            }
            var start = at;
            do at += length;
            while (at < text.Length && GoesOn(text, at, out length));
            var spelling = Spelling.Of(text.AsSpan(start, at - start));
            if (spelling.Folded.Length > 0)
                words.Add(new Word(start, at, spelling));
        }
        return words;
    }

    private static bool Begins(string text, int at, out int length)
    {
        length = 1;
        var c = text[at];
        if (!char.IsSurrogate(c))
            return char.IsLetterOrDigit(c);
        // A lone surrogate is damage, and parts words.
        if (!Rune.TryGetRuneAt(text, at, out var rune))
            return false;
        length = rune.Utf16SequenceLength;
        return Rune.IsLetterOrDigit(rune);
    }

    private static bool GoesOn(string text, int at, out int length) =>
        Begins(text, at, out length)
        || CharUnicodeInfo.GetUnicodeCategory(text, at)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format;
}
