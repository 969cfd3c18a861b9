using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class ThresholdTests
{
    // QĐ 244-QĐ/TW Điều 32: more than half of the base, votes × 2 > base.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(10, 6)]
    [InlineData(11, 6)]
    [InlineData(149, 75)]
    [InlineData(150, 76)]
    [InlineData(151, 76)]
    [InlineData(1_000_000_000, 500_000_001)]
    public void More_than_half_of_the_base_is_needed(long basis, long least)
    {
        var threshold = Threshold.Of(A.Vn2020, basis);
        Assert.Equal(least, threshold.Value);
        Assert.True(least * 2 > basis);
        Assert.False((least - 1) * 2 > basis);
        Assert.Equal("32", threshold.Article.Number);
    }

    [Fact]
    public void Another_share_than_one_half_is_a_value_of_the_rule_set()
    {
        var rules = A.Vn2020 with { Elections = A.Vn2020.Elections with { Threshold = new(new(2, 3), A.Vn2020.Unwritten) } };
        Assert.Equal(7, Threshold.Of(rules, 9).Value);
        Assert.Equal(7, Threshold.Of(rules, 10).Value);
        Assert.Contains("2 × 9 = 18", Threshold.Of(rules, 9).Explanation.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Among_the_tied_one_vote_can_be_enough() => Assert.Equal(1, Threshold.AmongTied(A.Vn2020).Value);

    // Worked examples 1 and 2.
    [Theory]
    [InlineData(11, 10, 0, 5, false)]
    [InlineData(11, 10, 0, 6, true)]
    [InlineData(11, 10, 1, 5, false)]
    [InlineData(11, 10, 1, 6, true)]
    [InlineData(150, 150, 0, 75, false)]
    [InlineData(150, 150, 0, 76, true)]
    [InlineData(150, 150, 0, 0, false)]
    [InlineData(150, 150, 0, 1, false)]
    [InlineData(1, 1, 0, 1, true)]
    [InlineData(1, 1, 0, 0, false)]
    public void Half_does_not_elect(long summoned, long present, long excused, long votes, bool elected)
    {
        var count = A.Count(1, votes) with
        {
            Kind = Rules.Delegates.CongressKind.Members,
            Of = Post.Secretary,
            Form = BallotForm.AgreeDisagree,
            Summoned = summoned,
            Present = present,
            Deducted = excused == 0 ? [] : [new("absent-throughout-excused", excused)],
        };
        Assert.Equal(elected ? ["c01"] : [], count.Elected);
        Assert.Equal(summoned - excused, count.Result.Base);
    }
}
