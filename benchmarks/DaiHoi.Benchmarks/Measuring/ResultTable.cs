using System.Globalization;

namespace DaiHoi.Benchmarks.Measuring;

/// <summary>The results as a table of text: median, and lowest–highest of the rounds.</summary>
internal static class ResultTable
{
    private static readonly string[] Heads = ["row", "unit", "value", "reference", "ratio", "target", "met"];

    public static void Write(IReadOnlyList<Result> results, TextWriter to)
    {
        List<string[]> lines = [Heads, .. results.Select(Cells)];
        var widths = Enumerable.Range(0, Heads.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            to.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        foreach (var result in results.Where(result => result.Missing is not null))
            to.WriteLine($"{result.Name}: not measured: {result.Missing}");
    }

    private static string[] Cells(Result result) =>
        [
            result.Name,
            result.Unit,
            Spread(result.Value, Format),
            Spread(result.Reference, Format),
            Spread(result.Ratio, ratio => ratio.ToString(ratio < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture)),
            result.Target.Text,
            result.Met switch
            {
                true => "yes",
                false => "NO",
                null => "-",
            },
        ];

    private static string Spread(Samples? samples, Func<double, string> format) =>
        samples is null ? "-"
        : format(samples.Lowest) == format(samples.Highest) ? format(samples.Median)
        : $"{format(samples.Median)} ({format(samples.Lowest)}–{format(samples.Highest)})";

    private static string Format(double value) =>
        value.ToString(
            value switch
            {
                >= 1000 => "#,0",
                >= 100 => "0",
                >= 10 => "0.0",
                _ => "0.00",
            },
            CultureInfo.InvariantCulture
        );
}
