using System.Globalization;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>
/// A tally sheet of one batch in one line: valid, invalid, then the votes in the order of the list: "48 2 40 31 5".
/// </summary>
internal static class SheetMarks
{
    /// <param name="typed">numbers with gaps between</param>
    /// <param name="size">ballots in the batch</param>
    public static TypedMarks Read(string? typed, int size, int seats, int candidates)
    {
        var numbers = new List<long>();
        foreach (var part in (typed ?? "").Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > size)
                return new(null, false, "sheet-number-wrong", part);
            numbers.Add(number);
        }
        if (numbers.Count != candidates + 2)
            return new(null, false, "sheet-numbers-missing");
        if (numbers[0] + numbers[1] != size)
            return new(null, false, "sheet-not-the-batch");
        for (var i = 2; i < numbers.Count; i++)
        {
            if (numbers[i] > numbers[0])
                return new(null, false, "sheet-more-than-valid", (i - 1).ToString(CultureInfo.InvariantCulture));
        }
        return numbers.Skip(2).Sum() > numbers[0] * seats
            ? new(null, false, "sheet-more-than-seats")
            : new(string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))), false);
    }

    /// <summary>All sheets of a count added up.</summary>
    /// <param name="sheets">as <see cref="Read"/> writes them</param>
    public static Totals Sum(IEnumerable<string> sheets, int candidates)
    {
        var (valid, invalid, votes) = (0L, 0L, new long[candidates]);
        foreach (var sheet in sheets)
        {
            var numbers = sheet.Split(' ');
            valid += Number(numbers[0]);
            invalid += Number(numbers[1]);
            for (var i = 0; i < candidates; i++)
                votes[i] += Number(numbers[i + 2]);
        }
        return new(valid, invalid, votes);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
