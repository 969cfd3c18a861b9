namespace DaiHoi.Web.Platform.Text;

/// <summary>The words of a text that hold something beyond plain letters, and how many of them are Vietnamese spelling.</summary>
internal readonly record struct MarkedWords(int Marked, int Right, string Sample)
{
    private const int SampleLength = 60;

    public double Share => Marked == 0 ? 1 : (double)Right / Marked;

    /// <summary>Counts the words of clean text; a word is a run of letters, signs of Latin-1 and damage.</summary>
    public static MarkedWords In(string text)
    {
        var (marked, right) = (0, 0);
        var sample = "";
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text[at]))
                continue;
            var start = at;
            while (at < text.Length && IsPart(text[at]))
                at++;
            var word = text.AsSpan(start, at - start);
            if (!word.ContainsAnyExceptInRange('\0', '\u007F'))
                continue;
            if (marked++ == 0)
                sample = SampleFrom(text, start);
            if (VietnameseSyllable.Is(word))
                right++;
        }
        return new(marked, right, sample);
    }

    // «» are quotation marks of newspapers, and one of them is TCVN3's ô: inside a word it is a sign, at its edge a quote.
    // The reading that takes it wrongly loses on all the other words.
    private static bool IsPart(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark || IsSign(c);

    private static bool IsSign(char c) => c is (>= '\u00A1' and <= '\u00FF' and not '«' and not '»' and not '°') or '\uFFFD';

    private static string SampleFrom(string text, int start)
    {
        var end = Math.Min(text.Length, start + SampleLength);
        var line = text.AsSpan(start, end - start);
        var stop = line.IndexOfAny('\r', '\n', '<');
        return (stop < 0 ? line : line[..stop]).Trim().ToString();
    }
}
