using DaiHoi.Rules.Delegates;

namespace DaiHoi.Rules.Tests.Delegates;

public sealed class CongressTests
{
    [Theory]
    [InlineData(100, 66, false)]
    [InlineData(100, 67, true)]
    [InlineData(99, 66, true)]
    [InlineData(99, 65, false)]
    [InlineData(3, 2, true)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    public void A_congress_needs_two_thirds_of_those_summoned(long summoned, long present, bool met)
    {
        Assert.Equal(met, Quorum.Of(A.Vn2020, summoned, present).Value);
        Assert.Equal(Standing.Unverified, Quorum.Of(A.Vn2020, summoned, present).Article.Standing);
        // Điều lệ Công đoàn Điều 12.
        var union = Quorum.Of(A.Union, summoned, present);
        Assert.Equal((met, "12", Standing.Read), (union.Value, union.Article.Number, union.Article.Standing));
    }

    [Theory]
    [InlineData("grassroots", 0, CongressKind.Members)]
    [InlineData("grassroots", 199, CongressKind.Members)]
    [InlineData("grassroots", 200, CongressKind.Delegates)]
    [InlineData("grassroots", 5_000, CongressKind.Delegates)]
    [InlineData("branch", 3, CongressKind.Members)]
    [InlineData("branch", 300, CongressKind.Members)]
    [InlineData("district", 3_000, CongressKind.Delegates)]
    [InlineData("province", 60_000, CongressKind.Delegates)]
    [InlineData("sub-grassroots", 100, null)]
    public void Size_and_level_tell_who_meets(string level, long members, CongressKind? kind) =>
        Assert.Equal(kind, KindOfCongress.Of(A.Vn2020, level, members)?.Value);

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    [InlineData(0, false)]
    public void A_branch_with_fewer_than_nine_members_elects_only_a_secretary(long members, bool committee)
    {
        Assert.Equal(committee, KindOfCongress.HasCommittee(A.Vn2020, members)!.Value);
        Assert.Null(KindOfCongress.HasCommittee(A.Association, members));
    }

    [Theory]
    [InlineData("suspended", false)]
    [InlineData("prosecuted", false)]
    [InlineData("elected-against-procedure", false)]
    [InlineData("summoning-committee-retired-or-transferred", false)]
    [InlineData("exempted", true)]
    [InlineData("temporarily-elsewhere", true)]
    public void Some_are_not_summoned_and_some_count_only_if_they_come(string reason, bool summoned)
    {
        var decision = Summons.Of(A.Vn2025, reason)!;
        Assert.Equal(summoned, decision.Value);
        // HD 04-HD/TW (2024), HD 01-HD/TW (2021) 13.2.
        Assert.Equal(summoned ? "01-HD/TW" : "04-HD/TW", decision.Article.Document!.Number);
        Assert.Equal(summoned, decision.Explanation.English.Contains("only if they come", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_special_means_summoned()
    {
        Assert.Null(Summons.Of(A.Vn2025, "left-handed"));
        Assert.Null(Summons.Of(A.Vn2020, "suspended"));
    }

    [Fact]
    public void The_alternate_with_the_most_votes_takes_the_place()
    {
        var result = Replacement.Of(
            A.Vn2020,
            "died",
            [new("a", "An", 60), new("b", "Bình", 80, CanCome: false), new("c", "Chính", 70)]
        );
        Assert.Equal(("c", Successor.Alternate), (result.By!.Id, result.Decision.Value));
    }

    [Fact]
    public void Alternates_with_the_same_votes_are_not_chosen_by_chance()
    {
        var result = Replacement.Of(A.Vn2020, "died", [new("a", "An", 70), new("b", "Bình", 60), new("c", "Chính", 70)]);
        Assert.Equal((null, Successor.Tied), (result.By, result.Decision.Value));
    }

    [Fact]
    public void Without_alternates_nobody_takes_the_place()
    {
        Assert.Equal(Successor.NobodyLeft, Replacement.Of(A.Vn2020, "died", []).Decision.Value);
        Assert.Equal(Successor.NobodyLeft, Replacement.Of(A.Vn2020, "died", [new("a", "An", 1, false)]).Decision.Value);
    }

    // HD 01-HD/TW (2021) 13.1.
    [Fact]
    public void Nobody_takes_the_place_of_a_delegate_who_moved()
    {
        var result = Replacement.Of(A.Vn2025, "moved", [new("a", "An", 60)]);
        Assert.Equal((null, Successor.NotReplaced), (result.By, result.Decision.Value));
        Assert.Equal("13.1", result.Decision.Article.Point);
    }
}
