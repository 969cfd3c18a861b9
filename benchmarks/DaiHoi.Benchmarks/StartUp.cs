using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;

namespace DaiHoi.Benchmarks;

/// <summary>From the start of the process to the first page, whole, on a folder with the demo; the empty application answers one line.</summary>
internal sealed class StartUp : IRow
{
    private const int Rounds = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "start-up";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var folder = await workshop.CopyAsync(stop);
        List<double> portal = [];
        List<double> empty = [];
        // The first of each reads its files from the disk.
        for (var round = 0; round <= Rounds; round++)
        {
            portal.Add(await TimeAsync(() => Portal.Start(workshop.Program, folder), stop));
            empty.Add(await TimeAsync(() => StartEmpty(workshop.EmptyApplication), stop));
        }
        portal.RemoveAt(0);
        empty.RemoveAt(0);
        return
        [
            new($"{Name}/empty-application", "ms", Target.RatioAtMost(2))
            {
                Value = new(portal),
                Reference = new(empty),
                Ratio = Samples.Ratio(portal, empty),
            },
        ];
    }

    private static RunningProgram StartEmpty(string program)
    {
        var port = RunningProgram.FreePort();
        return RunningProgram.Start(program, ["--urls", $"http://127.0.0.1:{port}"], port);
    }

    private static async Task<double> TimeAsync(Func<RunningProgram> start, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        await using var program = start();
        await FirstAnswer.WaitAsync(program, "/", Patience, stop);
        return clock.Elapsed.TotalMilliseconds;
    }
}
