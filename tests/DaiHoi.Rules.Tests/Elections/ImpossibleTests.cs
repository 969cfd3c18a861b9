using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class ImpossibleTests
{
    private static readonly CountSpec Possible = A.Count(2, 60, 40, 30);

    private static readonly Paper Struck = new(1) { Struck = [0] };

    [Fact]
    public void What_can_be_has_nothing_impossible()
    {
        Assert.Empty(Impossible.In(Possible.Counting));
        Assert.Empty(Impossible.In((Possible with { Votes = [100, 100, 0] }).Counting));
        Assert.Empty(Impossible.In((Possible with { Votes = [0, 0, 0], Collected = 0 }).Counting));
        Assert.Empty(Impossible.In((Possible with { Summoned = 1, Votes = [1, 1, 0] }).Counting));
        Assert.Empty(
            Impossible.In(
                (
                    Possible with
                    {
                        Summoned = 100,
                        Present = 90,
                        Deducted = [new("summoning-committee-absent-throughout", 10)],
                        Votes = [0, 0, 0],
                    }
                ).Counting
            )
        );
    }

    public static TheoryData<string, string> Table =>
        new()
        {
            { "collected above issued", "ballots.collected" },
            { "issued above those who can vote", "ballots.issued" },
            { "issued above the summoned less the deducted", "ballots.issued" },
            { "present above summoned", "congress.present" },
            { "present and deducted above summoned", "congress.deducted" },
            { "everybody deducted", "congress.deducted" },
            { "nobody summoned", "congress.summoned" },
            { "unknown reason", "congress.deducted[0].reason" },
            { "reason of another kind", "congress.deducted[0].reason" },
            { "the same reason twice", "congress.deducted[1].reason" },
            { "no seats", "election.seats" },
            { "no round", "election.round" },
            { "no candidates", "candidates" },
            { "the same candidate twice", "candidates[2].id" },
            { "totals do not sum", "ballots.totals" },
            { "negative valid", "ballots.totals" },
            { "votes above valid", "ballots.totals.votes.c02" },
            { "negative votes", "ballots.totals.votes.c02" },
            { "votes above valid times seats", "ballots.totals.votes" },
            { "too few numbers", "ballots.totals.votes" },
            { "papers do not sum", "ballots.papers" },
            { "negative paper", "ballots.papers[1].count" },
            { "paper of the other form", "ballots.papers[0].agree" },
            { "paper of the other form, disagree", "ballots.papers[0].disagree" },
            { "struck paper without surplus", "ballots.papers[0].struck" },
            { "place outside the list", "ballots.papers[0].struck[1]" },
            { "place below the list", "ballots.papers[0].struck[0]" },
            { "the same name twice", "ballots.papers[0].struck[2]" },
            { "the same name twice in agree", "ballots.papers[0].agree[1]" },
            { "the same name twice in disagree", "ballots.papers[1].disagree[1]" },
            { "papers and totals", "ballots" },
            { "neither papers nor totals", "ballots" },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_cannot_be_names_its_field(string what, string place)
    {
        var problems = Impossible.In(Made(what)).ToList();
        Assert.Contains(problems, problem => problem.Place == place);
        Assert.All(
            problems,
            problem => Assert.StartsWith(problem.Place + ": ", problem.In(Language.Vietnamese), StringComparison.Ordinal)
        );
        Assert.Throws<ArgumentException>(() => Count.Of(Made(what)));
    }

    [Fact]
    public void One_contradiction_is_told_once()
    {
        foreach (var what in Table.Select(row => row.Data.Item1).Except(["votes above valid", "no candidates", "negative valid"]))
            Assert.True(Impossible.In(Made(what)).Count() <= 2, what);
    }

    // Whose each number is cannot be told.
    [Theory]
    [InlineData(new long[] { 101, 0 })]
    [InlineData(new long[] { 100, 100, 100, 101 })]
    public void Of_numbers_that_are_not_one_for_each_nothing_else_is_told(long[] votes) =>
        Assert.Equal(["ballots.totals.votes"], Impossible.In(WithTotals(new(100, 0, votes))).Select(problem => problem.Place));

    public static IEnumerable<(string, Counting)> All => Table.Select(row => (row.Data.Item1, Made(row.Data.Item1)));

    private static Counting Made(string what) =>
        what switch
        {
            "collected above issued" => (Possible with { Issued = 99, Collected = 100 }).Counting,
            "issued above those who can vote" => (Possible with { Issued = 101, Collected = 100 }).Counting,
            "issued above the summoned less the deducted" => (
                Possible with
                {
                    Deducted = [new("summoning-committee-absent-throughout", 10)],
                    Issued = 91,
                    Collected = 80,
                    Votes = [0, 0, 0],
                }
            ).Counting,
            "present above summoned" => (Possible with { Present = 101, Issued = 100 }).Counting,
            "present and deducted above summoned" => (
                Possible with
                {
                    Deducted = [new("summoning-committee-absent-throughout", 10)],
                    Present = 91,
                    Issued = 90,
                    Votes = [0, 0, 0],
                }
            ).Counting,
            "everybody deducted" => (
                Possible with
                {
                    Deducted = [new("summoning-committee-absent-throughout", 100)],
                    Votes = [0, 0, 0],
                }
            ).Counting,
            "nobody summoned" => (Possible with { Summoned = 0, Votes = [0, 0, 0] }).Counting,
            "unknown reason" => (Possible with { Deducted = [new("asleep", 1)], Collected = 99 }).Counting,
            "reason of another kind" => (Possible with { Deducted = [new("suspended", 1)], Collected = 99 }).Counting,
            "the same reason twice" => (
                Possible with
                {
                    Deducted = [new("summoning-committee-absent-throughout", 1), new("summoning-committee-absent-throughout", 1)],
                }
            ).Counting,
            "no seats" => (Possible with { Seats = 0, Votes = [0, 0, 0] }).Counting,
            "no round" => (Possible with { Round = 0 }).Counting,
            "no candidates" => (Possible with { Votes = [] }).Counting,
            "the same candidate twice" => (Possible with { People = [new("a", "A"), new("b", "B"), new("a", "C")] }).Counting,
            "totals do not sum" => WithTotals(new(60, 30, [0, 0, 0])),
            "negative valid" => WithTotals(new(-1, 101, [0, 0, 0])),
            "votes above valid" => (Possible with { Votes = [60, 101, 0] }).Counting,
            "negative votes" => (Possible with { Votes = [60, -1, 0] }).Counting,
            "votes above valid times seats" => (Possible with { Votes = [100, 100, 1] }).Counting,
            "too few numbers" => WithTotals(new(100, 0, [1, 2])),
            "papers do not sum" => WithPapers(Struck with { Count = 99 }),
            "negative paper" => WithPapers(Struck with { Count = 101 }, Struck with { Count = -1 }),
            "paper of the other form" => WithPapers(new Paper(100) { Agree = [0] }),
            "paper of the other form, disagree" => WithPapers(new Paper(100) { Disagree = [0] }),
            "struck paper without surplus" => AgreePapers(Struck with { Count = 100 }),
            "place outside the list" => WithPapers(new Paper(100) { Struck = [0, 3] }),
            "place below the list" => WithPapers(new Paper(100) { Struck = [-1] }),
            "the same name twice" => WithPapers(new Paper(100) { Struck = [0, 1, 0] }),
            "the same name twice in agree" => AgreePapers(new Paper(100) { Agree = [2, 2] }),
            "the same name twice in disagree" => AgreePapers(
                new Paper(50) { Agree = [2], Disagree = [2] },
                new Paper(50) { Disagree = [2, 2] }
            ),
            "papers and totals" => Possible.Counting with { Ballots = Possible.Counting.Ballots with { Papers = [new(100)] } },
            "neither papers nor totals" => Possible.Counting with { Ballots = Possible.Counting.Ballots with { Totals = null } },
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

    private static Counting WithTotals(Totals totals) =>
        Possible.Counting with
        {
            Ballots = Possible.Counting.Ballots with { Totals = totals },
        };

    private static Counting WithPapers(params Paper[] papers) =>
        Possible.Counting with
        {
            Ballots = new(100, 100) { Papers = papers },
        };

    private static Counting AgreePapers(params Paper[] papers) =>
        WithPapers(papers) with
        {
            Election = new(Post.Committee, 2, BallotForm.AgreeDisagree),
        };
}
