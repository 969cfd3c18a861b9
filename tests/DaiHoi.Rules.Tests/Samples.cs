namespace DaiHoi.Rules.Tests;

/// <summary>The made-up congresses in <c>Samples/</c>.</summary>
internal static class Samples
{
    public static readonly string[] All = ["count", "totals", "tie", "again"];

    public static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", $"{name}.json"));
}
