using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>How many ballots are valid, and why the others are not.</summary>
public static class ValidBallots
{
    /// <returns>valid ballots</returns>
    public static Decision<long> Of(Counting counting, Tally tally)
    {
        var rules = counting.Rules.Elections;
        var (issued, collected) = (counting.Ballots.Issued, counting.Ballots.Collected);
        var reasons = tally.InvalidReasons.ToList();
        var vi = string.Join("; ", reasons.Select(pair => $"{Vi(pair.Value)} phiếu {Validity.NameOf(pair.Key).Vietnamese}"));
        var en = string.Join("; ", reasons.Select(pair => $"{En(pair.Value)} ({Validity.NameOf(pair.Key).English})"));
        // The article of the first reason that occurred: with none, that of the first in the list.
        var article = rules.Invalid[reasons.Count == 0 ? InvalidReason.NotIssuedByBoard : reasons[0].Key].Article;
        return new(
            Subject.Valid,
            tally.Valid,
            article,
            new(
                $"Phát ra {Vi(issued)} phiếu, thu về {Vi(collected)}; hợp lệ {Vi(tally.Valid)}, không hợp lệ {Vi(tally.Invalid)}"
                    + (vi.Length == 0 ? "." : $": {vi}."),
                $"{En(issued)} issued, {En(collected)} collected; {En(tally.Valid)} valid, {En(tally.Invalid)} invalid"
                    + (en.Length == 0 ? "." : $": {en}.")
            )
        );
    }
}
