using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Benchmarks.References;

/// <summary>A hall of delegates who strike names at random, a few of them too few or too many; always the same.</summary>
internal static class MadeUpHall
{
    private const int Ballots = 1_500;
    private const int Names = 80;
    private const int Seats = 62;

    public static Counting Fill()
    {
        var chance = new Random(7);
        var papers = new Paper[Ballots];
        for (var i = 0; i < Ballots; i++)
        {
            var places = Enumerable.Range(0, Names).ToArray();
            chance.Shuffle(places);
            // One too few in fifty: more names than seats are left, and the ballot is invalid.
            var struck = Names - Seats + chance.Next(3) - (i % 50 == 0 ? 3 : 0);
            papers[i] = new(1) { Struck = places[..struck] };
        }
        return new(
            RuleSet.Named("vn-2025")!,
            new Hall(CongressKind.Delegates, Ballots, [], Ballots),
            new Election(Post.Committee, Seats, BallotForm.StrikeOut),
            [.. Enumerable.Range(1, Names).Select(i => new Candidate($"c{i:00}", $"Người {i}"))],
            new(Ballots, Ballots) { Papers = papers }
        );
    }

    /// <summary>Votes per name, counted ballot by ballot.</summary>
    public static long[] OnABlackboard(Counting hall)
    {
        var votes = new long[Names];
        foreach (var paper in hall.Ballots.Papers!)
        {
            var left = Enumerable.Range(0, Names).Except(paper.Struck).ToList();
            if (left.Count is 0 or > Seats)
                continue;
            foreach (var place in left)
                votes[place]++;
        }
        return votes;
    }
}
