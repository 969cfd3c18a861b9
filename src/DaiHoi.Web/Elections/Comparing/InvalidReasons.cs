using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Web.Elections.Comparing;

/// <summary>The reasons among which the board decides on a doubtful ballot: those that the rule set applies.</summary>
internal static class InvalidReasons
{
    public static IEnumerable<(InvalidReason Reason, Article Article)> Of(RuleSet rules) =>
        Enum.GetValues<InvalidReason>()
            .Where(reason => rules.Elections.Invalid.TryGetValue(reason, out var rule) && rule.Value)
            .Select(reason => (reason, rules.Elections.Invalid[reason].Article));

    /// <summary>Of its code in an archive; null for a valid ballot.</summary>
    /// <exception cref="FormatException">no reason has this code</exception>
    public static InvalidReason? Read(string? code)
    {
        if (code is null)
            return null;
        foreach (var reason in Enum.GetValues<InvalidReason>())
        {
            if (reason.Code() == code)
                return reason;
        }
        throw new FormatException(code);
    }

    /// <summary>The ballot with the fault that the board has found on the paper; faults of the marks need none.</summary>
    public static Paper With(Paper paper, InvalidReason? reason) =>
        reason switch
        {
            InvalidReason.NotIssuedByBoard => paper with { IssuedByBoard = false },
            InvalidReason.NamesAdded => paper with { NamesAdded = true },
            InvalidReason.Marked => paper with { Marked = true },
            null or InvalidReason.TooManyNames or InvalidReason.NobodyVotedFor or InvalidReason.BothOrNoneOnSingleList => paper,
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
}
