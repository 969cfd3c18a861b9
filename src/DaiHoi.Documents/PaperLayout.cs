namespace DaiHoi.Documents;

/// <summary>How papers of one association look, by a text that holds for some time.</summary>
/// <param name="Id">"party-2018"</param>
/// <param name="Association">"party", "state", "youth", "plain"</param>
/// <param name="From">the first day of papers that follow it; null since ever</param>
/// <param name="Until">the last one; null as far as one knows</param>
/// <param name="Source">the text that it follows</param>
/// <param name="Checked">whether a clerk has compared it with that text</param>
/// <param name="Note">what is to be known before one relies on it</param>
/// <param name="Number">"Số {number}-{symbol}/{issuer}"</param>
public sealed record PaperLayout(
    string Id,
    string Association,
    DateOnly? From,
    DateOnly? Until,
    string Source,
    bool Checked,
    string Note,
    PageShape Page,
    HeadShape Head,
    string Number,
    TitleShape Title,
    BodyShape Body,
    SignatureShape Signature,
    RecipientShape Recipients
)
{
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);
}

/// <summary>Margins of an A4 page in millimetres; numbers stand in the middle at the top, from the second page on.</summary>
public sealed record PageShape(double Top, double Bottom, double Left, double Right);

/// <summary>Two columns without borders: who issues it, and under whose name.</summary>
/// <param name="Left">how much of the width the issuer's column takes</param>
/// <param name="Under">what stands below the issuer: "*", "***"; null for a line half as long as the name</param>
/// <param name="Motto">at the right, one for each line</param>
/// <param name="Sizes">of the motto's lines, in points</param>
/// <param name="Line">a line as long as the last line of the motto stands below it</param>
public sealed record HeadShape(
    double Left,
    double Superior,
    double Issuer,
    string? Under,
    IReadOnlyList<string> Motto,
    IReadOnlyList<double> Sizes,
    bool Line,
    double Number,
    double Date
);

/// <param name="Type">size of the type, in points, bold</param>
/// <param name="Line">a line a third as wide as the summary stands below it</param>
public sealed record TitleShape(double Type, double Summary, bool Line);

/// <param name="Size">in points</param>
/// <param name="Pitch">from line to line, in points, exactly</param>
/// <param name="Indent">of the first line, in millimetres</param>
/// <param name="After">below a paragraph, in points</param>
public sealed record BodyShape(double Size, double Pitch, double Indent, double After);

/// <param name="OnBehalf">"T/M", "TM."</param>
/// <param name="Lines">empty lines for the hand</param>
public sealed record SignatureShape(string OnBehalf, double Size, int Lines);

/// <param name="Label">"Nơi nhận:"</param>
/// <param name="Underlined">otherwise it is bold and slanted</param>
public sealed record RecipientShape(string Label, double LabelSize, double Size, bool Underlined);
