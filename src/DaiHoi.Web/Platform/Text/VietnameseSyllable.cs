using System.Collections.Frozen;
using System.Text;

namespace DaiHoi.Web.Platform.Text;

/// <summary>The five written tones, in the order of the dictionaries.</summary>
internal enum Tone
{
    None,
    Huyen,
    Hoi,
    Nga,
    Sac,
    Nang,
}

/// <summary>
/// Whether a word can be a written Vietnamese syllable: first consonant, vowels with at most one tone, last consonant.
/// It knows the spelling, no dictionary; words of other languages and badly decoded text almost never pass.
/// </summary>
internal static class VietnameseSyllable
{
    private static readonly FrozenSet<string> Firsts = FrozenSet.Create(
        StringComparer.Ordinal,
        "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".Split(' ')
    );

    private static readonly FrozenSet<string> Vowels = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uă ue uê ui uo uô uơ uy "
            + "ưa ưi ươ ưu yê iêu oai oao oay oeo uai uay uao uây uôi uya uyê uyu uêu ươi ươu yêu"
        ).Split(' ')
    );

    // k: Đắk Lắk, Đắk Nông.
    private static readonly FrozenSet<string> Lasts = FrozenSet.Create(StringComparer.Ordinal, "c ch k m n ng nh p t".Split(' '));

    /// <param name="word">letters only, any case, composed or not</param>
    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > 16)
            return false;
        var letters = new StringBuilder(word.Length);
        var tones = 0;
        foreach (var c in word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (ToneOf(c) != Tone.None)
                tones++;
            else
                letters.Append(c);
        }
        return tones <= 1 && IsSpelled(letters.ToString().Normalize(NormalizationForm.FormC));
    }

    /// <summary>The tone that a combining mark writes; <see cref="Tone.None"/> for anything else.</summary>
    public static Tone ToneOf(char mark) =>
        mark switch
        {
            '\u0300' or '\u0340' => Tone.Huyen,
            '\u0309' => Tone.Hoi,
            '\u0303' => Tone.Nga,
            '\u0301' or '\u0341' => Tone.Sac,
            '\u0323' => Tone.Nang,
            _ => Tone.None,
        };

    private static bool IsSpelled(string letters)
    {
        for (var first = Math.Min(3, letters.Length - 1); first >= 0; first--)
        {
            if (first > 0 && !Firsts.Contains(letters[..first]))
                continue;
            for (var last = 0; last <= 2 && first + last < letters.Length; last++)
            {
                if (last > 0 && !Lasts.Contains(letters[^last..]))
                    continue;
                if (Vowels.Contains(letters[first..^last]))
                    return true;
            }
        }
        return false;
    }
}
