using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>
/// The percentage that stands in the minutes. What it is of, and what votes are counted against to elect, are two separate
/// parameters.
/// </summary>
public static class PrintedShare
{
    /// <param name="counting">what was counted</param>
    /// <param name="result">its result</param>
    /// <param name="votes">of one person</param>
    public static Share Of(Counting counting, CountResult result, long votes) =>
        new(
            votes,
            counting.Rules.Elections.PrintedShare.Value switch
            {
                PrintedOf.Base => result.Base,
                PrintedOf.Summoned => counting.Hall.Summoned,
                PrintedOf.Issued => counting.Ballots.Issued,
                PrintedOf.Collected => counting.Ballots.Collected,
                PrintedOf.Valid => result.Valid,
                _ => throw new InvalidOperationException(counting.Rules.Elections.PrintedShare.Value.ToString()),
            }
        );

    /// <summary>What the percentage is of, for the heading of its column.</summary>
    public static Words Heading(RuleSet rules) =>
        rules.Elections.PrintedShare.Value switch
        {
            PrintedOf.Base => new("so với tổng số để tính kết quả", "of the base"),
            PrintedOf.Summoned => new("so với số được triệu tập", "of those summoned"),
            PrintedOf.Issued => new("so với số phiếu phát ra", "of the ballots issued"),
            PrintedOf.Collected => new("so với số phiếu thu về", "of the ballots collected"),
            PrintedOf.Valid => new("so với số phiếu hợp lệ", "of the valid ballots"),
            _ => throw new InvalidOperationException(rules.Elections.PrintedShare.Value.ToString()),
        };
}
