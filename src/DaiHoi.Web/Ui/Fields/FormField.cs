namespace DaiHoi.Web.Ui.Fields;

/// <summary>One line that somebody types into, with its label and what is wrong with it.</summary>
/// <param name="Name">as the form sends it</param>
/// <param name="Label">above it; in a row of a table read aloud only</param>
/// <param name="Problem">beside it; null where nothing is wrong</param>
public sealed record FormField(string Name, string Label, string? Value, string? Problem)
{
    /// <summary>Of the element, and before "-problem" of what is wrong with it; by itself its name.</summary>
    public string Id { get; init; } = Name;
    public string? Type { get; init; }
    public string? Language { get; init; }

    /// <summary>"numeric" opens the digits of a telephone.</summary>
    public string? InputMode { get; init; }

    /// <summary>Id of a list of what is usually typed.</summary>
    public string? List { get; init; }

    /// <summary>Of its width in a row: "place" is a number of two digits.</summary>
    public string? Class { get; init; }

    /// <summary>What is to be known about what stands in it, though it may be saved.</summary>
    public string? Mark { get; init; }

    public string? DescribedBy => Problem is null ? null : Id + "-problem";
    public string? Invalid => Problem is null ? null : "true";
}
