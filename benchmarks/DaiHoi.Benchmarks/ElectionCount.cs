using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.References;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Benchmarks;

/// <summary>
/// A large hall from ballots to the reasoned result: 1,500 ballots, each a paper of its own, 80 names for 62 seats. The same
/// ballots are counted on a blackboard, and the votes must agree.
/// </summary>
internal sealed class ElectionCount : IRow
{
    private const int Rounds = 25;

    public string Name => "count";

    public Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var hall = MadeUpHall.Fill();
        var votes = MadeUpHall.OnABlackboard(hall);
        List<double> spent = [];
        // The first rounds are compiled on the way.
        for (var round = -5; round < Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var from = Stopwatch.GetTimestamp();
            var result = Count.Of(hall);
            var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            if (!result.Candidates.Select(candidate => candidate.Votes).SequenceEqual(votes))
                throw new InvalidOperationException("the engine and the blackboard count different votes");
            if (round >= 0)
                spent.Add(took);
        }
        return Task.FromResult<IReadOnlyList<Result>>([
            new($"{Name}/1500-ballots-80-names", "ms", Target.AtMost(5, "ms")) { Value = new(spent) },
        ]);
    }
}
