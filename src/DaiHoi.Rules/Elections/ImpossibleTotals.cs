using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>Totals that no ballots can add up to.</summary>
internal static class ImpossibleTotals
{
    public static IEnumerable<Problem> In(Counting counting, Totals totals)
    {
        var (collected, seats) = (counting.Ballots.Collected, counting.Election.Seats);
        if (totals.Valid < 0 || totals.Invalid < 0 || totals.Valid + totals.Invalid != collected)
            yield return new(
                "ballots.totals",
                new(
                    $"{Vi(totals.Valid)} phiếu hợp lệ và {Vi(totals.Invalid)} phiếu không hợp lệ không khớp {Vi(collected)} phiếu thu về",
                    $"{En(totals.Valid)} valid and {En(totals.Invalid)} invalid do not sum to the {En(collected)} collected"
                )
            );
        if (totals.Votes.Count != counting.Candidates.Count)
        {
            yield return new(
                "ballots.totals.votes",
                new("phải có mỗi người một số phiếu", "must have one number for each candidate")
            );
            yield break;
        }
        for (var i = 0; i < totals.Votes.Count; i++)
        {
            if (totals.Votes[i] < 0 || totals.Votes[i] > totals.Valid)
                yield return new(
                    $"ballots.totals.votes.{counting.Candidates[i].Id}",
                    new(
                        $"{Vi(totals.Votes[i])} phiếu bầu, nhiều hơn {Vi(totals.Valid)} phiếu hợp lệ",
                        $"{En(totals.Votes[i])} votes are more than the {En(totals.Valid)} valid ballots"
                    )
                );
        }
        var sum = totals.Votes.Sum();
        if (sum > totals.Valid * seats)
            yield return new(
                "ballots.totals.votes",
                new(
                    $"tổng {Vi(sum)} phiếu bầu, nhiều hơn {Vi(totals.Valid)} phiếu hợp lệ × {Vi(seats)}",
                    $"{En(sum)} votes in all are more than {En(totals.Valid)} valid ballots × {En(seats)}"
                )
            );
    }
}
