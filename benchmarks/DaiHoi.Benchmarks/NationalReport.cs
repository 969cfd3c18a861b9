using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.References;
using DaiHoi.Documents;

namespace DaiHoi.Benchmarks;

/// <summary>A national report over 67 reports below, from what it says to the finished file.</summary>
internal sealed class NationalReport : IRow
{
    private const int Rounds = 9;
    private const int FewestPages = 150;

    public string Name => "report";

    public Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var (paper, layout) = (MadeUpReport.Write(), PaperLayouts.Nearest("party", new(2020, 3, 2)));
        return Task.FromResult<IReadOnlyList<Result>>([
            new($"{Name}/pdf", "ms", Target.AtMost(2000, "ms"))
            {
                Value = new(
                    Time(
                        stream =>
                        {
                            if (PdfPaper.Write(stream, paper, layout) < FewestPages)
                                throw new InvalidOperationException("the report is no long one");
                        },
                        stop
                    )
                ),
            },
            new($"{Name}/docx", "ms", Target.AtMost(2000, "ms"))
            {
                Value = new(Time(stream => DocxPaper.Write(stream, paper, layout), stop)),
            },
        ]);
    }

    private static List<double> Time(Action<Stream> write, CancellationToken stop)
    {
        List<double> spent = [];
        // The first rounds are compiled on the way.
        for (var round = -2; round < Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            using var stream = new MemoryStream();
            var from = Stopwatch.GetTimestamp();
            write(stream);
            if (round >= 0)
                spent.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        return spent;
    }
}
