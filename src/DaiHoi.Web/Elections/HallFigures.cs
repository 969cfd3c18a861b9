using System.Globalization;
using DaiHoi.Rules.Delegates;

namespace DaiHoi.Web.Elections;

/// <summary>What was counted in the hall when the ballot was taken.</summary>
/// <param name="Summoned">official delegates, official members, or incumbent members of the committee</param>
/// <param name="Present">of them, at the vote</param>
/// <param name="Deducted">of them, who do not count, by reason of the rule set</param>
/// <param name="Issued">ballots handed out</param>
/// <param name="Collected">ballots taken from the box</param>
internal sealed record HallFigures(long Summoned, long Present, IReadOnlyList<Deducted> Deducted, long Issued, long Collected);

/// <summary>Deductions as one column holds them: "reason=3;reason=1".</summary>
internal static class DeductedText
{
    public static string Of(IReadOnlyList<Deducted> deducted) =>
        string.Join(
            ';',
            deducted
                .Where(one => one.Count > 0)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Reason}={one.Count}"))
        );

    public static List<Deducted> Read(string text) =>
        [
            .. text.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('='))
                .Select(part => new Deducted(part[0], long.Parse(part[1], CultureInfo.InvariantCulture))),
        ];
}
