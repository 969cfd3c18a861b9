using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>What reports are asked of an organisation and those below it, and by whom.</summary>
[For(Role.Administrator, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ListTemplates(DeskContext desk, CampaignPlaces places, TemplateSetting setting, Sql sql) : ReportPage(desk)
{
    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public List<ListedTemplate> Templates { get; private set; } = [];
    public string? Name { get; private set; }
    public Cadence Cadence { get; private set; }

    public static string WordOf(Cadence cadence) =>
        cadence switch
        {
            Cadence.Month => "report-monthly",
            Cadence.Quarter => "report-quarterly",
            Cadence.AdHoc => "report-ad-hoc",
            _ => throw new ArgumentOutOfRangeException(nameof(cadence)),
        };

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string campaign,
        string organisation,
        string? name,
        string? cadence,
        CancellationToken stop
    )
    {
        Name = name;
        if (!Enum.TryParse<Cadence>(cadence, out var often) || !Enum.IsDefined(often))
        {
            if (!await ShowAsync(campaign, organisation, stop))
                return NotFound();
            Problems["cadence"] = T["report-cadence-unknown"];
            return Refused();
        }
        Cadence = often;
        var (result, template) = await setting.BeginAsync(Person, Actor, campaign, organisation, name, often, stop);
        if (template is { } made)
            return Went("report-template-begun", PathOfTemplate(made, organisation));
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Tell(result);
        return Refused();
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (
            await places.FindAsync(campaign, organisation, Clock.Today, stop) is not var (known, place)
            || !ReportRights.MayArrange(Person, place)
        )
            return false;
        (Campaign, Place, Title) = (known, place, T["report-templates-of", place.Name]);
        Templates = await sql.ListAsync(
            $"""
            select t.id, t.name, t.cadence, o.name,
                (select count(*) from report_period p where p.template_id = t.id and p.withdrawn_at is null), t.ended_on
            from report_template t join organisation o on o.id = t.organisation_id
            where t.campaign_id = @c and t.organisation_id in ({place.Ids})
            order by case when t.ended_on is null then 0 else 1 end, t.id
            """,
            row => new ListedTemplate(
                row.GetInt64(0),
                row.GetString(1),
                Enum.Parse<Cadence>(row.GetString(2)),
                row.GetString(3),
                row.GetInt64(4),
                row.DayOrNull(5)
            ),
            stop,
            ("c", known.Id)
        );
        return true;
    }
}

/// <param name="By">the organisation that asks for it</param>
/// <param name="Periods">how many of it were opened and not withdrawn</param>
internal sealed record ListedTemplate(long Id, string Name, Cadence Cadence, string By, long Periods, DateOnly? EndedOn);
