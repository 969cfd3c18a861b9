using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>What decides a tie across the last seat. A tie inside the seats needs no decision: all of them are elected.</summary>
public static class Ties
{
    /// <param name="rules">the rule set</param>
    /// <param name="among">whether this ballot was itself among people who were tied</param>
    /// <param name="tied">their names, two or more</param>
    /// <param name="votes">that each of them has</param>
    /// <param name="openSeats">for which they are tied, ≥ 1</param>
    public static Decision<TieStrategy> Of(RuleSet rules, Among among, IReadOnlyList<string> tied, long votes, int openSeats)
    {
        var strategy = rules.Elections.Tie.In(among);
        var names = string.Join(", ", tied);
        var what = strategy switch
        {
            TieStrategy.RevoteTied => new Words(
                "bầu lại giữa những người này, ai nhiều phiếu hơn thì trúng cử, không cần quá một phần hai.",
                "another ballot is held among them; whoever has more votes is elected, half of the base is not needed."
            ),
            TieStrategy.Older => new Words(
                "người nhiều tuổi hơn trúng cử; cần ngày sinh để xác định, sinh cùng ngày thì chưa xác định được.",
                "the older is elected; the days of birth are needed to tell, and the same day does not tell."
            ),
            TieStrategy.CongressDecides => new Words("đại hội quyết định.", "the congress decides."),
            _ => throw new InvalidOperationException(strategy.ToString()),
        };
        return new(
            Subject.Tie,
            strategy,
            rules.Elections.Tie.Article,
            new(
                $"{names} cùng được {Vi(votes)} phiếu, chỉ còn {Vi(openSeats)} chỗ: {what.Vietnamese}",
                $"{names} have {En(votes, "vote")} each, and {En(openSeats, "seat")} left for them: {what.English}"
            )
        );
    }

    /// <summary>A tie that was given to the older, as far as the days of birth tell.</summary>
    /// <param name="rules">the rule set</param>
    /// <param name="seated">names of those who are old enough for a seat; none where the oldest were born on the same day</param>
    /// <param name="younger">names of those who are too young for one</param>
    /// <param name="votes">that each of them has</param>
    public static Decision<TieStrategy> DecidedByAge(
        RuleSet rules,
        IReadOnlyList<string> seated,
        IReadOnlyList<string> younger,
        long votes
    )
    {
        var (vi, en) = (
            $"Có nhiều người cùng được {Vi(votes)} phiếu ở chỗ cuối cùng; xét người nhiều tuổi hơn",
            $"Several people have {En(votes, "vote")} each at the last seat; the older come first"
        );
        if (seated.Count > 0)
        {
            vi += $"; trúng cử: {string.Join(", ", seated)}";
            en += $"; elected: {string.Join(", ", seated)}";
        }
        if (younger.Count > 0)
        {
            vi += $"; không trúng cử vì ít tuổi hơn: {string.Join(", ", younger)}";
            en += $"; not elected, being younger: {string.Join(", ", younger)}";
        }
        return new(Subject.Tie, TieStrategy.Older, rules.Elections.Tie.Article, new(vi + ".", en + "."));
    }
}
