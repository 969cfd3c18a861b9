using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>A section besides its texts, as a page shows it.</summary>
/// <param name="IsLive">it is filled anew each time, nothing of it is kept yet</param>
internal sealed record ShownData(ReportPart Part, PartData Data, ReportFile File, Texts T, bool IsLive)
{
    /// <summary>The same figures by what is known today, of an accepted report; null where nobody asked.</summary>
    public PartData? Now { get; init; }

    /// <summary>What a printed figure comes to today where that is another number; null where it stands.</summary>
    public long? LaterOf(FigureLine line) =>
        Now?.Figures.FirstOrDefault(one => one.Name == line.Name) is { } now && now.Value != line.Value ? now.Value : null;

    /// <summary>What a printed figure of an organisation below comes to today where that is another number.</summary>
    /// <param name="column">of the figure</param>
    public long? LaterOf(BelowLine below, int column) =>
        Now?.Below.FirstOrDefault(one => one.Code == below.Code) is { } now
        && now.Figures[column].Value is var later
        && later != below.Figures[column].Value
            ? later
            : null;

    /// <summary>Whether anything printed comes to another number today.</summary>
    public bool HasMoved =>
        Data.Figures.Any(line => LaterOf(line) is not null)
        || Data.Below.Any(below => below.Figures.Index().Any(figure => LaterOf(below, figure.Index) is not null));
}

/// <summary>Remarks about one passage, or about what is no passage.</summary>
internal sealed record ShownRemarks(IReadOnlyList<ReportComment> Remarks, bool MayAnswer, Texts T, Func<DateTime, string> Moment)
{
    /// <summary>The remark whose answer was refused.</summary>
    public long? Answering { get; init; }

    /// <summary>Why.</summary>
    public string? Problem { get; init; }

    public string? ProblemOf(ReportComment remark) => remark.Id == Answering ? Problem : null;
}
