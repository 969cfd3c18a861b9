using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Portal.Search;

/// <summary>
/// A word in the two forms that are indexed. <see cref="Exact"/> keeps the accents, but the tone stands after the letters,
/// so that hoà and hòa are one word. <see cref="Folded"/> is without accents, đ as d.
/// </summary>
internal sealed record Spelling(string Folded, string Exact)
{
    private const int MaximumLength = 64;

    // Vietnamese has some 7,000 syllables. They are folded once; what comes after this many different words is folded anew
    // each time, so that hostile text cannot grow the table.
    private const int Remembered = 16_384;
    private static readonly ConcurrentDictionary<string, Spelling> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Spelling>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int remembered;

    public bool HasAccents { get; } = !string.Equals(Folded, Exact, StringComparison.Ordinal);

    public static Spelling Of(ReadOnlySpan<char> word)
    {
        if (KnownBySpan.TryGetValue(word, out var known))
            return known;
        var text = word.ToString();
        var spelling = new Spelling(Cut(Fold.Letters(text)), Cut(WithToneLast(text)));
        if (word.Length <= MaximumLength && Volatile.Read(ref remembered) < Remembered && Known.TryAdd(text, spelling))
            Interlocked.Increment(ref remembered);
        return spelling;
    }

    private static string WithToneLast(string word)
    {
        var letters = new StringBuilder(word.Length);
        var tones = new StringBuilder();
        foreach (var c in Fold.Clean(word).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
                tones.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
                letters.Append(c);
        }
        return letters.ToString().Normalize(NormalizationForm.FormC) + tones;
    }

    private static string Cut(string term)
    {
        if (term.Length <= MaximumLength)
            return term;
        return term[..(char.IsHighSurrogate(term[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength)];
    }
}
