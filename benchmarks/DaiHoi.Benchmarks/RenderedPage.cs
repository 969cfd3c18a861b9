using DaiHoi.Benchmarks.Load;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;
using DaiHoi.Benchmarks.References;

namespace DaiHoi.Benchmarks;

/// <summary>The same article, rendered anew for every reader: the program with no room to keep pages in.</summary>
internal sealed class RenderedPage : IRow
{
    private const int VisitorCount = 12_000;
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly Target AgainstBare = Target.RatioAtLeast(0.10);

    public string Name => "rendered-page";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var article = (await workshop.FilledAsync(stop)).Article;
        var server = await Portal.OpenAsync(
            workshop.Program,
            await workshop.CopyAsync(stop),
            stop,
            ("DAIHOI_KnownProxies", "127.0.0.1"),
            ("DAIHOI_PageStoreMegabytes", "0")
        );
        using var reader = new Reader(server.Port);
        var (page, contentType) = await reader.PackedAsync(article, stop);
        await using var program = new Contestant(server, article, VisitorCount);
        var file = Path.Combine(workshop.NewFolder(), "page.gz");
        await File.WriteAllBytesAsync(file, page, stop);
        await using var bare = new Contestant(await BareEndpoint.OpenAsync(file, contentType, stop), "/", VisitorCount);
        Contestant.Compete([program, bare], Rounds, WarmUp, Turn, stop);
        return
        [
            new($"{Name}/bare", "pages/s", AgainstBare)
            {
                Value = new(program.Rates),
                Reference = new(bare.Rates),
                Ratio = Samples.Ratio(program.Rates, bare.Rates),
            },
        ];
    }
}
