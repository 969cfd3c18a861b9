using System.Text.Json;
using DaiHoi.Rules;

namespace DaiHoi.Web.Reports.Writing;

/// <summary>What stands in a section besides texts, as it is printed. Kept with the report once it is sent up.</summary>
internal sealed record PartData
{
    public IReadOnlyList<FigureLine> Figures { get; init; } = [];

    /// <summary>Names of figures that are asked for and cannot be given: the program no longer knows them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Names of the figures that are the columns of <see cref="Below"/>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
    public IReadOnlyList<BelowLine> Below { get; init; } = [];
    public IReadOnlyList<CourseLine> Course { get; init; } = [];
    public IReadOnlyList<TaskLine> Tasks { get; init; } = [];
    public IReadOnlyList<DifficultyLine> Difficulties { get; init; } = [];

    public static PartData Nothing { get; } = new();

    public string Json() => JsonSerializer.Serialize(this);

    public static PartData Of(string json) => JsonSerializer.Deserialize<PartData>(json)!;
}

/// <summary>A named figure beside that of the period before.</summary>
/// <param name="Name">of the figure: "congresses-held"</param>
/// <param name="Denominator">null where it is part of nothing</param>
/// <param name="Before">at the cut-off of the period before; null where there was none</param>
/// <param name="Citation">key of its proof; null while the report is written</param>
internal sealed record FigureLine(string Name, long Value, long? Denominator, long? Before, string? Citation)
{
    public Share? Share => Denominator is > 0 ? new(Value, Denominator.Value) : null;
    public long? Difference => Value - Before;
}

/// <summary>An organisation directly below with its figures, in the order of the columns.</summary>
internal sealed record BelowLine(string Code, string Name, IReadOnlyList<BelowFigure> Figures);

/// <param name="Denominator">null where the figure is part of nothing</param>
internal sealed record BelowFigure(long Value, long? Denominator)
{
    public Share? Share => Denominator is > 0 ? new(Value, Denominator.Value) : null;
}

/// <summary>How a level stood at the end of a week.</summary>
internal sealed record CourseLine(DateOnly Day, long Held, long Due);

/// <summary>A task as it stood.</summary>
internal sealed record TaskLine(
    long Id,
    string Text,
    string? Owner,
    string? Partners,
    DateOnly? DueOn,
    DateOnly? DoneOn,
    string? Evidence
);

/// <summary>A difficulty as it stood.</summary>
/// <param name="Congresses">at how many it was met until the cut-off</param>
internal sealed record DifficultyLine(long Id, string Text, long Congresses, string? Answer, string? Article);
