using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class IntroductionListTests
{
    // 190 Điều 14: for a body of 3–5 the head decides.
    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "head")]
    [InlineData(5, "head")]
    [InlineData(6, null)]
    public void A_tie_at_the_end_goes_to_the_head_of_a_small_body(int seats, string? by)
    {
        var result = IntroductionList.Of(A.Vn2025, seats, 2, [9, 5, 5, 1]);
        Assert.Equal([Introduced.OnTheList, Introduced.Tied, Introduced.Tied, Introduced.NotOnTheList], result.Introduced);
        Assert.Equal(by, result.Tie?.Value);
        if (by is not null)
            Assert.Equal(("14", Standing.Read), (result.Tie!.Article.Number, result.Tie.Article.Standing));
    }

    [Theory]
    [InlineData(1, new long[] { 5, 5 }, 2)]
    [InlineData(2, new long[] { 5, 5 }, 0)]
    [InlineData(1, new long[] { 5, 4 }, 0)]
    [InlineData(1, new long[] { 0, 0 }, 0)]
    [InlineData(3, new long[] { 5 }, 0)]
    public void Only_people_level_at_the_last_place_are_tied(int places, long[] introductions, int tied)
    {
        var result = IntroductionList.Of(A.Vn2025, 3, places, introductions);
        Assert.Equal(tied, result.Introduced.Count(introduced => introduced == Introduced.Tied));
        Assert.Equal(tied > 0, result.Tie is not null);
    }

    [Fact]
    public void Somebody_whom_nobody_introduced_is_not_on_the_list() =>
        Assert.Equal([Introduced.OnTheList, Introduced.NotOnTheList], IntroductionList.Of(A.Vn2025, 3, 2, [1, 0]).Introduced);

    [Fact]
    public void An_association_says_nothing_of_it() => Assert.Null(IntroductionList.Of(A.Association, 3, 1, [5, 5]).Tie);

    [Fact]
    public void In_2020_the_same_is_unverified() =>
        Assert.Equal(Standing.Unverified, IntroductionList.Of(A.Vn2020, 3, 1, [5, 5]).Tie!.Article.Standing);
}
