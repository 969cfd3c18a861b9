using System.Collections.Frozen;
using System.Text;

namespace DaiHoi.Web.Platform.Text;

/// <summary>
/// VNI-Windows: the plain letter followed by one sign for hat and tone together ("chaøo" is chào), a few letters as one
/// sign. Small and capital letters have their own signs, so no case is lost.
/// </summary>
internal static class Vni
{
    private const string Grave = "\u0300";
    private const string Acute = "\u0301";
    private const string Hook = "\u0309";
    private const string Tilde = "\u0303";
    private const string Dot = "\u0323";
    private const string Hat = "\u0302";
    private const string Breve = "\u0306";

    /// <summary>Letters that are one sign.</summary>
    public static readonly FrozenDictionary<char, char> Single = "ñđ ôơ öư ìì íí æỉ óĩ òị îỵ ÑĐ ÔƠ ÖƯ ÌÌ ÍÍ ÆỈ ÓĨ ÒỊ ÎỴ"
        .Split(' ')
        .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Signs after a vowel that write a tone only.</summary>
    public static readonly FrozenDictionary<char, string> Tones = new Dictionary<char, string>
    {
        ['ø'] = Grave,
        ['ù'] = Acute,
        ['û'] = Hook,
        ['õ'] = Tilde,
        ['ï'] = Dot,
    }.ToFrozenDictionary();

    /// <summary>Signs after a, e, o that write the hat of â, ê, ô with its tone.</summary>
    public static readonly FrozenDictionary<char, string> Hats = new Dictionary<char, string>
    {
        ['â'] = Hat,
        ['à'] = Hat + Grave,
        ['á'] = Hat + Acute,
        ['å'] = Hat + Hook,
        ['ã'] = Hat + Tilde,
        ['ä'] = Hat + Dot,
    }.ToFrozenDictionary();

    /// <summary>Signs after a that write the bow of ă with its tone.</summary>
    public static readonly FrozenDictionary<char, string> Bows = new Dictionary<char, string>
    {
        ['ê'] = Breve,
        ['è'] = Breve + Grave,
        ['é'] = Breve + Acute,
        ['ú'] = Breve + Hook,
        ['ü'] = Breve + Tilde,
        ['ë'] = Breve + Dot,
    }.ToFrozenDictionary();

    /// <summary>Reads signs that were taken for Latin-1.</summary>
    public static string Read(string latin)
    {
        var text = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            text.Append(Single.GetValueOrDefault(latin[i], latin[i]));
            if (i + 1 < latin.Length && MarksOf(latin[i], latin[i + 1]) is { } marks)
            {
                text.Append(marks);
                i++;
            }
        }
        return Fold.Clean(text.ToString());
    }

    private static string? MarksOf(char letter, char sign)
    {
        sign = char.ToLowerInvariant(sign);
        return char.ToLowerInvariant(letter) switch
        {
            'a' => Tones.GetValueOrDefault(sign) ?? Hats.GetValueOrDefault(sign) ?? Bows.GetValueOrDefault(sign),
            'e' or 'o' => Tones.GetValueOrDefault(sign) ?? Hats.GetValueOrDefault(sign),
            'u' or 'y' or 'ô' or 'ö' => Tones.GetValueOrDefault(sign),
            _ => null,
        };
    }
}
