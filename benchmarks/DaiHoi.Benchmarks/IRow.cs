using DaiHoi.Benchmarks.Measuring;

namespace DaiHoi.Benchmarks;

/// <summary>A row of the table of targets: something that the program does, measured together with its reference.</summary>
internal interface IRow
{
    /// <summary>For <c>--only</c>, and the first half of its results' names.</summary>
    string Name { get; }

    Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop);
}
