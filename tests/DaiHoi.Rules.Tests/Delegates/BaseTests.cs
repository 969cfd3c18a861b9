using DaiHoi.Rules.Delegates;

namespace DaiHoi.Rules.Tests.Delegates;

public sealed class BaseTests
{
    private static readonly BallotNumbers Ballots = new(90, 88, 80);

    // 244 Điều 32.3; 190 Điều 30.3.
    [Theory]
    [InlineData(0, 0, 100)]
    [InlineData(1, 0, 99)]
    [InlineData(0, 1, 99)]
    [InlineData(2, 3, 95)]
    public void Delegates_absent_throughout_leave_the_base(long committee, long without, long left)
    {
        var hall = A.Delegates(
            100,
            90,
            new("summoning-committee-absent-throughout", committee),
            new("delegate-absent-throughout-without-alternate", without)
        );
        Assert.Equal((left, "32", "3"), Of(A.Vn2020, hall));
        Assert.Equal((left, "30", "3"), Of(A.Vn2025, hall));
    }

    // 244 Điều 32.2; 190 Điều 30.2.
    [Theory]
    [InlineData("temporarily-elsewhere-absent")]
    [InlineData("exempted-absent")]
    [InlineData("suspended")]
    [InlineData("prosecuted")]
    [InlineData("absent-throughout-excused")]
    public void Members_who_do_not_count_leave_the_base(string reason)
    {
        Assert.Equal((9, "32", "2"), Of(A.Vn2020, A.Members(11, 9, new Deducted(reason, 2))));
        Assert.Equal((9, "30", "2"), Of(A.Vn2025, A.Members(11, 9, new Deducted(reason, 2))));
        Assert.Null(Base.Deduction(A.Vn2020, CongressKind.Delegates, reason));
        Assert.Null(Base.Deduction(A.Association, CongressKind.Members, reason));
    }

    [Fact]
    public void Somebody_absent_only_at_the_vote_stays_in_the_base() =>
        Assert.Equal((100, "32", "3"), Of(A.Vn2020, A.Delegates(100, 60)));

    [Theory]
    [InlineData(Denominator.Summoned, 100)]
    [InlineData(Denominator.Present, 95)]
    [InlineData(Denominator.Issued, 90)]
    [InlineData(Denominator.Collected, 88)]
    [InlineData(Denominator.Valid, 80)]
    public void A_rule_set_says_what_is_counted_against(Denominator of, long basis)
    {
        var rule = new BaseRule(CongressKind.Delegates, of, [], A.Vn2020.Unwritten);
        var rules = A.Vn2020 with
        {
            Elections = A.Vn2020.Elections with
            {
                Bases = new Dictionary<CongressKind, BaseRule> { [CongressKind.Delegates] = rule },
            },
        };
        Assert.Equal(basis, Base.Of(rules, A.Delegates(100, 95), Ballots).Value);
    }

    private static (long, string?, string?) Of(Rules.RuleSets.RuleSet rules, Hall hall)
    {
        var decision = Base.Of(rules, hall, Ballots);
        return (decision.Value, decision.Article.Number, decision.Article.Clause);
    }
}
