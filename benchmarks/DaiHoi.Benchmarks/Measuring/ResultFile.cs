using System.Text.Encodings.Web;
using System.Text.Json;

namespace DaiHoi.Benchmarks.Measuring;

/// <summary>The results as JSON: a list of objects; value, reference and ratio are medians, each with its spread.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(IReadOnlyList<Result> results, string path) =>
        File.WriteAllText(path, JsonSerializer.Serialize(results.Select(Line), Form) + "\n");

    private static object Line(Result result) =>
        new
        {
            result.Name,
            result.Unit,
            Value = result.Value?.Median,
            Reference = result.Reference?.Median,
            Ratio = result.Ratio?.Median,
            Target = result.Target.Text,
            result.Met,
            ValueSpread = Spread(result.Value),
            ReferenceSpread = Spread(result.Reference),
            RatioSpread = Spread(result.Ratio),
            NotMeasured = result.Missing,
        };

    private static double[]? Spread(Samples? samples) => samples is null ? null : [samples.Lowest, samples.Highest];
}
