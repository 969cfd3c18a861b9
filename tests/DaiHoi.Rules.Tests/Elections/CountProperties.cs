using CsCheck;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.Elections;

/// <summary>What holds for every count, tried on made-up ones and against a slow model that counts voice by voice.</summary>
public sealed class CountProperties
{
    private static readonly Gen<RuleSet> SomeRules = OneOf(A.Vn2020, A.Vn2025, A.Youth, A.Union, A.Association, A.State);

    // Few people and few ballots: ties, halves and empty boxes come often.
    private static readonly Gen<Counting> SomeCounting =
        from rules in SomeRules
        from candidates in Gen.Int[1, 6]
        from seats in Gen.Int[1, 5]
        from form in OneOf(BallotForm.StrikeOut, BallotForm.AgreeDisagree)
        from papers in SomePaper(candidates, form).Array[0, 8]
        from away in Gen.Long[0, 4]
        from round in Gen.Int[1, 3]
        from among in Gen.Frequency((4, Gen.Const(Among.Everyone)), (1, Gen.Const(Among.Tied)))
        let collected = papers.Sum(paper => paper.Count)
        select new Counting(
            rules,
            new(CongressKind.Delegates, collected + away + 1, [], collected + 1),
            new(Post.Committee, seats, form, round, among),
            A.Candidates(candidates),
            new(collected, collected) { Papers = papers }
        );

    private static Gen<T> OneOf<T>(params T[] these) => Gen.Int[0, these.Length - 1].Select(i => these[i]);

    private static Gen<Paper> SomePaper(int candidates, BallotForm form) =>
        from count in Gen.Long[0, 3]
        from issued in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        from added in Gen.Frequency((12, Gen.Const(false)), (1, Gen.Const(true)))
        from marked in Gen.Frequency((12, Gen.Const(false)), (1, Gen.Const(true)))
        from first in Gen.Bool.Array[candidates]
        from second in Gen.Bool.Array[candidates]
        let strike = form == BallotForm.StrikeOut
        select new Paper(count)
        {
            IssuedByBoard = issued,
            NamesAdded = added,
            Marked = marked,
            Struck = strike ? Places(first) : [],
            Agree = strike ? [] : Places(first),
            Disagree = strike ? [] : Places(second),
        };

    [Fact]
    public void A_count_agrees_with_the_slow_model() =>
        SomeCounting.Sample(counting =>
        {
            var result = Count.Of(counting);
            var slow = SlowCount.Of(counting);
            Assert.Equal(slow.Valid, result.Valid);
            Assert.Equal(slow.Invalid, result.Invalid);
            Assert.Equal(slow.Reasons, result.InvalidReasons.ToDictionary());
            Assert.Equal(slow.Votes, result.Candidates.Select(candidate => candidate.Votes));
            if (counting.Rules.Id != "state")
                Assert.Equal(slow.Outcomes, result.Candidates.Select(candidate => candidate.Outcome));
        });

    [Fact]
    public void The_order_of_papers_and_candidates_does_not_matter() =>
        Gen.Select(SomeCounting, Gen.Int)
            .Sample(
                (counting, seed) =>
                {
                    var chance = new Random(seed);
                    var order = Enumerable.Range(0, counting.Candidates.Count).ToArray();
                    chance.Shuffle(order);
                    var papers = counting.Ballots.Papers!.Select(paper => Moved(paper, order)).ToArray();
                    chance.Shuffle(papers);
                    var moved = counting with
                    {
                        Candidates = [.. order.Select(old => counting.Candidates[old])],
                        Ballots = counting.Ballots with { Papers = papers },
                    };
                    var (before, after) = (Count.Of(counting), Count.Of(moved));
                    Assert.Equal(
                        before.Candidates.ToDictionary(c => c.Candidate.Id, c => (c.Votes, c.Outcome, c.Rank)),
                        after.Candidates.ToDictionary(c => c.Candidate.Id, c => (c.Votes, c.Outcome, c.Rank))
                    );
                    Assert.Equal(before.InvalidReasons.ToDictionary(), after.InvalidReasons.ToDictionary());
                    Assert.Equal(before.Next, after.Next);
                }
            );

