using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Citing;
using DaiHoi.Web.Campaigns.Difficulties;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Reports.Tasks;
using DaiHoi.Web.Reports.Templates;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Writing;

/// <summary>Whose report it is, and until when it reckons.</summary>
/// <param name="From">first day of the period</param>
/// <param name="Until">the cut-off: figures are those of the end of this day</param>
/// <param name="Before">cut-off of the period before; null where there was none</param>
internal sealed record ReportFrame(KnownCampaign Campaign, CampaignPlace Place, DateOnly From, DateOnly Until, DateOnly? Before);

/// <summary>What a section asks for.</summary>
internal sealed record AskedSection(SectionKind Kind, IReadOnlyList<string> Figures, string? Level);

/// <summary>Fills the sections of a report from the data of the campaign, as of the cut-off.</summary>
internal sealed class PartFilling(
    Figures figures,
    FigureCitations citations,
    FrequentDifficulties difficulties,
    DatabaseFactory databases
)
{
    // Beyond this many points a curve on paper shows no more.
    private const int DaysBetween = 7;

    /// <summary>As it stands now; nothing is kept of it.</summary>
    public Task<PartData> FillAsync(ReportFrame frame, AskedSection asked, CancellationToken stop) =>
        FillAsync(frame, asked, (question, _) => ValueAsync(question, stop), stop);

    /// <summary>As it is sent up: each figure is cited, so that it keeps its number and its proof.</summary>
    public Task<PartData> CiteAsync(ReportFrame frame, AskedSection asked, Actor actor, CancellationToken stop) =>
        FillAsync(
            frame,
            asked,
            async (question, name) =>
            {
                var (cited, answer) = await citations.CiteAsync(question, actor, stop);
                return cited is null ? null : (cited.Printed, cited.Key);
            },
            stop
        );

    private async Task<PartData> FillAsync(
        ReportFrame frame,
        AskedSection asked,
        Func<FigureQuestion, string, Task<(FigureNumbers Numbers, string? Key)?>> valueOf,
        CancellationToken stop
    ) =>
        asked.Kind switch
        {
            SectionKind.Text => PartData.Nothing,
            SectionKind.Figures => PartData.Nothing with
            {
                Figures = await FiguresAsync(frame, asked, valueOf, stop),
                Missing = MissingOf(asked),
            },
            SectionKind.Below => PartData.Nothing with
            {
                Columns = [.. asked.Figures.Where(Figures.Names.Contains)],
                Below = await BelowAsync(frame, asked, stop),
                Missing = MissingOf(asked),
            },
            SectionKind.Course => PartData.Nothing with { Course = await CourseAsync(frame, asked, stop) },
            SectionKind.Difficulties => PartData.Nothing with { Difficulties = await DifficultiesAsync(frame, stop) },
            SectionKind.Tasks => PartData.Nothing with { Tasks = await TasksAsync(frame, stop) },
            _ => throw new InvalidOperationException($"nothing fills a section of {asked.Kind}"),
        };

    private static string[] MissingOf(AskedSection asked) => [.. asked.Figures.Where(name => !Figures.Names.Contains(name))];

    // A figure that the program no longer knows is left out, and the officer is told.
    private async Task<List<FigureLine>> FiguresAsync(
        ReportFrame frame,
        AskedSection asked,
        Func<FigureQuestion, string, Task<(FigureNumbers Numbers, string? Key)?>> valueOf,
        CancellationToken stop
    )
    {
        var lines = new List<FigureLine>();
        foreach (var name in asked.Figures)
        {
            var question = Question(frame, name, asked.Level, frame.Until);
            if (await valueOf(question, name) is not { } now)
                continue;
            var before = frame.Before is { } day ? await ValueAsync(question with { AsOf = day }, stop) : null;
            lines.Add(new(name, now.Numbers.Numerator, now.Numbers.Denominator, before?.Numbers.Numerator, now.Key));
        }
        return lines;
    }

    private async Task<List<BelowLine>> BelowAsync(ReportFrame frame, AskedSection asked, CancellationToken stop)
    {
        var names = asked.Figures.Where(Figures.Names.Contains).ToList();
        if (names.Count == 0)
            return [];
        var below = await figures.BelowAsync(Question(frame, names[0], asked.Level, frame.Until), names, stop);
        return
        [
            .. below.Select(one => new BelowLine(
                one.Code,
                one.Name,
                [.. one.Figures.Select(figure => new BelowFigure(figure.Numerator, figure.Denominator))]
            )),
        ];
    }

    private async Task<List<CourseLine>> CourseAsync(ReportFrame frame, AskedSection asked, CancellationToken stop)
    {
        var level = asked.Level ?? frame.Campaign.Levels[^1].Code;
        var days = await figures.CourseAsync(Question(frame, "congresses-held", level, frame.Until), stop);
        if (days.Count == 0)
            return [];
        var lines = new List<CourseLine>();
        var at = 0;
        // Backwards by weeks from the cut-off, so that the last point is the one that the report speaks of.
        var first = days.FirstOrDefault(day => day.Held > 0)?.Day ?? frame.Until;
        var begin = frame.Until.AddDays(-DaysBetween * ((frame.Until.DayNumber - first.DayNumber + DaysBetween) / DaysBetween));
        for (var day = begin; day <= frame.Until; day = day.AddDays(DaysBetween))
        {
            while (at + 1 < days.Count && days[at + 1].Day <= day)
                at++;
            var known = days[at].Day <= day ? days[at] : new(day, 0, days[at].Due);
            lines.Add(new(day, known.Held, known.Due));
        }
        return lines;
    }

    private async Task<List<DifficultyLine>> DifficultiesAsync(ReportFrame frame, CancellationToken stop) =>
        [
            .. (await difficulties.OfAsync(frame.Campaign, frame.Place, frame.Until, stop)).Select(one => new DifficultyLine(
                one.Id,
                one.Text,
                one.Congresses,
                one.Answer,
                one.Article
            )),
        ];

    // What is open, and what was done since the period began: the level above sees that it was.
    private async Task<List<TaskLine>> TasksAsync(ReportFrame frame, CancellationToken stop)
    {
        await using var database = databases.Create();
        var tasks = await database
            .Set<ReportTask>()
            .AsNoTracking()
            .Where(task => task.CampaignId == frame.Campaign.Id && task.OrganisationId == frame.Place.Id)
            .Where(task => task.DoneOn == null || task.DoneOn >= frame.From)
            .OrderBy(task => task.DoneOn == null ? 0 : 1)
            .ThenBy(task => task.DueOn)
            .ThenBy(task => task.Id)
            .ToListAsync(stop);
        return tasks.ConvertAll(task => new TaskLine(
            task.Id,
            task.Text,
            task.Owner,
            task.Partners,
            task.DueOn,
            task.DoneOn,
            task.Evidence
        ));
    }

    private async Task<(FigureNumbers Numbers, string? Key)?> ValueAsync(FigureQuestion question, CancellationToken stop) =>
        (await figures.AskAsync(question, stop)).Figure is { } figure ? (figure.Numbers, null) : null;

    private static FigureQuestion Question(ReportFrame frame, string name, string? level, DateOnly day) =>
        new(frame.Campaign.Code, name, frame.Place.Code, level, day, null);
}
