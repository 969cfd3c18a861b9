using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// Short lines between paragraphs: a sub-heading, or the caption of a photograph. In plain text the picture itself is
/// gone, and only the words tell one from the other.
/// </summary>
internal static class PhotoCaption
{
    private const int LongestCaption = 220;
    private const int LongestHeading = 150;

    // A heading names a matter in a few words; a caption says who does what where.
    private const int MostWordsOfHeading = 12;

    // Folded.
    private static readonly Regex SaysPicture = Markup.Pattern(
        @"\banh\s*:|\(anh\b|\banh tu lieu|\bquang canh\b|\btoan canh\b|\bchup anh\b|\btrong anh\b|\bchu tri (hoi nghi|buoi|cuoc)"
            + @"|\b(phat bieu|trao|tang|bo phieu|bieu quyet|ra mat|tham du|du|kiem tra|tham)\b.*\b(tai|cho|o) "
            + @"|\btai (hoi nghi|dai hoi|buoi|le|diem cau)\b"
    );
    private static readonly Regex Numbered = Markup.Pattern(@"^([ivx]{1,5}|\d{1,2}(\.\d{1,2})*|[a-hđ])\s?[.)/-]\s*\p{L}");

    /// <summary>A short line that does not end like a sentence.</summary>
    public static bool IsShortLine(string line) =>
        line.Length is > 1 and <= LongestCaption && line[^1] is not ('.' or '?' or '!' or '…' or ';' or ',' or ':' or '”' or '"');

    /// <summary>Whether a short line between paragraphs heads what follows.</summary>
    public static bool IsHeading(string line)
    {
        if (line.Length > LongestHeading)
            return false;
        if (IsCapitals(line))
            return true;
        var words = line.AsSpan().Count(' ') + 1;
        return !SaysPicture.IsMatch(Fold.Letters(line))
            && (words <= MostWordsOfHeading || (Numbered.IsMatch(line) && words <= 2 * MostWordsOfHeading));
    }

    /// <summary>"1. Kết quả", "II. NHIỆM VỤ": a number before it makes a line with any ending a heading.</summary>
    public static bool IsNumbered(string line) => Numbered.IsMatch(line);

    private static bool IsCapitals(string line) => line.Any(char.IsLetter) && !line.Any(char.IsLower);
}
