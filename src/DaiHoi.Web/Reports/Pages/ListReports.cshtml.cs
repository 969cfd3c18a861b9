using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>The periods of every campaign in which somebody has to do with reports.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head)]
internal sealed class ListReports(DeskContext desk, CampaignPlaces places, LowerReports lower, Sql sql) : ReportPage(desk)
{
    /// <summary>Periods of one organisation that are shown, the newest first.</summary>
    public const int Longest = 24;

    /// <summary>Organisations at which one person is shown his periods.</summary>
    public const int MostPlaces = 20;

    public List<ReportsOfCampaign> Groups { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = T["reports"];
        foreach (var campaign in await places.CampaignsAsync(stop))
        {
            var granted = await places.GrantedAsync(campaign, Person, ReportRights.Readers, Clock.Today, stop);
            if (granted.Count == 0)
                continue;
            var lines = new List<ReportLine>();
            foreach (var place in granted.Take(MostPlaces))
                lines.AddRange(await LinesAsync(campaign, place, stop));
            Groups.Add(
                new(
                    campaign,
                    [.. granted.Take(MostPlaces).Where(place => ReportRights.MayArrange(Person, place))],
                    [.. lines.OrderByDescending(line => line.Until).ThenBy(line => line.Place.Path, StringComparer.Ordinal)]
                )
            );
        }
        return Page();
    }

    private async Task<List<ReportLine>> LinesAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop)
    {
        var periods = await sql.ListAsync(
            $"""
            select p.id, p.name, t.name, p.until_day, d.due_on, p.withdrawn_reason,
                (select r.state from report r where r.period_id = p.id and r.organisation_id = @o order by r.edition desc limit 1)
            from report_template t
            join report_period p on p.template_id = t.id
            left join report_due d on d.period_id = p.id and d.level = @l and exists (
                    select 1 from organisation_version x
                    where x.organisation_id = @o and x.valid_from <= p.until_day and (x.valid_to is null or x.valid_to >= p.until_day))
            where t.campaign_id = @c and t.organisation_id in ({place.Ids})
            order by p.until_day desc, p.id desc limit {Longest}
            """,
            row =>
                (
                    Id: row.GetInt64(0),
                    Name: $"{row.GetString(2)}, {row.GetString(1)}",
                    Until: row.Day(3),
                    Due: row.DayOrNull(4),
                    Withdrawn: row.TextOrNull(5),
                    State: row.TextOrNull(6) is { } state ? Enum.Parse<ReportState>(state) : (ReportState?)null
                ),
            stop,
            ("c", campaign.Id),
            ("o", place.Id),
            ("l", place.Level ?? -1)
        );
        var lines = new List<ReportLine>();
        foreach (var period in periods)
        {
            // Of a period that was withdrawn nothing is awaited.
            var below = period.Withdrawn is null ? await lower.ListAsync(campaign, period.Id, period.Until, place.Id, stop) : [];
            lines.Add(
                new(
                    period.Id,
                    period.Name,
                    period.Until,
                    place,
                    period.Withdrawn is null ? period.Due : null,
                    period.State,
                    below.Count(one => one.State == ReportState.Accepted),
                    below.Count,
                    period.Withdrawn
                )
            );
        }
        return lines;
    }
}

/// <param name="Arranged">organisations at which the person says what reports hold</param>
internal sealed record ReportsOfCampaign(
    KnownCampaign Campaign,
    IReadOnlyList<CampaignPlace> Arranged,
    IReadOnlyList<ReportLine> Lines
);

/// <summary>A period at an organisation.</summary>
/// <param name="DueOn">null where the period asks nothing of it</param>
/// <param name="State">null while its report has not been begun</param>
/// <param name="Withdrawn">why the period was withdrawn; null while it stands</param>
internal sealed record ReportLine(
    long Period,
    string Name,
    DateOnly Until,
    CampaignPlace Place,
    DateOnly? DueOn,
    ReportState? State,
    int AcceptedBelow,
    int AskedBelow,
    string? Withdrawn
)
{
    public bool IsLate(DateOnly today) => Lateness.Of(State, DueOn, today);
}
