using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class FloorSupportTests
{
    // Worked example 4; QĐ 190-QĐ/TW Điều 14: more than 30 % of those attending.
    [Theory]
    [InlineData(120, 0, false)]
    [InlineData(120, 1, false)]
    [InlineData(120, 36, false)]
    [InlineData(120, 37, true)]
    [InlineData(120, 120, true)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(10, 3, false)]
    [InlineData(10, 4, true)]
    [InlineData(119, 36, true)]
    public void A_nominee_from_the_floor_needs_more_than_three_in_ten(long attending, long supporters, bool enters)
    {
        var support = FloorSupport.Of(A.Vn2025, attending, supporters)!;
        Assert.Equal(enters, support.Value);
        Assert.Equal(("14", Standing.Read), (support.Article.Number, support.Article.Standing));
    }

    [Fact]
    public void In_2020_the_same_is_unverified() =>
        Assert.Equal(Standing.Unverified, FloorSupport.Of(A.Vn2020, 120, 37)!.Article.Standing);

    [Fact]
    public void An_association_asks_for_no_support() => Assert.Null(FloorSupport.Of(A.Association, 120, 0));

    [Theory]
    [InlineData(20, 26, false)]
    [InlineData(20, 27, true)]
    [InlineData(20, 20, false)]
    public void An_opinion_ballot_chooses_when_the_list_would_exceed_the_cap(int seats, int candidates, bool needed) =>
        Assert.Equal(needed, FloorSupport.OpinionBallot(A.Vn2025, Post.Committee, seats, candidates)!.Value);

    [Fact]
    public void An_association_without_floor_support_holds_no_opinion_ballot() =>
        Assert.Null(FloorSupport.OpinionBallot(A.Association, Post.Committee, 3, 30));
}
