using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;

namespace DaiHoi.Benchmarks;

/// <summary>
/// Memory of the program some seconds after a few pages: of the process that has filled the demo, and of one that is
/// started on it.
/// </summary>
internal sealed class IdleMemory : IRow
{
    private const int Rounds = 3;
    private const double MiB = 1024 * 1024;
    private static readonly Target Most = Target.AtMost(170, "MiB");

    public string Name => "idle-memory";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var filled = await workshop.FilledAsync(stop);
        var folder = await workshop.CopyAsync(stop);
        List<double> started = [];
        for (var round = 0; round < Rounds; round++)
        {
            await using var portal = await Portal.OpenAsync(workshop.Program, folder, stop);
            using var reader = new Reader(portal.Port);
            started.Add(await reader.IdleBytesAsync(portal, filled.Article, stop) / MiB);
        }
        return
        [
            new($"{Name}/after-the-demo", "MiB", Most) { Value = filled.IdleBytes / MiB },
            new($"{Name}/started-again", "MiB", Most) { Value = new(started) },
        ];
    }
}
