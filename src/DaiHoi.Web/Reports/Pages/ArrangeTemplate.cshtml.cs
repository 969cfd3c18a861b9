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
        var kept = rows.Where(row => !row.Gone && !(row.Id is null && string.IsNullOrWhiteSpace(row.Title)))
            .OrderBy(row => row.At)
            .ToList();
        var wanted = kept.ConvertAll(row => new WantedSection(
            row.Id,
            row.Kind,
            TypedLine.Of(row.Title) ?? "",
            TypedLine.Of(row.Hint),
            row.Kind is SectionKind.Figures or SectionKind.Below ? row.Figures : [],
            string.IsNullOrEmpty(row.Level) || Campaign.Levels.All(level => level.Code != row.Level) ? null : row.Level
        ));
        var result = await setting.SetAsync(Person, Actor, template, organisation, wanted, seen, stop);
        if (result.Outcome == ReportOutcome.NotFound)
            return NotFound();
        if (result.Outcome is ReportOutcome.Done or ReportOutcome.Already)
            return Went("report-sections-saved", PathOfTemplate(template, organisation));
        Tell(result);
        // What was typed stays; what somebody else changed meanwhile is shown in its place.
        if (result.Outcome == ReportOutcome.Refused)
            Rows = WithSpare(kept);
        return Refused(StatusOf(result));
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
        var from = Day(period.From, "from");
        var until = Day(period.Until, "until");
        var due = new Dictionary<int, DateOnly>();
        foreach (var (level, typed) in period.Due)
        {
            if (!string.IsNullOrWhiteSpace(typed) && Day(typed, $"due-{level}") is { } day)
                due[level] = day;
        }
        if (Problems.Count > 0)
            return Refused();
        var (result, opened) = await opening.OpenAsync(
            Person,
            Actor,
            template,
            period.Name,
            from!.Value,
            until!.Value,
            due,
            stop
        );
        if (opened is { } made)
            return Went("report-period-opened", PathOfPeriod(made, organisation));
        if (result.Outcome == ReportOutcome.NotFound)
            return NotFound();
        Tell(result);
        return Refused(StatusOf(result));
    }

    private DateOnly? Day(string? typed, string field)
    {
        var day = TypedDay.Of(typed);
        if (day is null || day.Value.Year < 1900)
        {
            Problems[field] = T["report-day-unclear"];
            return null;
        }
        return day;
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
        var sections = await database.Set<ReportSection>().AsNoTracking().Where(one => one.TemplateId == id).ToListAsync(stop);
        var asked = ReportFile.AskedOf(sections, place).ToList();
        Above = asked.FindAll(section => section.OrganisationId != place.Id);
        var own = asked.FindAll(section => section.OrganisationId == place.Id);
        Seen = TemplateSetting.SeenOf(own);
        Rows = WithSpare(
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

    private static List<SectionRow> WithSpare(List<SectionRow> rows)
    {
        List<SectionRow> all = [.. rows, .. Enumerable.Range(0, Spare).Select(_ => new SectionRow())];
        for (var i = 0; i < all.Count; i++)
            all[i].At = i + 1;
        return all;
    }
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
    public int At { get; set; }
    public bool Gone { get; set; }
}

/// <summary>A period as it was typed.</summary>
internal sealed class PeriodForm
{
    public string? Name { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    /// <summary>By place of the level.</summary>
    public Dictionary<int, string?> Due { get; set; } = [];
}
