using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>Who decides a tie at the end of an introduction list.</summary>
public enum IntroductionTieDecidedBy
{
    /// <summary>the head of the body that introduces</summary>
    Head,
}

/// <summary>A tie at the end of an introduction list of a small body.</summary>
/// <param name="From">seats of the body</param>
/// <param name="To">seats of the body</param>
/// <param name="DecidedBy">who decides</param>
/// <param name="Article">where it is written</param>
public sealed record IntroductionTieRule(int From, int To, IntroductionTieDecidedBy DecidedBy, Article Article);

/// <summary>What became of somebody who was introduced.</summary>
public enum Introduced
{
    OnTheList,
    NotOnTheList,

    /// <summary>level with others at the last place</summary>
    Tied,
}

/// <summary>Who enters an introduction list.</summary>
/// <param name="Introduced">in the order of those introduced</param>
/// <param name="Tie">who decides the tie at the last place; null without a tie, and where the rule set says nothing of it</param>
public sealed record IntroductionResult(IReadOnlyList<Introduced> Introduced, Decision<string>? Tie);

/// <summary>The list that introduction ballots make: those with the most introductions, as many as it has places.</summary>
public static class IntroductionList
{
    /// <param name="rules">the rule set</param>
    /// <param name="seats">of the body to be elected, ≥ 1</param>
    /// <param name="places">of the list, ≥ 1</param>
    /// <param name="introductions">per person, ≥ 0; somebody without any is not introduced</param>
    public static IntroductionResult Of(RuleSet rules, int seats, int places, IReadOnlyList<long> introductions)
    {
        var seating = Seating.Of(introductions, 1, places);
        var tied = seating.Outcomes.Count(outcome => outcome == Outcome.Tied);
        return new([.. seating.Outcomes.Select(In)], tied == 0 ? null : Decided(rules, seats, tied, seating.OpenSeats));
    }

    private static Introduced In(Outcome outcome) =>
        outcome switch
        {
            Outcome.Elected => Introduced.OnTheList,
            Outcome.NotElected => Introduced.NotOnTheList,
            Outcome.Tied => Introduced.Tied,
            _ => throw new InvalidOperationException(outcome.ToString()),
        };

    private static Decision<string>? Decided(RuleSet rules, int seats, int tied, int places)
    {
        if (rules.Elections.IntroductionTie is not { } rule || seats < rule.From || seats > rule.To)
            return null;
        return new(
            Subject.IntroductionTie,
            rule.DecidedBy.Code(),
            rule.Article,
            new(
                $"{Vi(tied)} người có số phiếu giới thiệu bằng nhau ở cuối danh sách, còn {Vi(places)} chỗ; bầu từ {Vi(rule.From)} đến "
                    + $"{Vi(rule.To)} người thì người đứng đầu quyết định.",
                $"{En(tied)} people have the same number of introductions at the end of the list, {En(places, "place")} left; "
                    + $"for a body of {En(rule.From)} to {En(rule.To)} the head decides."
            )
        );
    }
}
