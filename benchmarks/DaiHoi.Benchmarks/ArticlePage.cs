using DaiHoi.Benchmarks.Load;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;
using DaiHoi.Benchmarks.References;

namespace DaiHoi.Benchmarks;

/// <summary>
/// An article read by many visitors, each view counted, against a bare endpoint and against nginx that return the same
/// bytes. The program believes the proxy in front of it on the visitor's address, as it does when it is deployed.
/// </summary>
internal sealed class ArticlePage : IRow
{
    private const int VisitorCount = 12_000;
    private const int Rounds = 21;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly Target AgainstBare = Target.RatioAtLeast(0.90);
    private static readonly Target AgainstNginx = Target.RatioAtLeast(0.60);

    public string Name => "article-page";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var article = (await workshop.FilledAsync(stop)).Article;
        var server = await Portal.OpenAsync(
            workshop.Program,
            await workshop.CopyAsync(stop),
            stop,
            ("DAIHOI_KnownProxies", "127.0.0.1")
        );
        using var reader = new Reader(server.Port);
        var before = await reader.NumbersAsync(article, stop);
        var (page, contentType) = await reader.PackedAsync(article, stop);
        await using var program = new Contestant(server, article, VisitorCount);

        var file = Path.Combine(workshop.NewFolder(), "page.gz");
        await File.WriteAllBytesAsync(file, page, stop);
        await using var bare = new Contestant(await BareEndpoint.OpenAsync(file, contentType, stop), "/", VisitorCount);
        await using var nginx = Nginx.Program is { } found
            ? new Contestant(await Nginx.OpenAsync(found, workshop.NewFolder(), page, contentType, stop), "/", VisitorCount)
            : null;

        workshop.Say($"{article}: {page.Length:#,0} bytes packed, {VisitorCount:#,0} visitors");
        Contestant.Compete(nginx is null ? [program, bare] : [program, bare, nginx], Rounds, WarmUp, Turn, stop);
        workshop.Say(
            $"processor time of an answer: {program.MicrosecondsPerAnswer:0.0} µs, bare {bare.MicrosecondsPerAnswer:0.0} µs"
        );
        await CheckThatAllWereCountedAsync(reader, article, before, program.Answers, stop);
        return
        [
            Compared("bare", program, bare, AgainstBare),
            nginx is null
                ? Result.NotMeasured($"{Name}/nginx", "pages/s", AgainstNginx, Nginx.WhatToInstall)
                : Compared("nginx", program, nginx, AgainstNginx),
        ];
    }

    private Result Compared(string with, Contestant program, Contestant reference, Target target) =>
        new($"{Name}/{with}", "pages/s", target)
        {
            Value = new(program.Rates),
            Reference = new(reference.Rates),
            Ratio = Samples.Ratio(program.Rates, reference.Rates),
        };

    // All happens within half an hour: one visit and one view of the article for each visitor, however often he came.
    private static async Task CheckThatAllWereCountedAsync(
        Reader reader,
        string article,
        ShownNumbers before,
        long answers,
        CancellationToken stop
    )
    {
        var after = await reader.NumbersAsync(article, stop);
        var (visits, views) = (after.Odometer - before.Odometer, after.Views - before.Views);
        if (answers < VisitorCount || visits != VisitorCount || views != VisitorCount || after.Online < VisitorCount)
            throw new InvalidOperationException(
                $"not everything was counted: {answers} answers to {VisitorCount} visitors, {visits} visits, {views} views, {after.Online} online"
            );
    }
}
