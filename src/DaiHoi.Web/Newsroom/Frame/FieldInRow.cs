namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>A field in a row of a list, with what is wrong with it.</summary>
/// <param name="Id">names its problem</param>
/// <param name="Name">as the form sends it</param>
/// <param name="IsShort">for a number of two digits</param>
/// <param name="Mark">what is to be known about what stands in it, though it may be saved</param>
internal sealed record FieldInRow(
    string Id,
    string Name,
    string? Value,
    string Label,
    string Type,
    string? Language,
    bool IsShort,
    string? Problem,
    string? Mark = null
);
