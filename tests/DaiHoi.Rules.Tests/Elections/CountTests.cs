using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class CountTests
{
    [Fact]
    public void The_elected_stand_in_the_order_of_their_votes()
    {
        var count = A.Count(3, 60, 90, 51, 70);
        Assert.Equal(["c02", "c04", "c01"], count.Elected);
        Assert.Equal([3, 1, 4, 2], count.Result.Candidates.Select(candidate => candidate.Rank));
        Assert.Equal(
            [Outcome.Elected, Outcome.Elected, Outcome.NotElected, Outcome.Elected],
            count.Result.Candidates.Select(candidate => candidate.Outcome)
        );
        Assert.Equal((3, NextStep.Complete), (count.Result.SeatsFilled, count.Result.Next));
    }

    [Fact]
    public void The_same_votes_have_the_same_rank_and_the_next_is_left_out() =>
        Assert.Equal([1, 2, 2, 4], A.Count(4, 90, 80, 80, 70).Result.Candidates.Select(candidate => candidate.Rank));

    // Half, half + 1, a tie inside and across the last seat, as many candidates as seats.
    [Theory]
    [InlineData(2, new long[] { 50, 51 }, new[] { "c02" }, new string[0], NextStep.AnotherBallot)]
    [InlineData(2, new long[] { 51, 51 }, new[] { "c01", "c02" }, new string[0], NextStep.Complete)]
    [InlineData(2, new long[] { 60, 60, 55 }, new[] { "c01", "c02" }, new string[0], NextStep.Complete)]
    [InlineData(2, new long[] { 60, 55, 55 }, new[] { "c01" }, new[] { "c02", "c03" }, NextStep.DecideTie)]
    [InlineData(2, new long[] { 60, 50, 50 }, new[] { "c01" }, new string[0], NextStep.AnotherBallot)]
    [InlineData(2, new long[] { 51, 51, 51 }, new string[0], new[] { "c01", "c02", "c03" }, NextStep.DecideTie)]
    [InlineData(3, new long[] { 70, 60, 55, 55, 20 }, new[] { "c01", "c02" }, new[] { "c03", "c04" }, NextStep.DecideTie)]
    [InlineData(1, new long[] { 51, 0 }, new[] { "c01" }, new string[0], NextStep.Complete)]
    [InlineData(1, new long[] { 50, 50 }, new string[0], new string[0], NextStep.AnotherBallot)]
    [InlineData(1, new long[] { 0 }, new string[0], new string[0], NextStep.AnotherBallot)]
    [InlineData(3, new long[] { 99, 98 }, new[] { "c01", "c02" }, new string[0], NextStep.AnotherBallot)]
    public void Seats_go_by_votes_among_those_above_the_threshold(
        int seats,
        long[] votes,
        string[] elected,
        string[] tied,
        NextStep next
    )
    {
        // Against the base of 100, of which everybody voted.
        var count = A.Count(seats, votes);
        Assert.Equal(elected, count.Elected);
        Assert.Equal(tied, count.Tied);
        Assert.Equal(elected.Length, count.Result.SeatsFilled);
        Assert.Equal(next, count.Result.Next);
    }

    // Sizes of three counts that a province published; each took its board half an hour or more.
    [Theory]
    [InlineData(159, 21)]
    [InlineData(299, 27)]
    [InlineData(348, 55)]
    public void A_hall_of_a_province_is_counted(int ballots, int elected)
    {
        var least = (ballots / 2) + 1;
        var votes = Enumerable.Range(0, elected + 3).Select(i => i < elected ? (long)Math.Min(ballots, least + i) : least - 1);
        var count = A.Count(elected, [.. votes]) with { Summoned = ballots };
        Assert.Equal(
            (least, elected, NextStep.Complete),
            ((int)count.Result.Threshold, count.Result.SeatsFilled, count.Result.Next)
        );
    }

    [Fact]
    public void Votes_are_counted_on_valid_ballots_and_against_the_base()
    {
        var result = (A.Count(1, 40) with { Of = Post.Secretary, Summoned = 80, Present = 70, Invalid = 10 }).Result;
        Assert.Equal((80, 41, 60, 10), (result.Base, result.Threshold, result.Valid, result.Invalid));
        Assert.Equal("50.00", result.Candidates[0].OfBase.ToString());
        Assert.Equal("66.67", result.Candidates[0].OfValid.ToString());
        Assert.Empty(result.InvalidReasons);
    }

    [Fact]
    public void An_association_counts_against_the_valid_ballots()
    {
        var result = (A.Count(1, 31, 29) with { Rules = A.Association, Summoned = 100, Present = 70, Invalid = 10 }).Result;
        Assert.Equal((60, 31), (result.Base, result.Threshold));
        Assert.Equal(Outcome.Elected, result.Candidates[0].Outcome);
    }

    [Fact]
    public void A_youth_union_counts_against_the_ballots_collected_valid_or_not()
    {
        var count = A.Count(1, 36, 24) with { Rules = A.Youth, Summoned = 100, Present = 71, Invalid = 10 };
        Assert.Equal((71, 36), (count.Result.Base, count.Result.Threshold));
        Assert.Equal(["c01"], count.Elected);
    }

    [Fact]
    public void With_no_ballot_at_all_nobody_is_elected()
    {
        var result = (A.Count(1, 0, 0) with { Rules = A.Youth, Collected = 0 }).Result;
        Assert.Equal((0, 1, 0), (result.Base, result.Threshold, result.SeatsFilled));
        Assert.Equal("0.00", result.Candidates[0].OfBase.ToString());
        Assert.Equal("0.00", result.Candidates[0].OfValid.ToString());
    }

    [Fact]
    public void Papers_are_booked_by_reason()
    {
        var result = (
            A.Count(2) with
            {
                People = A.Candidates(3),
                Summoned = 20,
                Papers =
                [
                    new(5) { Struck = [0] },
                    new(4) { Struck = [1] },
                    new(3),
                    new(2) { Struck = [0, 1, 2] },
                    new(1) { Struck = [0], IssuedByBoard = false },
                    new(1) { Struck = [0], Marked = true },
                    new(0) { Struck = [0], NamesAdded = true },
                    new(1) { Struck = [2], Marked = true },
                ],
            }
        ).Result;
        Assert.Equal((9, 8), (result.Valid, result.Invalid));
        Assert.Equal([4, 5, 9], result.Candidates.Select(candidate => candidate.Votes));
        Assert.Equal(
            [
                (InvalidReason.NotIssuedByBoard, 1),
                (InvalidReason.TooManyNames, 3),
                (InvalidReason.NobodyVotedFor, 2),
                (InvalidReason.Marked, 2),
            ],
            result.InvalidReasons.Select(pair => (pair.Key, (int)pair.Value))
        );
    }

    [Fact]
    public void Invalid_ballots_cite_the_article_of_the_first_reason_that_occurred()
    {
        var (valid, marked, nobody) = (
            new Paper(17) { Struck = [0] },
            new Paper(2) { Struck = [0], Marked = true },
            new Paper(1) { Struck = [0, 1, 2] }
        );
        Assert.Equal("marked", PointOf(valid, marked));
        Assert.Equal("nobody-voted-for", PointOf(valid, marked, nobody));
        // With none, the first that there is.
        Assert.Equal("not-issued-by-board", PointOf(valid));

        static string? PointOf(params Paper[] papers)
        {
            var invalid = A.Vn2020.Elections.Invalid.ToDictionary(
                pair => pair.Key,
                pair => pair.Value with { Article = A.Vn2020.Unwritten with { Point = pair.Key.Code() } }
            );
            var count = A.Count(2) with
            {
                Rules = A.Vn2020 with { Elections = A.Vn2020.Elections with { Invalid = invalid } },
                People = A.Candidates(3),
                Summoned = 20,
                Papers = papers,
            };
            return count.Result.Decisions.Single(decision => decision.About == Subject.Valid).Article.Point;
        }
    }

    [Fact]
    public void A_list_over_the_cap_is_reported_and_still_counted()
    {
        var result = A.Count(2, 60, 55, 20, 10, 5).Result;
        Assert.False(result.Surplus.Allowed);
        Assert.Equal(2, result.SeatsFilled);
    }

    // 244 Điều 20.2.
    [Theory]
    [InlineData(1, NextStep.AnotherBallot)]
    [InlineData(2, NextStep.CongressDecides)]
    [InlineData(3, NextStep.CongressDecides)]
    public void After_several_ballots_the_congress_decides_whether_to_go_on(int round, NextStep next) =>
        Assert.Equal(next, (A.Count(2, 60, 40, 30) with { Round = round }).Result.Next);

    [Theory]
    [InlineData(1, NextStep.AnotherBallot, false)]
    [InlineData(2, NextStep.CongressDecides, false)]
    [InlineData(3, NextStep.CongressDecides, true)]
    public void A_youth_union_votes_twice_at_most(int round, NextStep next, bool tooMany)
    {
        var result = (A.Count(2, 60, 40, 30) with { Rules = A.Youth, Round = round }).Result;
        Assert.Equal(next, result.Next);
        Assert.Equal(tooMany, result.Decisions.Any(decision => decision.About == Subject.Round));
        Assert.Contains(
            round == 1 ? "ballot 2 follows" : "no further ballot",
            result.Decisions.Single(decision => decision.About == Subject.Next).Explanation.English,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_association_asks_its_congress_at_once() =>
        Assert.Equal(NextStep.CongressDecides, (A.Count(2, 60, 40, 30) with { Rules = A.Association }).Result.Next);

    // State elections: a further election only when fewer than 2/3 of the seats are filled.
    [Theory]
    [InlineData(new long[] { 60, 40, 30, 20 }, NextStep.CongressDecides)]
    [InlineData(new long[] { 60, 60, 30, 20 }, NextStep.Complete)]
    public void A_rule_set_may_leave_a_few_seats_open(long[] votes, NextStep next) =>
        Assert.Equal(next, (A.Count(3, votes) with { Rules = A.State }).Result.Next);

    [Fact]
    public void Input_that_cannot_be_is_never_counted() =>
        Assert.Throws<ArgumentException>(() => (A.Count(1, 101) with { Summoned = 100 }).Result);

    [Fact]
    public void More_ballots_than_people_present_are_reported()
    {
        var more = (A.Count(1, 60, 20) with { Present = 90, Issued = 91 }).Result;
        Assert.Contains(more.Decisions, decision => decision is Decision<bool> { About: Subject.BallotsIssued, Value: false });
        var right = (A.Count(1, 60, 20) with { Present = 90, Issued = 90 }).Result;
        Assert.DoesNotContain(right.Decisions, decision => decision.About == Subject.BallotsIssued);
    }

    [Fact]
    public void The_steps_of_the_reasoning_stand_in_their_order()
    {
        var everything = A.Count(2, 60, 55, 55) with
        {
            Of = Post.Secretary,
            Present = 90,
            Issued = 95,
            Rules = A.Youth,
            Round = 3,
        };
        Assert.Equal(
            [
                Subject.Quorum,
                Subject.Base,
                Subject.Threshold,
                Subject.SecretaryDirect,
                Subject.Surplus,
                Subject.Form,
                Subject.Round,
                Subject.BallotsIssued,
                Subject.Valid,
                Subject.Elected,
                Subject.Tie,
                Subject.Next,
            ],
            everything.Result.Decisions.Select(decision => decision.About)
        );
        Assert.Contains(
            Subject.PreparedList,
            (A.Count(2, 60, 60, 10) with { Listed = 3 }).Result.Decisions.Select(decision => decision.About)
        );
    }

    [Fact]
    public void Every_decision_carries_a_value_both_languages_and_an_article()
    {
        foreach (var decision in A.Count(3, 60, 55, 55, 10).Result.Decisions)
        {
            Assert.NotNull(decision.Plain);
            Assert.NotEmpty(decision.Explanation.Vietnamese);
            Assert.NotEmpty(decision.Explanation.English);
            Assert.NotEmpty(decision.Article.Citation.Vietnamese);
            Assert.NotEqual(decision.Explanation.Vietnamese, decision.Explanation.English);
        }
    }

    [Fact]
    public void A_committee_counts_against_all_its_incumbents()
    {
        var count = A.Count(1, 8) with { Kind = CongressKind.Committee, Of = Post.Secretary, Summoned = 15, Present = 9 };
        Assert.Equal((15, 8), (count.Result.Base, count.Result.Threshold));
        Assert.Equal(["c01"], count.Elected);
        Assert.DoesNotContain(count.Result.Decisions, decision => decision.About == Subject.SecretaryDirect);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_secretary_whom_the_congress_did_not_elect_goes_to_the_new_committee(int round, bool given)
    {
        var result = (A.Count(1, 30, 40) with { Rules = A.Youth, Of = Post.Secretary, Round = round }).Result;
        Assert.Equal(given, result.Decisions.Any(decision => decision is Decision<string> { Value: "new-committee" }));
    }

    [Fact]
    public void A_secretary_who_was_elected_does_not_go_to_the_new_committee()
    {
        var result = (A.Count(1, 60, 40) with { Rules = A.Youth, Of = Post.Secretary, Round = 2 }).Result;
        Assert.DoesNotContain(result.Decisions, decision => decision is Decision<string>);
        var nobody = A.Count(1, 50, 50) with { Rules = A.Youth, Of = Post.Secretary, Round = 2 };
        Assert.Contains(nobody.Result.Decisions, decision => decision is Decision<string>);
        // A congress of members votes on its secretary itself too; in a committee the rule has no place.
        var members = nobody with
        {
            Kind = CongressKind.Members,
        };
        Assert.Contains(members.Result.Decisions, decision => decision is Decision<string> { Value: "new-committee" });
        var committee = nobody with { Kind = CongressKind.Committee };
        Assert.DoesNotContain(committee.Result.Decisions, decision => decision is Decision<string>);
    }
}
