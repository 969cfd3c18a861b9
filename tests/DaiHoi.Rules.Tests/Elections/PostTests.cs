using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

/// <summary>Who is elected from whom, by which ballot, and what the minutes print.</summary>
public sealed class PostTests
{
    // 244 Điều 23; where there is no standing committee, committee members.
    [Theory]
    [InlineData(Post.Secretary, true, "standing-committee")]
    [InlineData(Post.Secretary, false, "committee")]
    [InlineData(Post.DeputySecretary, true, "standing-committee")]
    [InlineData(Post.StandingCommittee, true, "committee")]
    [InlineData(Post.Committee, true, null)]
    public void A_secretary_comes_from_the_elected_standing_committee(Post post, bool hasStandingCommittee, string? from) =>
        Assert.Equal(from, CandidatesFrom.Of(A.Vn2020, post, hasStandingCommittee)?.Value);

    // 244 Điều 17.1, 190 Điều 15.
    [Theory]
    [InlineData(BallotForm.StrikeOut, 3, 4, true)]
    [InlineData(BallotForm.StrikeOut, 3, 3, false)]
    [InlineData(BallotForm.AgreeDisagree, 3, 3, true)]
    [InlineData(BallotForm.AgreeDisagree, 3, 2, true)]
    [InlineData(BallotForm.AgreeDisagree, 3, 4, false)]
    public void A_list_with_a_surplus_is_struck_through(BallotForm form, int seats, int candidates, bool right) =>
        Assert.Equal(right, Form.Of(A.Vn2020, form, seats, candidates).Value);

    [Fact]
    public void A_rule_set_may_use_one_form_for_all()
    {
        var rules = A.Vn2020 with
        {
            Elections = A.Vn2020.Elections with { Forms = [new(BallotForm.AgreeDisagree, FormWhen.Always, A.Vn2020.Unwritten)] },
        };
        Assert.True(Form.Of(rules, BallotForm.AgreeDisagree, 3, 4).Value);
        Assert.False(Form.Of(rules, BallotForm.StrikeOut, 3, 3).Value);
    }

    // 244 Điều 13.
    [Fact]
    public void A_member_of_the_summoning_committee_keeps_to_its_list()
    {
        var decision = OutsideList.ByMemberOfSummoningCommittee(A.Vn2020);
        Assert.Equal((false, "13"), (decision.Value, decision.Article.Number));
        Assert.True(OutsideList.ByMemberOfSummoningCommittee(A.Association).Value);
    }

