using DaiHoi.Rules.Delegates;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>What cannot be: input on which no count is made.</summary>
public static class Impossible
{
    /// <summary>All contradictions, each with the field of the input format that holds it; none for input that can be.</summary>
    public static IEnumerable<Problem> In(Counting counting) =>
        InHall(counting).Concat(InElection(counting)).Concat(InCandidates(counting)).Concat(InBallots(counting));

    private static IEnumerable<Problem> InHall(Counting counting)
    {
        var hall = counting.Hall;
        if (hall.Summoned < 1)
            yield return new("congress.summoned", new("phải từ 1 trở lên", "must be at least 1"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < hall.Deducted.Count; i++)
        {
            var place = $"congress.deducted[{i}].reason";
            var reason = hall.Deducted[i].Reason;
            if (Base.Deduction(counting.Rules, hall.Kind, reason) is null)
                yield return new(
                    place,
                    new(
                        $"bộ quy tắc «{counting.Rules.Id}» không có lý do trừ này cho loại đại hội «{hall.Kind.Code()}»",
                        $"the rule set “{counting.Rules.Id}” knows no such deduction for the kind “{hall.Kind.Code()}”"
                    )
                );
            else if (!seen.Add(reason))
                yield return new(place, new("lý do này có hai lần", "this reason stands here twice"));
        }
        var deducted = hall.DeductedInAll;
        if (hall.Present > hall.Summoned)
            yield return new(
                "congress.present",
                new(
                    $"{Vi(hall.Present)} người có mặt, nhiều hơn {Vi(hall.Summoned)} người được triệu tập",
                    $"{En(hall.Present)} present are more than the {En(hall.Summoned)} summoned"
                )
            );
        else if (hall.Present + deducted > hall.Summoned)
            yield return new(
                "congress.deducted",
                new(
                    $"trừ {Vi(deducted)} người vắng mặt, nhưng {Vi(hall.Present)}/{Vi(hall.Summoned)} người có mặt",
                    $"{En(deducted)} absent are deducted, but {En(hall.Present)} of {En(hall.Summoned)} are present"
                )
            );
        else if (deducted == hall.Summoned && hall.Summoned > 0)
            yield return new("congress.deducted", new("không còn ai để bầu", "nobody is left to vote"));
    }

    private static IEnumerable<Problem> InElection(Counting counting)
    {
        if (counting.Election.Seats < 1)
            yield return new("election.seats", new("phải từ 1 trở lên", "must be at least 1"));
        if (counting.Election.Round < 1)
            yield return new("election.round", new("phải từ 1 trở lên", "must be at least 1"));
    }

    private static IEnumerable<Problem> InCandidates(Counting counting)
    {
        if (counting.Candidates.Count == 0)
            yield return new("candidates", new("danh sách bầu cử không có ai", "nobody stands on the list"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < counting.Candidates.Count; i++)
        {
            if (!seen.Add(counting.Candidates[i].Id))
                yield return new($"candidates[{i}].id", new("mã này có hai lần", "this key stands here twice"));
        }
    }

    private static IEnumerable<Problem> InBallots(Counting counting)
    {
        var (hall, ballots) = (counting.Hall, counting.Ballots);
        var able = hall.Summoned - hall.DeductedInAll;
        if (ballots.Issued > able)
            yield return new(
                "ballots.issued",
                new(
                    $"phát ra {Vi(ballots.Issued)} phiếu, nhiều hơn {Vi(able)} người có thể bầu",
                    $"{En(ballots.Issued)} issued are more than the {En(able)} who can vote"
                )
            );
        if (ballots.Collected > ballots.Issued)
            yield return new(
                "ballots.collected",
                new(
                    $"thu về {Vi(ballots.Collected)} phiếu, nhiều hơn {Vi(ballots.Issued)} phiếu phát ra",
                    $"{En(ballots.Collected)} collected are more than the {En(ballots.Issued)} issued"
                )
            );
        var found = ballots switch
        {
            { Totals: { } totals, Papers: null } => ImpossibleTotals.In(counting, totals),
            { Papers: { } papers, Totals: null } => ImpossiblePapers.In(counting, papers),
            _ =>
            [
                new("ballots", new("cần đúng một trong hai: papers hoặc totals", "exactly one of papers and totals is needed")),
            ],
        };
        foreach (var problem in found)
            yield return problem;
    }
}
