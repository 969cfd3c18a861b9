using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class ValidityTests
{
    // Worked example 6; 244 Điều 17, 32.1.
    [Theory]
    [InlineData(2, 15, null)]
    [InlineData(5, 12, null)]
    [InlineData(16, 1, null)]
    [InlineData(1, 16, InvalidReason.TooManyNames)]
    [InlineData(0, 17, InvalidReason.TooManyNames)]
    [InlineData(17, 0, InvalidReason.NobodyVotedFor)]
    public void With_surplus_as_many_names_as_seats_or_fewer_are_valid(int struck, int votes, InvalidReason? reason)
    {
        var (found, voted) = Judge(BallotForm.StrikeOut, 15, 17, new Paper(1) { Struck = [.. Enumerable.Range(0, struck)] });
        Assert.Equal(reason, found);
        Assert.Equal(votes, voted.Count(vote => vote));
        // The first ones are struck, so the last ones are voted for.
        Assert.Equal([.. Enumerable.Range(0, 17).Select(i => i >= struck)], voted);
    }

    // Worked example 5; 244 Điều 17.2: agree on A, nothing on B, both on C.
    [Fact]
    public void Without_surplus_a_line_with_both_boxes_or_none_is_not_counted()
    {
        var (reason, voted) = Judge(BallotForm.AgreeDisagree, 3, 3, new Paper(1) { Agree = [0, 2], Disagree = [2] });
        Assert.Null(reason);
        Assert.Equal([true, false, false], voted);
    }

    [Theory]
    [InlineData(new int[0], new[] { 0, 1, 2 })]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, 1, 2 })]
    public void Without_surplus_a_ballot_that_agrees_with_nobody_is_valid(int[] agree, int[] disagree)
    {
        var (reason, voted) = Judge(BallotForm.AgreeDisagree, 3, 3, new Paper(1) { Agree = agree, Disagree = disagree });
        Assert.Null(reason);
        Assert.DoesNotContain(true, voted);
    }

    [Theory]
    [InlineData(true, false, null, true)]
    [InlineData(false, true, null, false)]
    [InlineData(true, true, InvalidReason.BothOrNoneOnSingleList, false)]
    [InlineData(false, false, InvalidReason.BothOrNoneOnSingleList, false)]
    public void A_list_of_one_needs_exactly_one_cross(bool agree, bool disagree, InvalidReason? reason, bool vote)
    {
        var paper = new Paper(1) { Agree = agree ? [0] : [], Disagree = disagree ? [0] : [] };
        var (found, voted) = Judge(BallotForm.AgreeDisagree, 1, 1, paper);
        Assert.Equal(reason, found);
        Assert.Equal([vote], voted);
    }

    [Fact]
    public void A_list_of_two_with_no_cross_is_no_list_of_one() =>
        Assert.Null(Judge(BallotForm.AgreeDisagree, 1, 2, new Paper(1)).Reason);

    [Fact]
    public void Agreeing_with_more_than_the_seats_is_too_many()
    {
        Assert.Null(Judge(BallotForm.AgreeDisagree, 2, 3, new Paper(1) { Agree = [0, 1] }).Reason);
        Assert.Equal(
            InvalidReason.TooManyNames,
            Judge(BallotForm.AgreeDisagree, 2, 3, new Paper(1) { Agree = [0, 1, 2] }).Reason
        );
        // Disagreeing with somebody takes no name away from the others.
        Assert.Equal(
            InvalidReason.TooManyNames,
            Judge(BallotForm.AgreeDisagree, 1, 3, new Paper(1) { Agree = [0, 1], Disagree = [2] }).Reason
        );
        // A line with both boxes is not a name.
        Assert.Null(Judge(BallotForm.AgreeDisagree, 2, 3, new Paper(1) { Agree = [0, 1, 2], Disagree = [1] }).Reason);
    }

    [Fact]
    public void A_struck_list_of_one_votes_for_nobody()
    {
        Assert.Equal(InvalidReason.NobodyVotedFor, Judge(BallotForm.StrikeOut, 1, 1, new Paper(1) { Struck = [0] }).Reason);
        Assert.Null(Judge(BallotForm.StrikeOut, 1, 1, new Paper(1)).Reason);
    }

    public static TheoryData<InvalidReason> Reasons => [.. Enum.GetValues<InvalidReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_stands_on_its_own_and_can_be_switched_off(InvalidReason reason)
    {
        var (form, candidates, paper) = Faulty(reason);
        Assert.Equal(reason, Judge(form, 2, candidates, paper).Reason);
        Assert.Null(Judge(form, 2, candidates, paper, Without(reason)).Reason);
    }

    [Fact]
    public void A_ballot_with_several_faults_is_booked_under_the_first()
    {
        var paper = new Paper(1)
        {
            IssuedByBoard = false,
            NamesAdded = true,
            Marked = true,
            Struck = [0, 1, 2],
        };
        Assert.Equal(InvalidReason.NotIssuedByBoard, Judge(BallotForm.StrikeOut, 2, 3, paper).Reason);
        paper = paper with { IssuedByBoard = true };
        Assert.Equal(InvalidReason.NobodyVotedFor, Judge(BallotForm.StrikeOut, 2, 3, paper).Reason);
        paper = paper with { Struck = [1] };
        Assert.Equal(InvalidReason.NamesAdded, Judge(BallotForm.StrikeOut, 2, 3, paper).Reason);
        paper = paper with { NamesAdded = false };
        Assert.Equal(InvalidReason.Marked, Judge(BallotForm.StrikeOut, 2, 3, paper).Reason);
    }

    private static (BallotForm Form, int Candidates, Paper Paper) Faulty(InvalidReason reason) =>
        reason switch
        {
            InvalidReason.NotIssuedByBoard => (BallotForm.StrikeOut, 3, new Paper(1) { Struck = [0], IssuedByBoard = false }),
            InvalidReason.TooManyNames => (BallotForm.StrikeOut, 3, new Paper(1)),
            InvalidReason.NobodyVotedFor => (BallotForm.StrikeOut, 3, new Paper(1) { Struck = [0, 1, 2] }),
            InvalidReason.BothOrNoneOnSingleList => (BallotForm.AgreeDisagree, 1, new Paper(1)),
            InvalidReason.NamesAdded => (BallotForm.StrikeOut, 3, new Paper(1) { Struck = [0], NamesAdded = true }),
            InvalidReason.Marked => (BallotForm.StrikeOut, 3, new Paper(1) { Struck = [0], Marked = true }),
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };

    private static RuleSet Without(InvalidReason reason) =>
        A.Vn2020 with
        {
            Elections = A.Vn2020.Elections with
            {
                Invalid = A.Vn2020.Elections.Invalid.ToDictionary(
                    pair => pair.Key,
                    pair => pair.Value with { Value = pair.Key != reason }
                ),
            },
        };

    private static (InvalidReason? Reason, bool[] Voted) Judge(
        BallotForm form,
        int seats,
        int candidates,
        Paper paper,
        RuleSet? rules = null
    )
    {
        // What an earlier ballot left must not shine through.
        var voted = new bool[candidates];
        voted.AsSpan().Fill(form == BallotForm.AgreeDisagree);
        return (new Validity(rules ?? A.Vn2020, form, seats, candidates).Judge(paper, voted), voted);
    }
}
