using System.Text.RegularExpressions;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Who wrote an article and where it comes from, as the short lines at its end say; and its dateline.</summary>
internal static class Byline
{
    private const int LongestLine = 90;

    private static readonly Regex Prefix = Markup.Pattern(
        @"^(tác giả|bút danh|người viết|người đăng|người đưa tin|(tin|bài|ảnh)((,|\s|-|và)+(tin|bài|ảnh|viết|clip|video))*|thực hiện|pv|phóng viên)\s*:\s*"
    );
    private static readonly Regex SourcePrefix = Markup.Pattern(
        @"^[(\[]?\s*(nguồn( tin)?\s*:|theo)\s+(?<name>[^\s].{0,60}?)\s*[)\]]?$"
    );
    private static readonly Regex Between = Markup.Pattern(@"\s*(,|;|/|&|\s[-–—]\s|\s+và\s+)\s*");
    private static readonly Regex Credit = Markup.Pattern(
        @"\s*[.,;|–—-]?\s*[(\[]?\s*(ảnh|photo)\s*:\s*(?<name>[^()\[\]:]{2,60}?)\s*[)\]]?\.?$"
    );

    // Initials of a newspaper or agency in capitals, then a dash with spaces around it.
    private static readonly Regex DatelineBefore = new(
        @"^\(?(?<name>\p{Lu}[\p{Lu}\d.&/]{1,14}( [\p{Lu}\d]{1,8})?)\)?\s+[-–—]\s+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    /// <summary>The names in a line that holds nothing but names; empty for any other line.</summary>
    public static IReadOnlyList<string> Names(string line)
    {
        if (line.Length > LongestLine)
            return [];
        var prefix = Prefix.Match(line);
        var rest = (prefix.Success ? line[prefix.Length..] : line).Trim(' ', '(', ')', '*');
        var names = Between.Split(rest).Where(name => name.Length > 0).ToList();
        return names.Count is > 0 and <= 5 && names.TrueForAll(IsName) ? names : [];
    }

    /// <summary>"TTXVN" of "Theo TTXVN", "(Theo baobinhphuoc.com.vn)" and "Nguồn: TTXVN".</summary>
    public static string? Source(string line) =>
        line.Length <= LongestLine
        && SourcePrefix.Match(line) is { Success: true } match
        && StartsLikeName(match.Groups["name"].Value)
            ? Closed(match.Groups["name"].Value)
            : null;

    // "Ban Tổ chức (tỉnh)": the bracket behind belongs to the one inside.
    private static string Closed(string name) => name.Contains('(') && !name.Contains(')') ? name + ")" : name;

    // "Theo TTXVN", "Theo baobinhphuoc.com.vn", but not "Theo kế hoạch".
    private static bool StartsLikeName(string name) => char.IsUpper(name[0]) || (name.Contains('.') && !name.Contains(' '));

    /// <summary>Parts "BPO - Chiều 2-3, …" into "BPO" and the text that begins behind the dash.</summary>
    public static (string? Dateline, string Text) Dateline(string paragraph)
    {
        var match = DatelineBefore.Match(paragraph);
        return match.Success && match.Length < paragraph.Length
            ? (match.Groups["name"].Value, paragraph[match.Length..])
            : (null, paragraph);
    }

    /// <summary>Parts "… tại hội nghị. Ảnh: Minh Luận" into the caption and who took the photograph.</summary>
    public static (string Caption, string? Credit) PhotoCredit(string caption)
    {
        var match = Credit.Match(caption);
        return match.Success ? (caption[..match.Index].TrimEnd(), match.Groups["name"].Value) : (caption, null);
    }

    // One to five words, each with a capital: "Minh Luận", "N.T", "Lê Thị Thu Hà".
    private static bool IsName(string name)
    {
        if (name.Length is < 2 or > 40 || name[^1] is '!' or '?' or ':' or '…' or '"')
            return false;
        var words = name.Split(' ');
        return words.Length <= 5
            && Array.TrueForAll(
                words,
                word => char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '.' or '’' or '\'')
            );
    }
}
