using DaiHoi.Web.Campaigns.Recording;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>A figure that is known otherwise now than it was reported.</summary>
/// <param name="Name">key of its name in <c>Ui/Texts</c></param>
/// <param name="Reported">null where it was left open</param>
internal sealed record ChangedFigure(string Name, int? Reported, int Now)
{
    /// <summary>What is not known now, as where numbers were entered by hand, takes back nothing that was reported.</summary>
    public static IEnumerable<ChangedFigure> Between(CongressOutcome reported, CongressOutcome now)
    {
        (string, int?, int?)[] figures =
        [
            ("hall-summoned", reported.Summoned, now.Summoned),
            ("outcome-attended", reported.Attended, now.Attended),
            ("outcome-elected", reported.Elected, now.Elected),
            ("outcome-women", reported.Women, now.Women),
            ("outcome-under-40", reported.Under40, now.Under40),
            ("outcome-minority", reported.Minority, now.Minority),
        ];
        foreach (var (name, was, isNow) in figures)
        {
            if (isNow is { } number && was != number)
                yield return new(name, was, number);
        }
    }
}
