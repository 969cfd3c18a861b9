namespace DaiHoi.Benchmarks.Measuring;

/// <summary>One line of the table.</summary>
/// <param name="Name">the row, a slash, and what of it: "article-page/bare"</param>
/// <param name="Unit">of value and reference</param>
internal sealed record Result(string Name, string Unit, Target Target)
{
    public Samples? Value { get; init; }

    /// <summary>The same work by the reference in the same run; null where the target names none.</summary>
    public Samples? Reference { get; init; }

    /// <summary>As the target compares the two.</summary>
    public Samples? Ratio { get; init; }

    /// <summary>Why it was not measured; null where it was.</summary>
    public string? Missing { get; init; }

    public bool? Met => (Target.OfRatio ? Ratio : Value) is { } measured ? Target.IsMetBy(measured.Median) : null;

    public static Result NotMeasured(string name, string unit, Target target, string why) =>
        new(name, unit, target) { Missing = why };
}
