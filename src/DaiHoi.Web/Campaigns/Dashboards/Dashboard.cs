using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>Where a campaign stands at one organisation and below it, at the end of one day.</summary>
/// <param name="Day">of which everything speaks</param>
/// <param name="Level">whose congresses the sentence, the map, the curve and the table count</param>
/// <param name="Levels">each level that has congresses here, with its sums, from the top down</param>
/// <param name="ComparedTo">an earlier or later day that was asked for; null without one</param>
/// <param name="Compared">how it stood on that day</param>
/// <param name="Children">directly below, those that need attention first</param>
internal sealed record Dashboard(
    PlaceInCampaign Place,
    DateOnly Day,
    FrameLevel Level,
    IReadOnlyList<(FrameLevel Level, Standing Now)> Levels,
    DateOnly? ComparedTo,
    Standing? Compared,
    Standing Now,
    HeldByDay Course,
    Forecast? Forecast,
    IReadOnlyList<ChildRow> Children,
    Dictionary<string, Tile> Tiles
)
{
    /// <summary>Since when the table says how many were held: the day compared with, or a week ago.</summary>
    public DateOnly Since => ComparedTo ?? Day.AddDays(-7);

    /// <summary>Held since then, over all; what the organisation itself held is in the sum of its own level.</summary>
    public long Moved => Now.Held - (Compared?.Held ?? Course.On(Since.DayNumber).Held);

    /// <summary>The last day of the window of the level; null without end.</summary>
    public DateOnly? Until => Level.Until;
}

/// <summary>An organisation directly below, one row of the table.</summary>
/// <param name="Since">how it stood on the day since which is counted</param>
internal sealed record ChildRow(
    long Id,
    string Code,
    string Name,
    string ShortName,
    Standing Now,
    Standing Since,
    Forecast? Forecast
)
{
    public long Moved => Now.Held - Since.Held;
}
