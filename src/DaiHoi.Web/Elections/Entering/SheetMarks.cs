using System.Globalization;
using System.Text.RegularExpressions;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Comparing;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>What a tally sheet of an election can say.</summary>
/// <param name="Reasons">for which the rule set makes a ballot invalid</param>
/// <param name="NamesSomebody">a valid ballot votes for one name at least</param>
internal sealed record SheetForm(int Seats, int Candidates, IReadOnlyList<InvalidReason> Reasons, bool NamesSomebody)
{
    public static SheetForm Of(OpenedElection opened)
    {
        var reasons = InvalidReasons.Of(opened.Rules).Select(one => one.Reason).ToList();
        return new(
            opened.Election.Seats,
            opened.Candidates.Count,
            reasons,
            opened.Election.Form == BallotForm.StrikeOut && reasons.Contains(InvalidReason.NobodyVotedFor)
        );
    }
}

/// <summary>
/// A tally sheet of one batch in one line: valid, invalid by reason, then the votes in the order of the list: "47 2b1f 40 31 5"
/// has two invalid ballots for reason b and one for reason f. A "?" says that the board has to look at the papers.
/// </summary>
internal static partial class SheetMarks
{
    private const char FirstReason = 'a';

    /// <summary>The letter of a reason, always the same: "a" is <see cref="InvalidReason.NotIssuedByBoard"/>.</summary>
    public static char LetterOf(InvalidReason reason) => (char)(FirstReason + (int)reason);

    /// <param name="typed">numbers with gaps between</param>
    /// <param name="size">ballots in the batch</param>
    public static TypedMarks Read(string? typed, int size, SheetForm form)
    {
        var text = typed ?? "";
        var doubtful = text.Contains('?', StringComparison.Ordinal);
        var parts = text.Replace('?', ' ').Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != form.Candidates + 2)
            return new(null, doubtful, "sheet-numbers-missing");
        var numbers = new long[parts.Length];
        var reasons = new SortedDictionary<InvalidReason, long>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == 1 && parts[1] != "0")
            {
                if (ReasonsOf(parts[1]) is not { } typedReasons || typedReasons.Keys.Any(one => !form.Reasons.Contains(one)))
                    return new(null, doubtful, "sheet-reasons-missing", parts[1]);
                reasons = typedReasons;
                numbers[1] = reasons.Values.Sum();
            }
            else if (
                !long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])
                || numbers[i] > size
            )
                return new(null, doubtful, "sheet-number-wrong", parts[i]);
        }
        if (numbers[0] + numbers[1] != size)
            return new(null, doubtful, "sheet-not-the-batch");
        for (var i = 2; i < numbers.Length; i++)
        {
            if (numbers[i] > numbers[0])
                return new(null, doubtful, "sheet-more-than-valid", (i - 1).ToString(CultureInfo.InvariantCulture));
        }
        var votes = numbers.Skip(2).Sum();
        if (votes > numbers[0] * form.Seats)
            return new(null, doubtful, "sheet-more-than-seats");
        if (form.NamesSomebody && votes < numbers[0])
            return new(null, doubtful, "sheet-fewer-than-valid");
        return new(
            string.Join(' ', numbers.Select((number, i) => i == 1 && reasons.Count > 0 ? Written(reasons) : Text(number))),
            doubtful
        );
    }

    /// <summary>All sheets of a count added up.</summary>
    /// <param name="sheets">as <see cref="Read"/> writes them; the invalid of an older one may be a number without reasons</param>
    public static Totals Sum(IEnumerable<string> sheets, int candidates)
    {
        var (valid, invalid, votes) = (0L, 0L, new long[candidates]);
        var reasons = new SortedDictionary<InvalidReason, long>();
        foreach (var sheet in sheets)
        {
            var numbers = sheet.Split(' ');
            valid += Number(numbers[0]);
            foreach (var (reason, count) in ReasonsOf(numbers[1]) ?? [])
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + count;
                invalid += count;
            }
            if (char.IsAsciiDigit(numbers[1][^1]))
                invalid += Number(numbers[1]);
            for (var i = 0; i < candidates; i++)
                votes[i] += Number(numbers[i + 2]);
        }
        // Where one sheet names no reasons, those of the others do not sum to the whole.
        return new(valid, invalid, votes)
        {
            Reasons = reasons.Values.Sum() == invalid ? reasons : new SortedDictionary<InvalidReason, long>(),
        };
    }

    /// <summary>"2b1f"; null where it is not written so.</summary>
    private static SortedDictionary<InvalidReason, long>? ReasonsOf(string text)
    {
        if (!Reasons().IsMatch(text))
            return null;
        var found = new SortedDictionary<InvalidReason, long>();
        foreach (Match match in Reason().Matches(text))
        {
            var reason = (InvalidReason)(match.Groups[2].ValueSpan[0] - FirstReason);
            if (!Enum.IsDefined(reason) || !found.TryAdd(reason, Number(match.Groups[1].Value)) || found[reason] == 0)
                return null;
        }
        return found;
    }

    private static string Written(SortedDictionary<InvalidReason, long> reasons) =>
        string.Concat(reasons.Select(one => Text(one.Value) + LetterOf(one.Key)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,6}[a-z])+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reasons();

    [GeneratedRegex(@"(\d{1,6})([a-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reason();
}
