using System.Globalization;

namespace DaiHoi.Benchmarks.Measuring;

/// <summary>What a row must reach, as words and as a test.</summary>
/// <param name="Text">"≥ 0.90 ×", "≤ 170 MiB"</param>
/// <param name="OfRatio">the ratio is tested, not the value</param>
internal sealed record Target(string Text, bool OfRatio, double Lowest, double Highest)
{
    public static Target RatioAtLeast(double limit, string unit = "×") =>
        new(Words("≥", limit, "0.00", unit), true, limit, double.PositiveInfinity);

    public static Target RatioAtMost(double limit) => new(Words("≤", limit, "0.00", "×"), true, double.NegativeInfinity, limit);

    public static Target AtMost(double limit, string unit) =>
        new(Words("≤", limit, "0.##", unit), false, double.NegativeInfinity, limit);

    public bool IsMetBy(double median) => median >= Lowest && median <= Highest;

    private static string Words(string sign, double limit, string format, string unit) =>
        $"{sign} {limit.ToString(format, CultureInfo.InvariantCulture)} {unit}";
}
