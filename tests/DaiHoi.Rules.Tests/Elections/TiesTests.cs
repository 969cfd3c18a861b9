using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class TiesTests
{
    [Fact]
    public void A_first_tie_is_voted_on_among_the_tied()
    {
        var result = A.Count(2, 60, 55, 55).Result;
        var tie = result.Decisions.OfType<Decision<TieStrategy>>().Single();
        Assert.Equal((TieStrategy.RevoteTied, NextStep.DecideTie), (tie.Value, result.Next));
    }

    [Fact]
    public void Among_the_tied_more_votes_win_without_half_of_the_base()
    {
        var count = A.Count(1, 31, 30) with { Among = Among.Tied, Round = 2 };
        Assert.Equal(["c01"], count.Elected);
        Assert.Equal((1, NextStep.Complete, true), (count.Result.Threshold, count.Result.Next, count.Result.Surplus.Allowed));
        Assert.DoesNotContain(count.Result.Decisions, decision => decision.About == Subject.Form);
        // Three for one seat: the list is what the tie made it.
        Assert.True((A.Count(1, 31, 30, 20) with { Among = Among.Tied }).Result.Surplus.Allowed);
    }

    [Fact]
    public void A_tie_among_the_tied_goes_to_the_congress()
    {
        var result = (A.Count(1, 31, 31) with { Among = Among.Tied, Round = 2 }).Result;
        Assert.Equal(NextStep.CongressDecides, result.Next);
        Assert.Equal(TieStrategy.CongressDecides, result.Decisions.OfType<Decision<TieStrategy>>().Single().Value);
        Assert.All(result.Candidates, candidate => Assert.Equal(Outcome.Tied, candidate.Outcome));
    }

    [Fact]
    public void Where_the_congress_decides_the_tie_is_still_to_be_decided_first()
    {
        var counted = (A.Count(2, 60, 55, 55) with { Rules = A.Association }).Result;
        Assert.Equal(NextStep.DecideTie, counted.Next);
        Assert.Equal(TieStrategy.CongressDecides, counted.Decisions.OfType<Decision<TieStrategy>>().Single().Value);
    }

    [Fact]
    public void Somebody_without_a_vote_is_not_tied_with_others_who_have_none() =>
        Assert.Empty((A.Count(1, 0, 0, 0) with { Among = Among.Tied }).Tied);

    [Fact]
    public void A_rule_set_may_give_the_tie_to_the_older()
    {
        var count = Older("1970-05-02", "1970-05-01", "1980-01-01");
        Assert.Equal(["c02"], count.Elected);
        Assert.Equal(
            [Outcome.NotElected, Outcome.Elected, Outcome.NotElected],
            count.Result.Candidates.Select(candidate => candidate.Outcome)
        );
        Assert.Equal(NextStep.Complete, count.Result.Next);
        var tie = count.Result.Decisions.OfType<Decision<TieStrategy>>().Single();
        Assert.Equal(TieStrategy.Older, tie.Value);
        Assert.Contains("Người 2", tie.Explanation.English, StringComparison.Ordinal);
        Assert.EndsWith(
            "elected: Người 2; not elected, being younger: Người 1, Người 3.",
            tie.Explanation.English,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "trúng cử: Người 2; không trúng cử vì ít tuổi hơn: Người 1, Người 3.",
            tie.Explanation.Vietnamese,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Days_of_birth_decide_nothing_where_the_tied_are_voted_on()
    {
        var people = new[] { new Candidate("a", "A"), new("b", "B", A.Day("1960-01-01")), new("c", "C", A.Day("1970-01-01")) };
        Assert.Equal(["b", "c"], (A.Count(2, 60, 55, 55) with { People = people }).Tied);
    }

    // Whoever is younger than they are has lost the seat to them all the same.
    [Fact]
    public void People_born_on_the_same_day_stay_tied_and_the_younger_are_not()
    {
        var count = Older("1970-05-01", "1970-05-01", "1980-01-01");
        Assert.Equal(["c01", "c02"], count.Tied);
        Assert.Equal(Outcome.NotElected, count.Result.Candidates[2].Outcome);
        Assert.Equal(NextStep.DecideTie, count.Result.Next);
        Assert.Equal(
            [
                "Several people have 34 votes each at the last seat; the older come first; not elected, being younger: Người 3.",
                "Người 1, Người 2 have 34 votes each, and 1 seat left for them: the older is elected; the days of birth are needed to tell, and the same day does not tell.",
            ],
            count.Result.Decisions.OfType<Decision<TieStrategy>>().Select(tie => tie.Explanation.English)
        );
        Assert.Single(Older("1970-05-01", "1970-05-01", "1970-05-01").Result.Decisions.OfType<Decision<TieStrategy>>());
    }

    [Fact]
    public void The_older_are_seated_as_far_as_their_days_of_birth_tell()
    {
        var count = A.Count(3, 60, 60, 60, 60) with
        {
            Rules = A.State,
            People =
            [
                new("a", "A", A.Day("1970-01-01")),
                new("b", "B", A.Day("1960-01-01")),
                new("c", "C", A.Day("1970-01-01")),
                new("d", "D", A.Day("1970-01-01")),
            ],
        };
        Assert.Equal(["b"], count.Elected);
        Assert.Equal(["a", "c", "d"], count.Tied);
        var decisions = count.Result.Decisions.OfType<Decision<TieStrategy>>().ToList();
        Assert.Equal(2, decisions.Count);
        // Nobody is too young for a seat yet.
        Assert.Equal(
            new(
                "Có nhiều người cùng được 60 phiếu ở chỗ cuối cùng; xét người nhiều tuổi hơn; trúng cử: B.",
                "Several people have 60 votes each at the last seat; the older come first; elected: B."
            ),
            decisions[0].Explanation
        );
    }

    [Fact]
    public void Without_a_day_of_birth_nobody_is_the_older()
    {
        var count = Older("1970-05-02", "1970-05-01", null);
        Assert.Equal(["c01", "c02", "c03"], count.Tied);
        Assert.Contains(
            "days of birth are needed",
            count.Result.Decisions.OfType<Decision<TieStrategy>>().Single().Explanation.English,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_tie_among_the_tied_may_go_to_the_older_too()
    {
        var rules = A.Vn2020 with
        {
            Elections = A.Vn2020.Elections with { Tie = new(TieStrategy.RevoteTied, TieStrategy.Older, A.Vn2020.Unwritten) },
        };
        var count = A.Count(1, 30, 30) with
        {
            Rules = rules,
            Among = Among.Tied,
            People = [new("a", "A", A.Day("1970-01-02")), new("b", "B", A.Day("1970-01-01"))],
        };
        Assert.Equal(["b"], count.Elected);
        var unknown = count with { People = null };
        Assert.Equal(NextStep.DecideTie, unknown.Result.Next);
    }

    private static CountSpec Older(string first, string second, string? third) =>
        A.Count(1, 34, 34, 34) with
        {
            Rules = A.State with { Elections = A.State.Elections with { Threshold = new(new(1, 4), A.State.Unwritten) } },
            Summoned = 110,
            People =
            [
                new("c01", "Người 1", A.Day(first)),
                new("c02", "Người 2", A.Day(second)),
                new("c03", "Người 3", third is null ? null : A.Day(third)),
            ],
        };
}