    [Fact]
    public void The_secretary_was_elected_directly_as_a_pilot_in_2020()
    {
        var direct = SecretaryDirect.Of(A.Vn2020)!;
        Assert.True(direct.Value);
        Assert.Equal("A pilot", direct.Article.Note!.English);
        Assert.Null(SecretaryDirect.Of(A.Vn2025));
        var never = A.Youth with
        {
            Elections = A.Youth.Elections with { SecretaryDirect = A.Youth.Elections.SecretaryDirect! with { Allowed = false } },
        };
        Assert.False(SecretaryDirect.Of(never)!.Value);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "new-committee")]
    [InlineData(3, "new-committee")]
    public void After_two_ballots_the_new_committee_elects(int ballots, string? then) =>
        Assert.Equal(then, SecretaryDirect.AfterFailure(A.Youth, ballots)?.Value);

    [Fact]
    public void Without_a_number_of_ballots_the_congress_goes_on()
    {
        Assert.Null(SecretaryDirect.AfterFailure(A.Vn2020, 9));
        Assert.Null(SecretaryDirect.AfterFailure(A.Association, 9));
    }

    [Theory]
    [InlineData(PrintedOf.Base, "25.32", 79)]
    [InlineData(PrintedOf.Summoned, "25.00", 80)]
    [InlineData(PrintedOf.Issued, "28.57", 70)]
    [InlineData(PrintedOf.Collected, "29.41", 68)]
    [InlineData(PrintedOf.Valid, "33.33", 60)]
    public void The_printed_percentage_has_a_denominator_of_its_own(PrintedOf of, string printed, long whole)
    {
        var count = A.Count(1, 20, 10) with
        {
            Summoned = 80,
            Deducted = [new("delegate-absent-throughout-without-alternate", 1)],
            Present = 70,
            Collected = 68,
            Invalid = 8,
            Rules = A.Vn2020 with { Elections = A.Vn2020.Elections with { PrintedShare = new(new(of), A.Vn2020.Unwritten) } },
        };
        var share = PrintedShare.Of(count.Counting, count.Result, 20);
        Assert.Equal((printed, whole), (share.ToString(), share.Whole));
    }

    // Rounding is a value of the rule set.
    [Theory]
    [InlineData(0, Rounding.HalfUp, "67%", "67%")]
    [InlineData(0, Rounding.Down, "66%", "66%")]
    [InlineData(1, Rounding.HalfUp, "66,7%", "66.7%")]
    [InlineData(2, Rounding.HalfUp, "66,67%", "66.67%")]
    [InlineData(2, Rounding.Down, "66,66%", "66.66%")]
    [InlineData(4, Rounding.Down, "66,6666%", "66.6666%")]
    public void The_printed_percentage_is_rounded_as_the_rule_set_says(int decimals, Rounding rounding, string vi, string en)
    {
        var rules = A.Vn2020 with
        {
            Elections = A.Vn2020.Elections with
            {
                PrintedShare = new(new(PrintedOf.Base, decimals, rounding), A.Vn2020.Unwritten),
            },
        };
        var printed = PrintedShare.Printed(rules, new(2, 3));
        Assert.Equal((vi, en), (printed.Vietnamese, printed.English));
        Assert.Equal(
            vi.Length == 3 ? "100%" : $"100,{new string('0', decimals)}%",
            PrintedShare.Printed(rules, new(7, 7)).Vietnamese
        );
        var count = A.Count(1, 67, 33) with { Rules = rules };
        Assert.Contains(
            PrintedShare.Printed(rules, new(67, 100)).English,
            CountText.Of(count.Counting, count.Result, Language.English),
            StringComparison.Ordinal
        );
        // The shares of the file are always half-up with two decimals.
        Assert.Equal("67.00", count.Result.Candidates[0].OfBase.ToString());
    }

    [Theory]
    [InlineData(15, 100, true)]
    [InlineData(14, 100, false)]
    [InlineData(3, 20, true)]
    [InlineData(0, 20, false)]
    public void An_aim_is_met_or_not_and_never_blocks(long women, long members, bool met) =>
        Assert.Equal(met, Aim.Of(A.Vn2020.Aims.Single(aim => aim.Group == "women"), members, women).Value);

    [Theory]
    [InlineData(39, false)]
    [InlineData(40, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void An_aim_may_have_two_ends(long people, bool met) =>
        Assert.Equal(met, Aim.Of(A.Vn2020.Aims.Single(aim => aim.Group == "from-40-to-50"), 100, people).Value);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void An_aim_may_count_people(long women, bool met) =>
        Assert.Equal(met, Aim.Of(A.Vn2020.Aims.Single(aim => aim.Body == Post.StandingCommittee), 13, women).Value);

    [Theory]
    [InlineData(1, 3, "33.33")]
    [InlineData(2, 3, "66.67")]
    [InlineData(1, 8, "12.50")]
    [InlineData(1, 800, "0.13")]
    [InlineData(1, 20_000, "0.01")]
    [InlineData(1, 20_001, "0.00")]
    [InlineData(439, 440, "99.77")]
    [InlineData(0, 7, "0.00")]
    [InlineData(7, 7, "100.00")]
    [InlineData(5, 0, "0.00")]
    public void Shares_are_rounded_half_up_to_two_decimals(long part, long whole, string printed) =>
        Assert.Equal(printed, new Share(part, whole).ToString());
}
