using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace DaiHoi.Web.Platform.Text;

/// <summary>
/// TCVN 5712 as the .Vn fonts use it ("ABC"): one sign for each of 74 letters, the rest as in Latin-1. The marked
/// capitals beyond Ă Â Đ Ê Ô Ơ Ư exist only as fonts that draw small letters as capitals, so their case is lost.
/// </summary>
internal static class Tcvn3
{
    // The sign and its letter, in the order of TCVN 5712. U+00AD is ư, and invisible in most editors: it is written out.
    private const string Pairs =
        "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00ADư ®đ "
        + "µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ "
        + "Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị "
        + "ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ "
        + "ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ";

    private static readonly SearchValues<char> Between = SearchValues.Create(" ,.-–\"“”()");

    /// <summary>Sign to letter, all 74.</summary>
    public static readonly FrozenDictionary<char, char> Letters = Pairs
        .Split(' ')
        .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Reads signs that were taken for Latin-1. Words that are clearly written in capitals get them back.</summary>
    public static string Read(string latin)
    {
        var text = new StringBuilder(latin.Length);
        foreach (var c in latin)
            text.Append(Letters.GetValueOrDefault(c, c));
        RaiseCapitals(text);
        return text.ToString();
    }

    // "§¶NG Bé" was typed with the capitals on: the plain letters say so, the marked ones cannot. A word with at least
    // two plain capitals and no plain small letter is raised, and a word with one capital between such words.
    private static void RaiseCapitals(StringBuilder text)
    {
        var characters = text.ToString();
        var words = WordsOf(characters);
        var raised = words.ConvertAll(word => word.Capitals >= 2 && !word.HasSmall);
        for (var i = 0; i < words.Count; i++)
        {
            // A line begins with a capital anyway, so its first word tells nothing; its last one goes with the one before.
            var between =
                i > 0 && !words[i].BeginsLine && raised[i - 1] && (words[i].EndsLine || (i + 1 < words.Count && raised[i + 1]));
            if (!raised[i] && (words[i].HasSmall || words[i].Capitals == 0 || !between))
                continue;
            for (var at = words[i].Start; at < words[i].End; at++)
                text[at] = char.ToUpperInvariant(characters[at]);
        }
    }

    private static List<Word> WordsOf(string characters)
    {
        var words = new List<Word>();
        for (var at = 0; at < characters.Length; at++)
        {
            if (!char.IsLetter(characters[at]))
                continue;
            var start = at;
            var (capitals, small) = (0, false);
            for (; at < characters.Length && char.IsLetter(characters[at]); at++)
            {
                if (char.IsAsciiLetterUpper(characters[at]))
                    capitals++;
                small |= char.IsAsciiLetterLower(characters[at]);
            }
            words.Add(new(start, at, capitals, small, BeginsLine(characters, start), EndsLine(characters, at)));
        }
        return words;
    }

    // Tags of a page part words as ends of lines do.
    private static bool BeginsLine(string characters, int start)
    {
        var before = characters.AsSpan(0, start).LastIndexOfAnyExcept(Between);
        return before < 0 || characters[before] is '\r' or '\n' or '>';
    }

    private static bool EndsLine(string characters, int end)
    {
        var behind = characters.AsSpan(end).IndexOfAnyExcept(Between);
        return behind < 0 || characters[end + behind] is '\r' or '\n' or '<';
    }

    private readonly record struct Word(int Start, int End, int Capitals, bool HasSmall, bool BeginsLine, bool EndsLine);
}
