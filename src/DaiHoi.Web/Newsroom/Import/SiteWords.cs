using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Words that old portals put around an article: told from the article's own by being a whole line.</summary>
internal static class SiteWords
{
    // Folded.
    private static readonly FrozenSet<string> Tools = FrozenSet.Create(
        StringComparer.Ordinal,
        "in trang",
        "in bai",
        "in bai viet",
        "in tin",
        "ban in",
        "ban de in",
        "in",
        "print",
        "email",
        "gui email",
        "gui mail",
        "gui bai viet",
        "gui bai viet qua email",
        "gui tin qua email",
        "gioi thieu bai viet cho ban be",
        "chia se",
        "share",
        "facebook",
        "zalo",
        "twitter",
        "tweet",
        "luu bai viet",
        "luu ra file",
        "luu tin",
        "co chu",
        "co chu:",
        "a- a a+",
        "a-",
        "a",
        "a+",
        "tang co chu",
        "giam co chu",
        "xem voi co chu",
        "mac dinh",
        "nghe bai viet",
        "doc bai viet",
        "danh gia bai viet",
        "quay lai",
        "tro ve",
        "ve dau trang",
        "len dau trang",
        "phan hoi",
        "xem tiep",
        "chi tiet"
    );

    private static readonly FrozenSet<string> Related = FrozenSet.Create(
        StringComparer.Ordinal,
        "tin lien quan",
        "cac tin lien quan",
        "bai viet lien quan",
        "tin bai lien quan",
        "cac tin khac",
        "tin khac",
        "cac bai khac",
        "cac bai viet khac",
        "bai viet khac",
        "tin cung chuyen muc",
        "bai cung chuyen muc",
        "cung chuyen muc",
        "nhung tin moi hon",
        "nhung tin cu hon",
        "tin moi hon",
        "tin cu hon",
        "cac tin da dua",
        "tin da dua",
        "cac tin moi",
        "y kien ban doc",
        "binh luan",
        "tong so diem cua bai viet la",
        "theo dong su kien",
        "tin doc nhieu",
        "tin moi nhat",
        "tin xem nhieu"
    );

    private static readonly Regex PrintBehind = Markup.Pattern(
        @"\s+[|\[(]?\s*(in trang|in bài viết|in bài|bản in|print)\s*[\])]?$"
    );
    private static readonly Regex ViewsIn = Markup.Pattern(
        @"(số\s+)?(lượt\s+(xem|đọc|truy cập)|đã xem|số lần xem|xem)\s*:\s*(?<n>\d[\d.,]*)(\s*lượt)?"
    );
    private static readonly Regex ViewsBefore = Markup.Pattern(@"(?<n>\d[\d.,]*)\s+(lượt (xem|đọc))\b");

    public static bool IsTool(string line) => line.Length <= 60 && Tools.Contains(Bare(line));

    /// <summary>From here on the page lists other articles.</summary>
    public static bool BeginsOthers(string line) => line.Length <= 60 && Related.Contains(Bare(line));

    /// <summary>The title without the words of the print link behind it.</summary>
    public static string WithoutPrint(string title)
    {
        var match = PrintBehind.Match(title);
        return match.Success && match.Index > 0 ? title[..match.Index].TrimEnd() : title;
    }

    /// <summary>Takes "Lượt xem: 1.234" out of a line.</summary>
    /// <param name="rest">what else stands in the line, without the bars and brackets that parted it</param>
    public static long? Views(string line, out string rest)
    {
        rest = line;
        if (line.Length > 200)
            return null;
        var match = ViewsIn.Match(line) is { Success: true } labelled ? labelled : ViewsBefore.Match(line);
        if (!match.Success)
            return null;
        var left = line.Remove(match.Index, match.Length).Trim(' ', '|', '-', '–', '(', ')', '[', ']', '.', ',', ';', '•');
        // In a sentence "đã xem: 5" is the author's word, not the counter's.
        if (left.Length > 100)
            return null;
        rest = left;
        return Number(match.Groups["n"].Value);
    }

    /// <summary>Whether a line is a date, besides the count of views and the print link that often stand with it.</summary>
    public static bool IsDate(string line, out DateTime date)
    {
        Views(line, out var rest);
        return PortalDate.TryRead(WithoutPrint(rest).TrimEnd(' ', '|', '-'), out date);
    }

    /// <summary>1.757, 1,757 and 000025819; null beyond 15 digits.</summary>
    public static long? Number(string digits)
    {
        Span<char> plain = stackalloc char[16];
        var length = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                continue;
            if (length == 15)
                return null;
            plain[length++] = c;
        }
        return length == 0 ? null : long.Parse(plain[..length], CultureInfo.InvariantCulture);
    }

    /// <summary>The words of a line folded, without bullets, brackets and a colon.</summary>
    public static string Bare(string line) =>
        Fold.Letters(line).Trim(' ', ':', '•', '-', '–', '*', '|', '[', ']', '(', ')', '»', '«', '.', '>', '<');
}
