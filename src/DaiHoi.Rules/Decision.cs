using System.Globalization;

namespace DaiHoi.Rules;

/// <summary>What a rule decides: a value, why in both languages, and the article that decided it.</summary>
/// <param name="About">what was decided</param>
/// <param name="Article">the article that decided it</param>
/// <param name="Explanation">the reasoning, with its numbers</param>
public abstract record Decision(Subject About, Article Article, Words Explanation)
{
    /// <summary>The value for files: number, truth, code, day as yyyy-MM-dd, or a list of these.</summary>
    public abstract object Plain { get; }
}

/// <inheritdoc />
/// <param name="Value">what follows from the rule</param>
public sealed record Decision<T>(Subject About, T Value, Article Article, Words Explanation)
    : Decision(About, Article, Explanation)
    where T : notnull
{
    public override object Plain =>
        Value switch
        {
            bool or string or IReadOnlyList<string> => Value,
            int number => (long)number,
            long => Value,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Enum => CodeOf(Value),
            _ => throw new InvalidOperationException(typeof(T).Name),
        };

    private static string CodeOf(object value) =>
        value switch
        {
            Elections.TieStrategy strategy => strategy.Code(),
            Elections.NextStep step => step.Code(),
            Elections.BallotForm form => form.Code(),
            Delegates.CongressKind kind => kind.Code(),
            Delegates.Successor successor => successor.Code(),
            _ => throw new InvalidOperationException(value.GetType().Name),
        };
}
