using System.Globalization;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>What the reports of one template hold at an organisation, and its periods.</summary>
[For(Role.Administrator, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ArrangeTemplate(
    DeskContext desk,
    DatabaseFactory databases,
    CampaignPlaces places,
    TemplateSetting setting,
    TemplateKeeping keeping,
    PeriodOpening opening
) : ReportPage(desk)
{
    // Empty rows below what there is.
    private const int Spare = 2;

    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public ReportTemplate Template { get; private set; } = null!;

    /// <summary>Whether the template is the organisation's own: it opens the periods.</summary>
    public bool IsOwner { get; private set; }

    /// <summary>What is asked above, which nobody here takes away.</summary>
    public List<ReportSection> Above { get; private set; } = [];
    public List<SectionRow> Rows { get; private set; } = [];
    public string Seen { get; private set; } = "";
    public List<ReportPeriod> Periods { get; private set; } = [];
    public PeriodForm Period { get; private set; } = new();
    public string? Name { get; private set; }
    public string? Reason { get; private set; }
    public string TemplateSeen { get; private set; } = "";

    private protected override string ChangedText => T["report-template-was-changed"];

    public static string WordOf(SectionKind kind) =>
        kind switch
        {
            SectionKind.Text => "report-kind-text",
            SectionKind.Figures => "report-kind-figures",
            SectionKind.Below => "report-kind-below",
            SectionKind.Course => "report-kind-course",
            SectionKind.Difficulties => "report-kind-difficulties",
            SectionKind.Tasks => "report-kind-tasks",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public async Task<IActionResult> OnGetAsync(long template, string organisation, CancellationToken stop) =>
        await ShowAsync(template, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSectionsAsync(
        long template,
        string organisation,
        List<SectionRow> rows,
        string? seen,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(template, organisation, stop))
            return NotFound();
        var kept = rows.FindAll(row => !row.Gone && !(row.Id is null && string.IsNullOrWhiteSpace(row.Title)));
        Check(kept);
        if (Problems.Count > 0)
        {
            // In the order in which they were typed: what the right one is, is not known yet.
            (Rows, Seen) = ([.. kept, .. Spares(kept.Count)], seen ?? Seen);
            return Refused();
        }
        kept = [.. kept.Index().OrderBy(row => row.Item.Order ?? row.Index + 1).Select(row => row.Item)];
        var wanted = kept.ConvertAll(row => new WantedSection(
            row.Id,
            row.Kind,
            TypedLine.Of(row.Title) ?? "",
            TypedLine.Of(row.Hint),
            row.Kind is SectionKind.Figures or SectionKind.Below ? row.Figures : [],
            string.IsNullOrEmpty(row.Level) ? null : row.Level
        ));
        var result = await setting.SetAsync(Person, Actor, template, organisation, wanted, seen, stop);
        // What was typed stays; what somebody else changed meanwhile is shown in its place.
        if (result.Outcome == ReportOutcome.Refused)
            (Rows, Seen) = (Numbered(kept), seen ?? Seen);
        return After(result, T["report-sections-saved"]);
    }

    public async Task<IActionResult> OnPostRenameAsync(
        long template,
        string organisation,
        string? name,
        string? seen,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(template, organisation, stop) || !IsOwner)
            return NotFound();
        var result = await keeping.RenameAsync(Person, Actor, template, name, seen, stop);
        if (result.Outcome == ReportOutcome.Refused)
            (Name, TemplateSeen) = (name, seen ?? TemplateSeen);
        return After(result, T["report-template-renamed"]);
    }

    public async Task<IActionResult> OnPostEndAsync(
        long template,
        string organisation,
        string? reason,
        string? seen,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(template, organisation, stop) || !IsOwner)
            return NotFound();
        Reason = reason;
        var result = await keeping.EndAsync(Person, Actor, template, reason, seen, stop);
        if (result.Outcome == ReportOutcome.Refused)
            TemplateSeen = seen ?? TemplateSeen;
        return After(result, T["report-template-ended"]);
    }

    public async Task<IActionResult> OnPostOpenAsync(
        long template,
        string organisation,
        PeriodForm period,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(template, organisation, stop))
            return NotFound();
        Period = period;
        if (period.Read(Problems, T) is not { } wanted)
            return Refused();
        var (result, opened) = await opening.OpenAsync(Person, Actor, template, wanted, stop);
        return opened is { } made ? Went("report-period-opened", PathOfPeriod(made, organisation)) : After(result, "");
    }

    private IActionResult After(ReportResult result, string done)
    {
        if (result.Outcome == ReportOutcome.NotFound)
            return NotFound();
        if (result.Outcome is ReportOutcome.Done or ReportOutcome.Already)
        {
            Done = done;
            return LocalRedirect(PathOfTemplate(Template.Id, Place.Code));
        }
        Tell(result);
        return Refused(StatusOf(result));
    }

    private void Check(List<SectionRow> rows)
    {
        foreach (var (i, row) in rows.Index())
        {
            if (!string.IsNullOrWhiteSpace(row.At) && row.Order is null)
                Problems[$"at-{i}"] = T["report-section-place-unclear", TemplateSetting.MostPlace];
            if (!string.IsNullOrEmpty(row.Level) && Campaign.Levels.All(level => level.Code != row.Level))
                Problems[$"level-{i}"] = T["report-section-level-unknown", row.Level];
        }
    }

    private async Task<bool> ShowAsync(long id, string organisation, CancellationToken stop)
    {
        await using var database = databases.Create();
        var template = await database.Set<ReportTemplate>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (template is null || await setting.PlaceAsync(Person, template, organisation, stop) is not { } place)
            return false;
        (Template, Place, Title) = (template, place, $"{template.Name}: {place.Name}");
        Campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        IsOwner = template.OrganisationId == place.Id;
        (Name, TemplateSeen) = (template.Name, TemplateKeeping.SeenOf(template));
        var sections = await database.Set<ReportSection>().AsNoTracking().Where(one => one.TemplateId == id).ToListAsync(stop);
        var asked = ReportFile.AskedOf(sections, place).ToList();
        Above = asked.FindAll(section => section.OrganisationId != place.Id);
        var own = asked.FindAll(section => section.OrganisationId == place.Id);
        Seen = TemplateSetting.SeenOf(own);
        Rows = Numbered(
            own.ConvertAll(section => new SectionRow
            {
                Id = section.Id,
                Kind = section.Kind,
                Title = section.Title,
                Hint = section.Hint,
                Level = section.Level,
                Figures = [.. section.FigureNames],
            })
        );
        if (IsOwner)
            Periods = await database
                .Set<ReportPeriod>()
                .AsNoTracking()
                .Where(one => one.TemplateId == id)
                .OrderByDescending(one => one.Until)
                .ToListAsync(stop);
        return true;
    }

    private static List<SectionRow> Numbered(List<SectionRow> rows)
    {
        foreach (var (i, row) in rows.Index())
            row.At = (i + 1).ToString(CultureInfo.InvariantCulture);
        return [.. rows, .. Spares(rows.Count)];
    }

    private static IEnumerable<SectionRow> Spares(int behind) =>
        Enumerable.Range(behind + 1, Spare).Select(at => new SectionRow { At = at.ToString(CultureInfo.InvariantCulture) });
}

/// <summary>A section as it was typed.</summary>
internal sealed class SectionRow
{
    public long? Id { get; set; }
    public SectionKind Kind { get; set; }
    public string? Title { get; set; }
    public string? Hint { get; set; }
    public string? Level { get; set; }
    public List<string> Figures { get; set; } = [];

    /// <summary>Its place among the others, from 1.</summary>
    public string? At { get; set; }
    public bool Gone { get; set; }

    /// <summary>The place as a number; null where none was typed, or something else.</summary>
    public int? Order =>
        int.TryParse(At?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at is >= 1 and <= TemplateSetting.MostPlace
            ? at
            : null;
}
