using System.Text;
using System.Text.Unicode;

namespace DaiHoi.Web.Platform.Text;

/// <summary>
/// Reads files of the time before Unicode: TCVN3 (ABC), VNI and windows-1258 beside UTF-8 and, with its mark, UTF-16.
/// Every reading is tried and judged by how many of its words with marks are written as Vietnamese words can be.
/// </summary>
public static class LegacyEncoding
{
    /// <summary>
    /// Share of words with marks that must come out right before a reading is taken without a person's word, and it must
    /// be the highest of all readings. Right readings of newspapers reach 0.97 and more, wrong ones stay below 0.5.
    /// </summary>
    public const double DecisionShare = 0.9;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    /// <summary>The text of <paramref name="bytes"/>, in the chosen encoding or in the one that the bytes speak for.</summary>
    /// <param name="mend">applied to each reading of old signs before they are turned into letters; a page's character
    /// references, for example</param>
    /// <returns>the best reading; whether it may be used says <see cref="TextReading.Decided"/></returns>
    public static TextReading Read(ReadOnlySpan<byte> bytes, EncodingChoice choice, Func<string, string>? mend = null)
    {
        if (Marked(bytes) is { } marked)
            return marked;
        mend ??= static text => text;
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        var isUtf8 = Utf8.IsValid(bytes);
        var utf8 = Encoding.UTF8.GetString(bytes);
        return choice switch
        {
            EncodingChoice.Utf8 => Chosen(utf8, "utf-8"),
            EncodingChoice.Windows1258 => Chosen(Windows1258.GetString(bytes), "windows-1258"),
            EncodingChoice.Tcvn3 => Chosen(Tcvn3.Read(mend(Signs(bytes, isUtf8, utf8))), "tcvn3"),
            EncodingChoice.Vni => Chosen(Vni.Read(mend(Signs(bytes, isUtf8, utf8))), "vni"),
            EncodingChoice.Auto => isUtf8 ? OfUtf8(utf8, mend) : OfBytes(bytes, utf8, mend),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, null),
        };
    }

    // A byte order mark is the file's own word, and nothing else begins like it.
    private static TextReading? Marked(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, ..] => Chosen(Encoding.Unicode.GetString(bytes[2..]), "utf-16"),
            [0xFE, 0xFF, ..] => Chosen(Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16"),
            _ => null,
        };

    /// <summary>
    /// Valid UTF-8 is what it says; the question is only whether its letters are old signs that somebody's program took
    /// for Latin letters. Text with letters of U+1EA0–U+1EF9 is none of that.
    /// </summary>
    private static TextReading OfUtf8(string valid, Func<string, string> mend)
    {
        var plain = Judge(valid, "utf-8");
        if (plain.Words.Marked == 0 || valid.AsSpan().ContainsAnyInRange('\u1EA0', '\u1EF9'))
            return plain.Reading(decided: true);
        var signs = mend(valid);
        var best = Better(Judge(Tcvn3.Read(signs), "tcvn3 in utf-8"), Judge(Vni.Read(signs), "vni in utf-8"));
        if (best.Words.Right <= plain.Words.Right || best.Words.Share <= plain.Words.Share)
            return plain.Reading(decided: true);
        return best.Reading(best.Words.Share >= DecisionShare);
    }

    private static TextReading OfBytes(ReadOnlySpan<byte> bytes, string damaged, Func<string, string> mend)
    {
        var signs = Western.GetString(bytes);
        var mended = mend(signs);
        var best = Better(Judge(damaged, "utf-8"), Judge(Windows1258.GetString(bytes), "windows-1258"));
        best = Better(best, Judge(Tcvn3.Read(mended), "tcvn3"));
        best = Better(best, Judge(Vni.Read(mended), "vni"));
        return best.Reading(best.Words.Marked > 0 && best.Words.Share >= DecisionShare);
    }

    // On a tie the earlier one stays: it has the stronger evidence in its bytes.
    private static Judged Better(Judged one, Judged other) => other.Words.Share > one.Words.Share ? other : one;

    private static TextReading Chosen(string text, string encoding) => Judge(text, encoding).Reading(decided: true);

    private static Judged Judge(string text, string encoding)
    {
        var clean = Fold.Clean(text);
        return new(clean, encoding, MarkedWords.In(clean));
    }

    // A file of old signs is one byte a sign, or UTF-8 that a later program made of them.
    private static string Signs(ReadOnlySpan<byte> bytes, bool isUtf8, string utf8) => isUtf8 ? utf8 : Western.GetString(bytes);

    private readonly record struct Judged(string Text, string Encoding, MarkedWords Words)
    {
        public TextReading Reading(bool decided) =>
            new(
                Text,
                Encoding,
                Words.Share,
                decided,
                Text.AsSpan().Count('\uFFFD'),
                Encoding.StartsWith("tcvn3", StringComparison.Ordinal),
                Words.Sample
            );
    }
}
