using System.Text;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

/// <summary>Writes text in the encodings of the time before Unicode. Only tests do that.</summary>
internal static class OldSigns
{
    public const string LowerLetters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    public static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    public static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    /// <summary>TCVN3 signs as Latin-1 characters; marked capitals that it lacks become small.</summary>
    public static string Tcvn3Signs(string text)
    {
        var signs = Tcvn3.Letters.ToDictionary(pair => pair.Value, pair => pair.Key);
        return string.Concat(
            text.Normalize()
                .Select(c =>
                    signs.TryGetValue(c, out var sign) ? sign
                    : c > 127 && signs.TryGetValue(char.ToLowerInvariant(c), out var small) ? small
                    : c
                )
        );
    }

    public static string VniSigns(string text)
    {
        var singles = Vni.Single.ToDictionary(pair => pair.Value, pair => pair.Key);
        var afterLetter = Vni.Tones.Concat(Vni.Hats).Concat(Vni.Bows).ToLookup(pair => pair.Value, pair => pair.Key);
        var signs = new StringBuilder();
        foreach (var c in text.Normalize())
        {
            if (c < 128 || char.IsPunctuation(c))
                signs.Append(c);
            else if (singles.TryGetValue(c, out var single))
                signs.Append(single);
            else
                AppendPair(c);
        }
        return signs.ToString();

        void AppendPair(char c)
        {
            // Ơ and Ư have their own signs and take a tone; â, ê, ô, ă write hat and tone together.
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            var horned = parts.Contains('\u031B');
            var letter = horned ? singles[$"{parts[0]}\u031B".Normalize()[0]] : parts[0];
            var marks = parts[1..].Replace("\u031B", "");
            var order = string.Concat(marks.OrderBy(mark => mark is '\u0302' or '\u0306' ? 0 : 1));
            var sign = afterLetter[order].First();
            signs.Append(letter).Append(char.IsUpper(c) ? char.ToUpperInvariant(sign) : sign);
        }
    }

    public static byte[] Tcvn3Bytes(string text) => Western.GetBytes(Tcvn3Signs(text));

    public static byte[] VniBytes(string text) => Western.GetBytes(VniSigns(text));

    /// <summary>windows-1258: letters with hat or horn, tones behind them as signs of their own.</summary>
    public static byte[] Windows1258Bytes(string text)
    {
        var parts = new StringBuilder();
        foreach (var c in text.Normalize())
        {
            var split = c.ToString().Normalize(NormalizationForm.FormD);
            var tones = string.Concat(split.Where(part => VietnameseSyllable.ToneOf(part) != Tone.None));
            var letter = string.Concat(split.Where(part => VietnameseSyllable.ToneOf(part) == Tone.None)).Normalize();
            parts.Append(letter).Append(tones);
        }
        return Windows1258.GetBytes(parts.ToString());
    }
}
