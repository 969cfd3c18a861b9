using System.Globalization;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>What somebody typed for one ballot.</summary>
/// <param name="Marks">in order, one space between; null where it cannot be read</param>
/// <param name="Problem">key of its words in <c>Ui/Texts</c></param>
/// <param name="Wrong">the part that cannot be read</param>
internal sealed record TypedMarks(string? Marks, bool Doubtful, string? Problem = null, string? Wrong = null);

/// <summary>
/// The marks on a ballot, as the keyboard has them fastest. On a ballot with names struck through: the numbers struck, "3 7 12".
/// On one with two columns: the numbers disagreed; "5-" is a line without a mark, "5+" one with both; every other line agrees.
/// A "?" says that the board has to look at the paper.
/// </summary>
internal static class BallotMarks
{
    private const char Neither = '-';
    private const char Both = '+';
    private static readonly char[] Gaps = [' ', ',', ';', '.', '\t'];

    public static TypedMarks Read(string? typed, BallotForm form, int candidates)
    {
        var text = typed ?? "";
        var doubtful = text.Contains('?', StringComparison.Ordinal);
        var found = new SortedDictionary<int, string>();
        foreach (var part in text.Replace('?', ' ').Split(Gaps, StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = part[^1] is Neither or Both ? part[^1..] : "";
            if (sign.Length > 0 && form == BallotForm.StrikeOut)
                return new(null, doubtful, "ballot-marks-unreadable", part);
            if (
                !int.TryParse(part[..^sign.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < 1
                || number > candidates
            )
                return new(null, doubtful, "ballot-marks-not-on-list", part);
            if (!found.TryAdd(number, sign))
                return new(null, doubtful, "ballot-marks-twice", part);
        }
        return new(
            string.Join(' ', found.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Key}{mark.Value}"))),
            doubtful
        );
    }

    /// <summary>The ballot as the rule engine reads it.</summary>
    /// <param name="marks">as <see cref="Read"/> writes them</param>
    public static Paper PaperOf(string marks, BallotForm form, int candidates)
    {
        var (disagree, neither, both) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var part in marks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var place = int.Parse(part.TrimEnd(Neither, Both), CultureInfo.InvariantCulture) - 1;
            (
                part[^1] switch
                {
                    Neither => neither,
                    Both => both,
                    _ => disagree,
                }
            ).Add(place);
        }
        if (form == BallotForm.StrikeOut)
            return new(1) { Struck = disagree };
        return new(1)
        {
            Agree = [.. Enumerable.Range(0, candidates).Except(disagree).Except(neither)],
            Disagree = [.. disagree.Concat(both).Order()],
        };
    }
}
