using System.Diagnostics;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class CountSpeedTests
{
    // The quickest of some: what else the machine does is not the engine's.
    private const double Most = 5;
    private const double MostToRead = 60;

    [Fact]
    public void Fifteen_hundred_ballots_with_eighty_names_are_counted_at_once()
    {
        Assert.SkipWhen(UnderMutation.Now, "nothing is timed");
        var counting = LargeHall.Counting();
        var spent = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            var from = Stopwatch.GetTimestamp();
            var result = Count.Of(counting);
            spent.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            Assert.Equal(1_500, result.Valid);
        }
        Assert.True(spent.Min() < Most, string.Join(", ", spent));
    }

    [Fact]
    public void Reading_the_file_takes_no_longer_than_a_blink()
    {
        Assert.SkipWhen(UnderMutation.Now, "nothing is timed");
        var json = LargeHall.Json();
        var spent = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            var from = Stopwatch.GetTimestamp();
            Assert.Empty(CountFile.Read(json, Rules.RuleSets.RuleSet.Named).Problems);
            spent.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        Assert.True(spent.Min() < MostToRead, string.Join(", ", spent));
    }
}

/// <summary>1,500 ballots, each a paper of its own, 80 candidates for 62 seats.</summary>
internal static class LargeHall
{
    private const int Papers = 1_500;
    private const int Candidates = 80;
    private const int Seats = 62;

    public static Counting Counting()
    {
        var chance = new Random(7);
        var papers = new Paper[Papers];
        for (var i = 0; i < Papers; i++)
        {
            var places = Enumerable.Range(0, Candidates).ToArray();
            chance.Shuffle(places);
            papers[i] = new(1) { Struck = places[..(Candidates - Seats + chance.Next(3))] };
        }
        return new(
            A.Vn2020,
            A.Delegates(Papers, Papers),
            new(Post.Committee, Seats, BallotForm.StrikeOut),
            A.Candidates(Candidates),
            new(Papers, Papers) { Papers = papers }
        );
    }

    public static byte[] Json()
    {
        var counting = Counting();
        using var output = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(output))
        {
            System.Text.Json.JsonSerializer.Serialize(
                json,
                new
                {
                    rules = "vn-2020",
                    congress = new
                    {
                        kind = "delegates",
                        summoned = Papers,
                        present = Papers,
                    },
                    election = new
                    {
                        of = "committee",
                        seats = Seats,
                        form = "strike-out",
                    },
                    candidates = counting.Candidates.Select(candidate => new { id = candidate.Id, name = candidate.Name }),
                    ballots = new
                    {
                        issued = Papers,
                        collected = Papers,
                        papers = counting.Ballots.Papers!.Select(paper => new
                        {
                            struck = paper.Struck.Select(place => counting.Candidates[place].Id),
                        }),
                    },
                }
            );
        }
        return output.ToArray();
    }
}
