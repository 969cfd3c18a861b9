namespace DaiHoi.Benchmarks.Measuring;

/// <summary>What several rounds gave: the median, and the lowest and highest as its spread.</summary>
internal sealed class Samples
{
    private readonly double[] sorted;

    public Samples(IEnumerable<double> values)
    {
        sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("no round was measured", nameof(values));
    }

    public double Median =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    public double Lowest => sorted[0];
    public double Highest => sorted[^1];

    public static implicit operator Samples(double single) => new([single]);

    /// <summary>Round by round, so that what disturbed one round disturbed both sides of its ratio.</summary>
    public static Samples Ratio(IEnumerable<double> values, IEnumerable<double> references) =>
        new(values.Zip(references, (value, reference) => value / reference));

    /// <summary>The value that <paramref name="share"/> of all do not exceed (nearest rank).</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        double[] ordered = [.. values.Order()];
        return ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Length) - 1)];
    }
}
