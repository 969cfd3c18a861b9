using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests;

/// <summary>Builders that name only what matters to a test.</summary>
internal static class A
{
    public static readonly RuleSet Vn2015 = RuleSet.Named("vn-2015")!;
    public static readonly RuleSet Vn2020 = RuleSet.Named("vn-2020")!;
    public static readonly RuleSet Vn2025 = RuleSet.Named("vn-2025")!;
    public static readonly RuleSet Youth = RuleSet.Named("youth")!;
    public static readonly RuleSet Union = RuleSet.Named("union")!;
    public static readonly RuleSet Association = RuleSet.Named("association")!;

    /// <summary>A made-up rule set in which a tie goes to the older and few open seats are left open.</summary>
    public static readonly RuleSet State = Association with
    {
        Id = "state",
        Elections = Association.Elections with
        {
            Tie = new(TieStrategy.Older, TieStrategy.Older, Association.Unwritten),
            FurtherBallots = new(1, null, new Fraction(2, 3), Association.Unwritten),
        },
    };

    /// <summary>A count from totals: everybody came, every ballot is valid.</summary>
    public static CountSpec Count(int seats, params ReadOnlySpan<long> votes) => new(seats, votes.ToArray());

    public static Hall Delegates(long summoned, long present, params Deducted[] deducted) =>
        new(CongressKind.Delegates, summoned, deducted, present);

    public static Hall Members(long summoned, long present, params Deducted[] deducted) =>
        new(CongressKind.Members, summoned, deducted, present);

    public static Candidate[] Candidates(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new Candidate($"c{i:00}", $"Người {i}"))];

    public static DateOnly Day(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record CountSpec(int Seats, long[] Votes)
{
    public RuleSet Rules { get; init; } = A.Vn2020;
    public CongressKind Kind { get; init; } = CongressKind.Delegates;
    public Post Of { get; init; } = Post.Committee;
    public BallotForm Form { get; init; } = BallotForm.StrikeOut;
    public int Round { get; init; } = 1;
    public Among Among { get; init; } = Among.Everyone;
    public long Summoned { get; init; } = 100;
    public long? Present { get; init; }
    public long? Issued { get; init; }
    public long? Collected { get; init; }
    public long Invalid { get; init; }
    public Deducted[] Deducted { get; init; } = [];
    public int? Listed { get; init; }
    public Candidate[]? People { get; init; }
    public Paper[]? Papers { get; init; }

    public Counting Counting
    {
        get
        {
            var able = Summoned - Deducted.Sum(deducted => deducted.Count);
            var issued = Issued ?? Present ?? able;
            var collected = Collected ?? Papers?.Sum(paper => paper.Count) ?? issued;
            return new(
                Rules,
                new(Kind, Summoned, Deducted, Present ?? able),
                new(Of, Seats, Form, Round, Among, Listed),
                People ?? A.Candidates(Votes.Length),
                new(issued, collected)
                {
                    Papers = Papers,
                    Totals = Papers is null ? new(collected - Invalid, Invalid, Votes) : null,
                }
            );
        }
    }

    public CountResult Result => Count.Of(Counting);

    public string[] Elected => [.. Result.Elected.Select(result => result.Candidate.Id)];

    public string[] Tied => [.. Result.Tied.Select(result => result.Candidate.Id)];
}
