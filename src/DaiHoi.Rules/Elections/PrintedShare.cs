using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>How the percentage in the minutes is printed.</summary>
/// <param name="Of">what it is of</param>
/// <param name="Decimals">0 to 4</param>
/// <param name="Rounding">of the last decimal</param>
public sealed record PrintedForm(PrintedOf Of, int Decimals = 2, Rounding Rounding = Rounding.HalfUp);

/// <summary>What the percentage in the minutes is of.</summary>
public enum PrintedOf
{
    Base,
    Summoned,
    Issued,
    Collected,
    Valid,
}

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
            counting.Rules.Elections.PrintedShare.Value.Of switch
            {
                PrintedOf.Base => result.Base,
                PrintedOf.Summoned => counting.Hall.Summoned,
                PrintedOf.Issued => counting.Ballots.Issued,
                PrintedOf.Collected => counting.Ballots.Collected,
                PrintedOf.Valid => result.Valid,
                _ => throw new InvalidOperationException(counting.Rules.Elections.PrintedShare.Value.Of.ToString()),
            }
        );

    /// <summary>The percentage as the rule set rounds it: 99,77%.</summary>
    public static Words Printed(RuleSet rules, Share share)
    {
        var (_, decimals, rounding) = rules.Elections.PrintedShare.Value;
        return new(Say.Vi(share, decimals, rounding), Say.En(share, decimals, rounding));
    }

    /// <summary>What the percentage is of, for the heading of its column.</summary>
    public static Words Heading(RuleSet rules) =>
        rules.Elections.PrintedShare.Value.Of switch
        {
            PrintedOf.Base => new("so với tổng số để tính kết quả", "of the base"),
            PrintedOf.Summoned => new("so với số được triệu tập", "of those summoned"),
            PrintedOf.Issued => new("so với số phiếu phát ra", "of the ballots issued"),
            PrintedOf.Collected => new("so với số phiếu thu về", "of the ballots collected"),
            PrintedOf.Valid => new("so với số phiếu hợp lệ", "of the valid ballots"),
            _ => throw new InvalidOperationException(rules.Elections.PrintedShare.Value.Of.ToString()),
        };
}
