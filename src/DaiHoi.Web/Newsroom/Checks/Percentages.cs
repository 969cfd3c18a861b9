using System.Globalization;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Newsroom.Checks;

/// <summary>Finds percentages that do not fit the numbers beside them: "9/13 đơn vị (61,53 %)".</summary>
internal static partial class Percentages
{
    /// <summary>Those that are wrong, in reading order. What is rounded or cut off at the digits that are printed is right.</summary>
    public static List<WrongPercentage> WrongIn(string text)
    {
        var wrong = new List<WrongPercentage>();
        foreach (var match in Before().Matches(text).Concat(After().Matches(text)).OrderBy(match => match.Index))
        {
            if (
                Number(match.Groups["part"].Value) is not { } part
                || Number(match.Groups["whole"].Value) is not { } whole
                || whole == 0
                || Share(match.Groups["share"].Value) is not var (share, digits)
                // "2/3" before a number of its own is a day more often than a share.
                || part > whole && share <= 100
            )
                continue;
            var right = 100m * part / whole;
            var step = Step(digits);
            if (Math.Abs(share - right) <= step / 2 || (share <= right && right - share < step))
                continue;
            wrong.Add(new(Closed(match.Value.Trim()), Math.Round(right, Math.Max(digits, 2), MidpointRounding.AwayFromZero)));
        }
        return wrong;
    }

    // The bracket that the number stands in belongs to what is quoted.
    private static string Closed(string quoted) =>
        quoted.Contains('(', StringComparison.Ordinal) && !quoted.Contains(')', StringComparison.Ordinal) ? quoted + ")" : quoted;

    // 10^-digits: what the last printed digit is worth.
    private static decimal Step(int digits) => new(1, 0, 0, isNegative: false, (byte)digits);

    // "1.757" and "1 757" are whole numbers; one with a comma is none.
    private static decimal? Number(string text)
    {
        var digits = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static (decimal Share, int Digits)? Share(string text)
    {
        var point = text.Replace(',', '.');
        if (!decimal.TryParse(point, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share))
            return null;
        var dot = point.IndexOf('.', StringComparison.Ordinal);
        return (share, dot < 0 ? 0 : point.Length - dot - 1);
    }

    private const string Amount = @"\d{1,3}(?:\.\d{3})+|\d{1,9}";
    private const string Of = @"\s*/\s*|\s+(?:trên(?:\s+tổng\s+số)?|trong(?:\s+tổng\s+số)?|out\s+of|of)\s+";

    // 9/13 đại hội (69,23 %) — up to five words between, no further number.
    [GeneratedRegex(
        $@"(?<![\d.,/])(?<part>{Amount})(?:{Of})(?<whole>{Amount})(?![\d/])[^\d%.;\n]{{0,60}}?(?<share>\d{{1,3}}(?:[.,]\d{{1,4}})?)\s?%",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Before();

    // 69,23 % (9/13)
    [GeneratedRegex(
        $@"(?<![\d.,])(?<share>\d{{1,3}}(?:[.,]\d{{1,4}})?)\s?%\s*\(\s*(?<part>{Amount})(?:{Of})(?<whole>{Amount})(?![\d/])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex After();
}

/// <param name="Written">as it stands in the text</param>
/// <param name="Right">what the numbers beside it give, in percent</param>
internal sealed record WrongPercentage(string Written, decimal Right);
