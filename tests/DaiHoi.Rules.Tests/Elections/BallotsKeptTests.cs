using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class BallotsKeptTests
{
    // 190 Điều 35: six months.
    [Theory]
    [InlineData("2025-06-30", "2025-12-30")]
    [InlineData("2025-08-31", "2026-02-28")]
    [InlineData("2025-01-01", "2025-07-01")]
    public void Ballots_are_kept_for_six_months(string closing, string last)
    {
        var kept = BallotsKept.Of(A.Vn2025, A.Day(closing))!;
        Assert.Equal((A.Day(last), "35"), (kept.Value, kept.Article.Number));
        Assert.Equal(Standing.Read, kept.Article.Standing);
    }

    [Fact]
    public void Of_decision_244_the_article_was_not_read()
    {
        var kept = BallotsKept.Of(A.Vn2020, A.Day("2020-06-30"))!;
        Assert.Equal((null, Standing.Unverified), (kept.Article.Number, kept.Article.Standing));
    }

    [Fact]
    public void An_association_says_nothing_of_it() => Assert.Null(BallotsKept.Of(A.Association, A.Day("2025-06-30")));
}