    [Fact]
    public void Totals_and_papers_agree() =>
        SomeCounting.Sample(counting =>
        {
            var papers = Count.Of(counting);
            var votes = papers.Candidates.Select(candidate => candidate.Votes).ToArray();
            var totals = Count.Of(
                counting with
                {
                    Ballots = counting.Ballots with { Papers = null, Totals = new(papers.Valid, papers.Invalid, votes) },
                }
            );
            Assert.Equal(papers.Candidates, totals.Candidates);
            Assert.Equal((papers.Base, papers.Threshold, papers.Next), (totals.Base, totals.Threshold, totals.Next));
        });

    [Fact]
    public void Nobody_is_elected_or_tied_below_the_threshold_and_seats_are_never_exceeded() =>
        SomeCounting.Sample(counting =>
        {
            var result = Count.Of(counting);
            Assert.All(
                result.Candidates.Where(candidate => candidate.Outcome != Outcome.NotElected),
                candidate => Assert.True(candidate.Votes >= result.Threshold)
            );
            if (counting.Election.Among == Among.Everyone)
                Assert.True(counting.Rules.Elections.Threshold.Value.IsExceededBy(result.Threshold, result.Base));
            Assert.Equal(result.SeatsFilled, result.Elected.Count());
            Assert.True(result.SeatsFilled <= counting.Election.Seats);
            Assert.True(!result.Tied.Any() || result.SeatsFilled + result.Tied.Count() > counting.Election.Seats);
            Assert.True(result.Tied.Count() != 1);
            Assert.Equal(
                result.Next == NextStep.Complete && counting.Rules.Id != "state",
                result.SeatsFilled == counting.Election.Seats && counting.Rules.Id != "state"
            );
            Assert.NotEmpty(result.Decisions);
        });

    // One more vote on a ballot that is already there: the base stays.
    [Fact]
    public void One_more_vote_never_hurts() =>
        Gen.Select(SomeRules, Gen.Int[1, 4], Gen.Long[0, 12].Array[1, 6], Gen.Int[0, 5])
            .Sample(
                (rules, seats, votes, who) =>
                {
                    who %= votes.Length;
                    var valid = Math.Max(13, votes.Sum() + 1);
                    var before = A.Count(seats, votes) with { Rules = rules, Summoned = valid };
                    var more = votes.ToArray();
                    more[who]++;
                    var after = before with { Votes = more };
                    var (low, high) = (before.Result.Candidates[who], after.Result.Candidates[who]);
                    Assert.True(Worth(high.Outcome) >= Worth(low.Outcome));
                    Assert.True(high.Rank <= low.Rank);
                }
            );

    [Fact]
    public void The_same_input_gives_the_same_bytes() =>
        SomeCounting.Sample(counting => Assert.Equal(Written(counting), Written(counting)), iter: 50);

    private static int Worth(Outcome outcome) =>
        outcome switch
        {
            Outcome.NotElected => 0,
            Outcome.Tied => 1,
            Outcome.Elected => 2,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };

    private static byte[] Written(Counting counting)
    {
        using var output = new MemoryStream();
        CountJson.Write(Count.Of(counting), Language.Vietnamese, output);
        return output.ToArray();
    }

    private static Paper Moved(Paper paper, int[] order)
    {
        int[] Move(IReadOnlyList<int> places) => [.. places.Select(place => Array.IndexOf(order, place))];
        return paper with { Struck = Move(paper.Struck), Agree = Move(paper.Agree), Disagree = Move(paper.Disagree) };
    }

    private static int[] Places(bool[] marks) => [.. Enumerable.Range(0, marks.Length).Where(i => marks[i])];
}
