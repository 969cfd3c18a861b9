using CsCheck;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.Elections;

/// <summary>What holds for every count, tried on made-up ones and against a slow model that counts voice by voice.</summary>
public sealed class CountProperties
{
    private static readonly Gen<RuleSet> SomeRules = OneOf(
        A.Vn2015,
        A.Vn2020,
        A.Vn2025,
        A.Youth,
        A.Union,
        A.Association,
        A.State
    );

    private static readonly string[] OfDelegates =
    [
        "summoning-committee-absent-throughout",
        "delegate-absent-throughout-without-alternate",
    ];

    private static readonly string[] OfMembers =
    [
        "temporarily-elsewhere-absent",
        "exempted-absent",
        "suspended",
        "prosecuted",
        "absent-throughout-excused",
    ];

    // Small bodies, where the surplus is counted in people; larger ones around the cap; lists that are far too short.
    private static readonly Gen<(int Candidates, int Seats)> SomeSize = Gen.Frequency(
        (5, Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5])),
        (1, Gen.Select(Gen.Int[1, 6], Gen.Int[6, 40])),
        (2, Gen.Select(OneOf(6, 7, 10, 20), Gen.Int[0, 8]).Select((seats, more) => (seats + more, seats)))
    );

    // Few people and few ballots: ties, halves and empty boxes come often. Every rule set, kind, post and form.
    private static readonly Gen<Counting> SomeCounting =
        from rules in SomeRules
        from kind in Gen.Enum<CongressKind>()
        from post in Gen.Enum<Post>()
        from size in SomeSize
        let candidates = size.Candidates
        let seats = size.Seats
        from form in OneOf(BallotForm.StrikeOut, BallotForm.AgreeDisagree)
        from papers in SomePaper(candidates, form).Array[0, 8]
        from away in Gen.Long[0, 4]
        from gone in SomeGone(rules, kind)
        from round in Gen.Int[1, 3]
        from among in Gen.Frequency((4, Gen.Const(Among.Everyone)), (1, Gen.Const(Among.Tied)))
        from listed in Gen.Frequency((1, Gen.Const(-1)), (1, Gen.Int[0, 46]))
        from born in Gen.Int[0, 3].Array[candidates]
        let collected = papers.Sum(paper => paper.Count)
        select new Counting(
            rules,
            new(kind, collected + away + gone.Sum(who => who.Count) + 1, gone, collected + 1),
            new(post, seats, form, round, among, listed < 0 ? null : listed),
            [.. A.Candidates(candidates).Zip(born, (who, day) => who with { Born = day == 0 ? null : new(1960, 1, day) })],
            new(collected, collected) { Papers = papers }
        );

    // Who leaves the base, by the reasons that a Party congress of the kind knows; the others know none.
    private static Gen<Deducted[]> SomeGone(RuleSet rules, CongressKind kind)
    {
        var reasons = (rules.Id.StartsWith("vn-", StringComparison.Ordinal), kind) switch
        {
            (true, CongressKind.Delegates) => OfDelegates,
            (true, CongressKind.Members) => OfMembers,
            _ => [],
        };
        return Gen.Int[-1, 3]
            .Array[reasons.Length]
            .Select(counts =>
                reasons.Zip(counts, (reason, count) => new Deducted(reason, count)).Where(who => who.Count >= 0).ToArray()
            );
    }

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
        SomeCounting.Sample(
            counting =>
            {
                var result = Count.Of(counting);
                var slow = SlowCount.Of(counting);
                Assert.Equal((slow.Base, slow.Threshold), (result.Base, result.Threshold));
                Assert.Equal((slow.Valid, slow.Invalid), (result.Valid, result.Invalid));
                Assert.Equal(slow.Reasons, result.InvalidReasons.ToDictionary());
                Assert.Equal(slow.Votes, result.Candidates.Select(candidate => candidate.Votes));
                Assert.Equal(slow.OfBase, result.Candidates.Select(candidate => candidate.OfBase.ToString()));
                Assert.Equal(slow.OfValid, result.Candidates.Select(candidate => candidate.OfValid.ToString()));
                Assert.Equal(slow.Ranks, result.Candidates.Select(candidate => candidate.Rank));
                Assert.Equal(slow.Outcomes, result.Candidates.Select(candidate => candidate.Outcome));
                Assert.Equal(slow.SurplusAllowed, result.Surplus.Allowed);
                Assert.Equal(slow.Next, result.Next);
                Assert.Equal(slow.Outcomes.Count(outcome => outcome == Outcome.Elected), result.SeatsFilled);
            },
            iter: Trials.Many
        );

    [Fact]
    public void The_steps_of_the_reasoning_agree_with_the_slow_model() =>
        SomeCounting.Sample(
            counting =>
            {
                var result = Count.Of(counting);
                var slow = SlowCount.Of(counting);
                var among = counting.Election.Among == Among.Tied;
                Assert.Equal(SlowCount.EnoughPresent(counting), Said(result, Subject.Quorum));
                Assert.Equal(among ? null : SlowCount.RightForm(counting), Said(result, Subject.Form));
                Assert.Equal(SlowCount.PreparedAsItShould(counting), Said(result, Subject.PreparedList));
                Assert.Equal(slow.SurplusAllowed, Said(result, Subject.Surplus));
                Assert.Equal(
                    counting.Rules.Id == "youth" && counting.Election.Round == 3 ? false : null,
                    Said(result, Subject.Round)
                );
                Assert.Equal(slow.Base, result.Decisions.Single(decision => decision.About == Subject.Base).Plain);
                Assert.Equal(slow.Threshold, result.Decisions.Single(decision => decision.About == Subject.Threshold).Plain);
                Assert.Equal(slow.Valid, result.Decisions.Single(decision => decision.About == Subject.Valid).Plain);
                Assert.Equal(
                    Enumerable
                        .Range(0, slow.Votes.Length)
                        .Where(i => slow.Outcomes[i] == Outcome.Elected)
                        .OrderByDescending(i => slow.Votes[i])
                        .Select(i => counting.Candidates[i].Id),
                    result.Decisions.OfType<Decision<IReadOnlyList<string>>>().Single().Value
                );
                Assert.Equal(
                    slow.Next,
                    result.Decisions.OfType<Decision<NextStep>>().Single(decision => decision.About == Subject.Next).Value
                );
                // The made-up rule set is the association's with other values.
                if (counting.Rules.Id != "state")
                    Assert.All(result.Decisions, decision => Assert.Equal(counting.Rules.Id, decision.Article.RuleSet));
            },
            iter: Trials.Many
        );

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

    // On a ballot that is already there the base stays; on one more ballot it grows by one as well.
    [Fact]
    public void One_more_vote_never_hurts() =>
        Gen.Select(SomeRules, Gen.Int[1, 4], Gen.Long[0, 12].Array[1, 6], Gen.Int[0, 5], Gen.Int[0, 1])
            .Sample(
                (rules, seats, votes, who, ballots) =>
                {
                    who %= votes.Length;
                    var valid = Math.Max(13, votes.Sum() + 1);
                    var before = A.Count(seats, votes) with { Rules = rules, Summoned = valid };
                    var more = votes.ToArray();
                    more[who]++;
                    var after = before with { Votes = more, Summoned = valid + ballots };
                    var (low, high) = (before.Result.Candidates[who], after.Result.Candidates[who]);
                    Assert.True(Worth(high.Outcome) >= Worth(low.Outcome));
                    Assert.True(high.Rank <= low.Rank);
                    // The others are never lifted by it.
                    for (var other = 0; other < votes.Length; other++)
                    {
                        if (other != who)
                            Assert.True(after.Result.Candidates[other].Rank >= before.Result.Candidates[other].Rank);
                    }
                },
                iter: Trials.Many
            );

    [Fact]
    public void The_same_input_gives_the_same_bytes() =>
        SomeCounting.Sample(counting => Assert.Equal(Written(counting), Written(counting)), iter: 50);

    private static bool? Said(CountResult result, Subject about) =>
        result.Decisions.OfType<Decision<bool>>().SingleOrDefault(decision => decision.About == about)?.Value;

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
