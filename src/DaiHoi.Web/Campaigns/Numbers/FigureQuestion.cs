namespace DaiHoi.Web.Campaigns.Numbers;

/// <summary>Which figure, where, and as of when.</summary>
/// <param name="Campaign">its code; null for the only one</param>
/// <param name="Name">of the figure</param>
/// <param name="Organisation">code: itself and all below</param>
/// <param name="Level">code of the one level that counts; null for all</param>
/// <param name="AsOf">as of the end of this day</param>
/// <param name="KnownOn">what was entered after the end of this day is left out; null for all that is known</param>
public sealed record FigureQuestion(
    string? Campaign,
    string Name,
    string Organisation,
    string? Level,
    DateOnly? AsOf,
    DateOnly? KnownOn
);

/// <summary>A figure as it was asked for.</summary>
/// <param name="AsOf">the day that was asked for; where none was, today, or the day on which the campaign was closed</param>
public sealed record Figure(
    string Campaign,
    string Name,
    string Organisation,
    string OrganisationName,
    string? Level,
    DateOnly AsOf,
    DateOnly? KnownOn,
    FigureNumbers Numbers
);

/// <summary>Why a figure cannot be given.</summary>
public enum FigureProblem
{
    NoCampaign,
    UnknownCampaign,
    SeveralCampaigns,
    UnknownFigure,
    UnknownOrganisation,
    OutsideTheCampaign,
    UnknownLevel,
}

/// <summary>A figure, or why there is none.</summary>
/// <param name="Figure">null where it was refused</param>
/// <param name="Among">what could have been meant: codes of campaigns, names of figures, codes of levels</param>
public sealed record FigureAnswer(Figure? Figure, FigureProblem? Problem, IReadOnlyList<string> Among);

/// <summary>An organisation behind a figure.</summary>
/// <param name="Amount">what its congress adds: 1, or its part of a sum</param>
public sealed record BehindFigure(string Code, string Name, long Amount);

/// <summary>Figures of an organisation that stands directly below another.</summary>
public sealed record FiguresBelow(string Code, string Name, IReadOnlyList<FigureNumbers> Figures);

/// <summary>How a level stood at the end of a day.</summary>
/// <param name="Due">expected, without those that are exempt</param>
public sealed record CoursePoint(DateOnly Day, long Held, long Due);
