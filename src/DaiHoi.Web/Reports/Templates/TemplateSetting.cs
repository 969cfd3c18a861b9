using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Templates;

/// <summary>A section as somebody wants it.</summary>
/// <param name="Id">of the one that it changes; null for a new one</param>
internal sealed record WantedSection(
    long? Id,
    SectionKind Kind,
    string Title,
    string? Hint,
    IReadOnlyList<string> Figures,
    string? Level
);

/// <summary>Sets what reports hold.</summary>
internal sealed class TemplateSetting(DatabaseFactory databases, CampaignPlaces places, RecordedChanges changes, SiteClock clock)
{
    public const int MostSections = 60;

    /// <summary>The highest number that says where a section stands.</summary>
    public const int MostPlace = 999;

    /// <summary>A new template with the usual sections.</summary>
    /// <returns>its id where it was made</returns>
    public async Task<(ReportResult Result, long? Template)> BeginAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        string? name,
        Cadence cadence,
        CancellationToken stop
    )
    {
        if (await PlaceAsync(person, campaign, organisation, stop) is not var (known, place))
            return (ReportResult.Of(ReportOutcome.NotFound), null);
        if (TypedLine.Of(name) is not { } title)
            return (ReportResult.Refused("name", "report-name-missing"), null);
        if (title.Length > ReportTemplate.LongestName)
            return (ReportResult.Refused("name", "report-text-long", ReportTemplate.LongestName), null);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var template = new ReportTemplate
        {
            CampaignId = known.Id,
            OrganisationId = place.Id,
            Name = title,
            Cadence = cadence,
        };
        database.Add(template);
        await database.SaveChangesAsync(stop);
        for (var i = 0; i < UsualTemplate.Sections.Count; i++)
        {
            var usual = UsualTemplate.Sections[i];
            database.Add(
                new ReportSection
                {
                    TemplateId = template.Id,
                    OrganisationId = place.Id,
                    Place = i,
                    Kind = usual.Kind,
                    Title = usual.Title,
                    Hint = usual.Hint,
                    Figures = usual.Figures,
                    Level = usual.Level,
                }
            );
        }
        await CommitAsync(
            database,
            actor,
            template,
            "report-template.begun",
            null,
            new { Name = title, Cadence = cadence },
            stop
        );
        return (ReportResult.Of(ReportOutcome.Done), template.Id);
    }

    /// <summary>
    /// Puts the sections that one organisation asks for in the place of those that were seen. Only its own: what was asked
    /// above stands.
    /// </summary>
    /// <param name="seen">the mark of what the person had before him (<see cref="SeenOf"/>)</param>
    public async Task<ReportResult> SetAsync(
        Person person,
        Actor actor,
        long id,
        string organisation,
        IReadOnlyList<WantedSection> wanted,
        string? seen,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from report_template where id = {id} for update", stop);
        var template = await database.Set<ReportTemplate>().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (template is null || await PlaceAsync(person, template, organisation, stop) is not { } place)
            return ReportResult.Of(ReportOutcome.NotFound);
        var own = await database
            .Set<ReportSection>()
            .Where(one => one.TemplateId == id && one.OrganisationId == place.Id && one.EndedOn == null)
            .OrderBy(one => one.Place)
            .ThenBy(one => one.Id)
            .ToListAsync(stop);
        if (seen is not null && seen != SeenOf(own))
            return ReportResult.Of(ReportOutcome.Changed);
        var known = own.ToDictionary(one => one.Id);
        if (wanted.Any(one => one.Id is { } section && !known.ContainsKey(section)))
            return ReportResult.Of(ReportOutcome.Changed);
        if (RefusalOf(wanted) is { } refused)
            return refused;
        var before = own.ConvertAll(Said);
        foreach (var gone in own.Where(section => wanted.All(one => one.Id != section.Id)))
            gone.End(clock.Today);
        for (var i = 0; i < wanted.Count; i++)
        {
            var one = wanted[i];
            var figures = FiguresOf(one.Figures, one.Id is { } asked ? known[asked].FigureNames : []);
            if (one.Id is { } section)
            {
                var changed = known[section];
                (changed.Place, changed.Title, changed.Hint) = (i, one.Title, one.Hint);
                (changed.Figures, changed.Level) = (figures, one.Level);
            }
            else
                database.Add(
                    new ReportSection
                    {
                        TemplateId = id,
                        OrganisationId = place.Id,
                        Place = i,
                        Kind = one.Kind,
                        Title = one.Title,
                        Hint = one.Hint,
                        Figures = figures,
                        Level = one.Level,
                    }
                );
        }
        await CommitAsync(
            database,
            actor,
            template,
            "report-template.set",
            new { Sections = before },
            new { Sections = wanted },
            stop
        );
        return ReportResult.Of(ReportOutcome.Done);
    }

    /// <summary>The mark of the sections that an organisation asks for, as they are shown.</summary>
    public static string SeenOf(IEnumerable<ReportSection> own) => SeenMark.Of(own.Select(Said));

    /// <summary>Whether somebody may set what an organisation asks for in a template.</summary>
    public async Task<CampaignPlace?> PlaceAsync(
        Person person,
        ReportTemplate template,
        string organisation,
        CancellationToken stop
    )
    {
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        return
            await places.FindAsync(campaign, organisation, clock.Today, stop) is { } place
            && place.Path.Contains($"/{template.OrganisationId}/", StringComparison.Ordinal)
            && ReportRights.MayArrange(person, place)
            ? place
            : null;
    }

    private async Task<(KnownCampaign Campaign, CampaignPlace Place)?> PlaceAsync(
        Person person,
        string campaign,
        string organisation,
        CancellationToken stop
    )
    {
        var found = await places.FindAsync(campaign, organisation, clock.Today, stop);
        return found is { Place: var place } && ReportRights.MayArrange(person, place) ? found : null;
    }

    private static ReportResult? RefusalOf(IReadOnlyList<WantedSection> wanted)
    {
        if (wanted.Count > MostSections)
            return ReportResult.Refused("", "report-sections-many", MostSections);
        for (var i = 0; i < wanted.Count; i++)
        {
            var one = wanted[i];
            if (one.Title.Length == 0)
                return ReportResult.Refused($"title-{i}", "report-title-missing");
            if (one.Title.Length > ReportSection.LongestTitle)
                return ReportResult.Refused($"title-{i}", "report-text-long", ReportSection.LongestTitle);
            if (one.Hint?.Length > ReportSection.LongestHint)
                return ReportResult.Refused($"hint-{i}", "report-text-long", ReportSection.LongestHint);
            if (one.Figures.FirstOrDefault(name => !Figures.Names.Contains(name)) is { } unknown)
                return ReportResult.Refused($"figures-{i}", "report-figure-unknown", unknown);
            if (one.Kind is SectionKind.Figures or SectionKind.Below && one.Figures.Count == 0)
                return ReportResult.Refused($"figures-{i}", "report-figures-missing");
        }
        return null;
    }

    // Boxes are ticked in the order of the catalogue: those that were there keep theirs, the others come behind.
    private static string? FiguresOf(IReadOnlyList<string> chosen, IReadOnlyList<string> before) =>
        chosen.Count == 0
            ? null
            : string.Join(',', before.Where(chosen.Contains).Concat(chosen.Where(name => !before.Contains(name))).Distinct());

    private static object Said(ReportSection section) =>
        new
        {
            section.Id,
            section.Place,
            section.Title,
            section.Hint,
            section.Figures,
            section.Level,
        };

    private Task CommitAsync(
        Data.Database database,
        Actor actor,
        ReportTemplate template,
        string action,
        object? before,
        object? after,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            database,
            actor,
            new(action, ReportTemplate.KeyOf(template.Id), template.Name, before, after),
            [ReportTemplate.KeyOf(template.Id)],
            stop
        );
}
