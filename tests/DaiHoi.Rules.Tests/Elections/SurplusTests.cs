using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class SurplusTests
{
    // Worked example 3, and its edges: 190 Điều 14.
    [Theory]
    [InlineData(5, 6, 1, "20.00", true)]
    [InlineData(3, 4, 1, "33.33", true)]
    [InlineData(3, 5, 2, "66.67", false)]
    [InlineData(5, 7, 2, "40.00", false)]
    [InlineData(6, 7, 1, "16.67", true)]
    [InlineData(6, 8, 2, "33.33", false)]
    [InlineData(10, 13, 3, "30.00", true)]
    [InlineData(10, 14, 4, "40.00", false)]
    [InlineData(20, 26, 6, "30.00", true)]
    [InlineData(20, 27, 7, "35.00", false)]
    [InlineData(1, 2, 1, "100.00", true)]
    [InlineData(2, 3, 1, "50.00", true)]
    [InlineData(2, 4, 2, "100.00", false)]
    [InlineData(15, 15, 0, "0.00", false)]
    [InlineData(15, 14, 0, "0.00", false)]
    public void A_committee_has_a_surplus_of_at_most_three_in_ten(
        int seats,
        int candidates,
        int people,
        string share,
        bool allowed
    )
    {
        foreach (var rules in new[] { A.Vn2015, A.Vn2020, A.Vn2025 })
        {
            foreach (var post in new[] { Post.Committee, Post.StandingCommittee })
            {
                var surplus = Surplus.Of(rules, post, seats, candidates);
                Assert.Equal((people, share, allowed), (surplus.People, surplus.Share.ToString(), surplus.Allowed));
                Assert.Equal(allowed, surplus.Decision.Value);
            }
        }
    }

    [Fact]
    public void A_list_over_the_cap_is_refused_with_the_article()
    {
        Assert.Equal("14", Surplus.Of(A.Vn2025, Post.Committee, 20, 27).Decision.Article.Number);
        Assert.Equal("244-QĐ/TW", Surplus.Of(A.Vn2020, Post.Committee, 20, 27).Decision.Article.Document!.Number);
        // Its number was not read.
        Assert.Null(Surplus.Of(A.Vn2020, Post.Committee, 20, 27).Decision.Article.Number);
    }

    [Theory]
    [InlineData(Post.Delegates, 10, 10, true)]
    [InlineData(Post.Delegates, 10, 13, true)]
    [InlineData(Post.Delegates, 10, 14, false)]
    [InlineData(Post.Delegates, 3, 4, true)]
    [InlineData(Post.InspectionCommittee, 7, 7, true)]
    [InlineData(Post.Secretary, 1, 1, true)]
    [InlineData(Post.Secretary, 1, 2, true)]
    [InlineData(Post.Secretary, 1, 3, false)]
    [InlineData(Post.DeputySecretary, 2, 2, true)]
    [InlineData(Post.DeputySecretary, 2, 3, true)]
    public void Other_posts_need_no_surplus(Post post, int seats, int candidates, bool allowed) =>
        Assert.Equal(allowed, Surplus.Of(A.Vn2020, post, seats, candidates).Allowed);

    [Fact]
    public void An_association_without_a_rule_allows_any_list()
    {
        var surplus = Surplus.Of(A.Association, Post.Committee, 3, 30);
        Assert.True(surplus.Allowed);
        Assert.Equal(Standing.Unverified, surplus.Decision.Article.Standing);
        Assert.Null(surplus.Decision.Article.Document);
    }

    [Fact]
    public void A_rule_without_a_cap_allows_any_number()
    {
        var rules = With(new([Post.Committee], true, null, [], A.Vn2020.Unwritten));
        Assert.True(Surplus.Of(rules, Post.Committee, 3, 30).Allowed);
        Assert.False(Surplus.Of(rules, Post.Committee, 3, 3).Allowed);
    }

    [Fact]
    public void A_list_of_people_who_were_tied_is_what_the_tie_made_it()
    {
        var surplus = Surplus.AmongTied(A.Vn2020, 1, 3);
        Assert.Equal((2, "200.00", true), (surplus.People, surplus.Share.ToString(), surplus.Allowed));
        Assert.Equal(0, Surplus.AmongTied(A.Vn2020, 2, 2).People);
    }

    // 10–15 %: only a warning.
    [Theory]
    [InlineData(20, 21, false)]
    [InlineData(20, 22, true)]
    [InlineData(20, 23, true)]
    [InlineData(20, 24, false)]
    [InlineData(20, 20, false)]
    [InlineData(20, 19, false)]
    [InlineData(3, 3, false)]
    [InlineData(3, 4, true)]
    [InlineData(3, 5, false)]
    [InlineData(5, 6, true)]
    [InlineData(5, 7, false)]
    [InlineData(6, 7, false)]
    [InlineData(7, 8, true)]
    public void The_prepared_list_should_have_ten_to_fifteen_per_cent(int seats, int listed, bool within) =>
        Assert.Equal(within, PreparedList.Of(A.Vn2020, Post.Committee, seats, listed)!.Value);

    [Fact]
    public void The_prepared_list_is_judged_only_where_a_surplus_is_required()
    {
        Assert.Null(PreparedList.Of(A.Vn2020, Post.Delegates, 20, 22));
        Assert.Null(PreparedList.Of(A.Association, Post.Committee, 20, 22));
    }

    private static RuleSet With(SurplusRule rule) =>
        A.Vn2020 with
        {
            Elections = A.Vn2020.Elections with { Surplus = [rule], PreparedList = null },
        };
}
