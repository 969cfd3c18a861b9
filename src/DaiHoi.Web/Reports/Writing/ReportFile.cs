using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Reports.Writing;

/// <summary>A section of a report with what is asked there and what was written.</summary>
internal sealed record WrittenPart(ReportPart Part, ReportSection Section, IReadOnlyList<ReportPassage> Passages)
{
    public AskedSection Asked => new(Part.Kind, Section.FigureNames, Section.Level);
    public bool IsEmpty => Passages.All(passage => string.IsNullOrWhiteSpace(passage.Text));
}

/// <summary>A report with everything that belongs to it.</summary>
/// <param name="Asked">the sections that the template asks for today, in their order</param>
internal sealed record ReportFile(
    Report Report,
    ReportPeriod Period,
    ReportTemplate Template,
    ReportFrame Frame,
    IReadOnlyList<WrittenPart> Parts,
    IReadOnlyList<ReportComment> Comments,
    IReadOnlyList<ReportStep> Steps,
    IReadOnlyList<ReportSection> Asked
)
{
    /// <summary>Those that it has got since the report was begun.</summary>
    public IEnumerable<ReportSection> Added =>
        IsOpen ? Asked.Where(section => Parts.All(part => part.Part.SectionId != section.Id)) : [];

    /// <summary>Whether it is written in now: nobody writes for a period that was withdrawn.</summary>
    public bool IsOpen => Report.IsOpen && !Period.IsWithdrawn;

    /// <summary>Whether its period still has the days that it had when it was read before.</summary>
    public bool HasDaysOf(ReportFile before) => (Period.From, Period.Until) == (before.Period.From, before.Period.Until);

    /// <summary>What was taken over from below, as it stands there.</summary>
    public required IReadOnlyDictionary<long, string> Origins { get; init; }

    /// <summary>Whether a passage that was taken over says something else than where it comes from.</summary>
    public bool IsRewritten(ReportPassage passage) =>
        passage.OriginId is { } origin && Origins.TryGetValue(origin, out var there) && there != passage.Text;

    /// <summary>
    /// Whether a passage is what is offered: the same one, or the same words of the same organisation from an edition before.
    /// </summary>
    public bool IsTaken(ReportPassage passage, long offered, string origin, string text) =>
        passage.OriginId == offered
        || (
            passage.OriginId is { } before
            && passage.OriginName == origin
            && Origins.TryGetValue(before, out var there)
            && there == text
        );

    public CampaignPlace Place => Frame.Place;
    public KnownCampaign Campaign => Frame.Campaign;

    /// <summary>Under which its changes are announced and recorded.</summary>
    public string ChangeKey => KeyOf(Report.Id);

    public static string KeyOf(long report) => FormattableString.Invariant($"report:{report}");

    /// <summary>Under which changes of all reports of a period are announced.</summary>
    public static string PeriodKeyOf(long period) => FormattableString.Invariant($"report-period:{period}");

    /// <returns>null where there is none, or its organisation belongs to the campaign no more</returns>
    public static async Task<ReportFile?> ReadAsync(Database database, CampaignPlaces places, long id, CancellationToken stop)
    {
        if (await database.Set<Report>().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } report)
            return null;
        var period = await database.Set<ReportPeriod>().SingleAsync(one => one.Id == report.PeriodId, stop);
        var template = await database.Set<ReportTemplate>().SingleAsync(one => one.Id == period.TemplateId, stop);
        if (await FrameAsync(database, places, template, period, report.OrganisationId, stop) is not { } frame)
            return null;
        var parts = await database.Set<ReportPart>().Where(one => one.ReportId == id).ToListAsync(stop);
        var ids = parts.ConvertAll(part => part.Id);
        var passages = await database.Set<ReportPassage>().Where(one => ids.Contains(one.PartId)).ToListAsync(stop);
        var byPart = passages.ToLookup(passage => passage.PartId);
        var taken = passages.Select(passage => passage.OriginId).OfType<long>().ToList();
        var origins =
            taken.Count == 0
                ? []
                : await database
                    .Set<ReportPassage>()
                    .AsNoTracking()
                    .Where(one => taken.Contains(one.Id))
                    .ToDictionaryAsync(one => one.Id, one => one.Text, stop);
        var sections = await database
            .Set<ReportSection>()
            .Where(one => one.TemplateId == template.Id)
            .ToDictionaryAsync(one => one.Id, stop);
        return new(
            report,
            period,
            template,
            frame,
            [
                .. parts
                    .OrderBy(part => part.Place)
                    .ThenBy(part => part.Id)
                    .Select(part => new WrittenPart(
                        part,
                        sections[part.SectionId],
                        [.. byPart[part.Id].OrderBy(passage => passage.Place).ThenBy(passage => passage.Id)]
                    )),
            ],
            await database.Set<ReportComment>().Where(one => one.ReportId == id).OrderBy(one => one.Id).ToListAsync(stop),
            await database.Set<ReportStep>().Where(one => one.ReportId == id).OrderBy(one => one.Id).ToListAsync(stop),
            [.. AskedOf(sections.Values, frame.Place)]
        )
        {
            Origins = origins,
        };
    }

    /// <summary>
    /// The sections that are asked of an organisation: those of the template, then those that organisations above it and
    /// itself have added, from the top down.
    /// </summary>
    public static IEnumerable<ReportSection> AskedOf(IEnumerable<ReportSection> sections, CampaignPlace place)
    {
        var above = TreePath.Ids(place.Path).ToList();
        return sections
            .Where(section => section.EndedOn is null && above.Contains(section.OrganisationId))
            .OrderBy(section => above.IndexOf(section.OrganisationId))
            .ThenBy(section => section.Place)
            .ThenBy(section => section.Id);
    }

    /// <summary>Whose report it is and until when it reckons; null where the organisation does not belong to the campaign.</summary>
    public static async Task<ReportFrame?> FrameAsync(
        Database database,
        CampaignPlaces places,
        ReportTemplate template,
        ReportPeriod period,
        long organisation,
        CancellationToken stop
    )
    {
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        if (await places.FindAsync(campaign, organisation, period.Until, stop) is not { } place)
            return null;
        var before = await database
            .Set<ReportPeriod>()
            .Where(one => one.TemplateId == template.Id && one.Until < period.Until && one.WithdrawnAt == null)
            .MaxAsync(one => (DateOnly?)one.Until, stop);
        return new(campaign, place, period.From, period.Until, before);
    }
}
