using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Pages;
using DaiHoi.Web.Reports.Tasks.Pages;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Reports.Waiting;

/// <summary>
/// What waits of reports: those to be sent up, those that came back, those that the organisation directly below has sent, and
/// tasks that are late or due within a week. Asked at the organisations on which the roles were granted.
/// </summary>
internal sealed class ReportWork(Sql sql, CampaignPlaces places, SiteClock clock) : IWaitingWork
{
    private const int Shown = 8;
    private const int SoonDays = 7;

    // A period at an organisation of a level that is due and that stood at its cut-off, though it may have ended since, and no
    // newer edition than a draft of its report.
    private const string ToSend = """
        select p.id, p.name, t.name, d.due_on, r.id
        from report_template t
        join report_period p on p.template_id = t.id
        join report_due d on d.period_id = p.id and d.level = @l
        left join report r on r.period_id = p.id and r.organisation_id = @o
            and r.edition = (select max(x.edition) from report x where x.period_id = p.id and x.organisation_id = @o)
        where t.campaign_id = @c and t.organisation_id in ({0}) and p.withdrawn_at is null and (r.id is null or r.state = 'Draft')
            and exists (
                select 1 from organisation_version x
                where x.organisation_id = @o and x.valid_from <= p.until_day and (x.valid_to is null or x.valid_to >= p.until_day))
        order by d.due_on, p.id
        """;

    private const string CameBack = """
        select r.id, p.name, t.name, r.decided_at
        from report r
        join report_period p on p.id = r.period_id
        join report_template t on t.id = p.template_id and t.campaign_id = @c
        where r.organisation_id = @o and r.state = 'Returned' and p.withdrawn_at is null
        order by r.decided_at
        """;

    // What the level above has asked about a report that it has before it.
    private const string Asked = """
        select r.id, p.name, t.name, min(m.at), count(*)
        from report r
        join report_period p on p.id = r.period_id
        join report_template t on t.id = p.template_id and t.campaign_id = @c
        join report_comment m on m.report_id = r.id and m.answered_at is null
        where r.organisation_id = @o and r.state = 'Submitted'
        group by r.id, p.name, t.name
        order by min(m.at)
        """;

    private const string ToDecide = """
        select r.id, o.name, p.name, r.submitted_at
        from organisation o
        join report r on r.organisation_id = o.id and r.state = 'Submitted'
        join report_period p on p.id = r.period_id
        join report_template t on t.id = p.template_id and t.campaign_id = @c
        where {0} and r.submitted_by_id <> @me and p.withdrawn_at is null
        order by r.submitted_at
        """;

    private const string Tasks = """
        select text, due_on from report_task
        where campaign_id = @c and organisation_id = @o and done_on is null and due_on is not null and due_on <= @d
        order by due_on, id
        """;

    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        if (!person.IsAnywhere(Role.Officer, Role.Checker, Role.Head))
            return [];
        var groups = new List<WorkGroup>();
        foreach (var campaign in (await places.CampaignsAsync(stop)).Where(one => one.ClosedOn is null))
        {
            foreach (var place in await places.GrantedAsync(campaign, person, [Role.Officer], clock.Today, stop))
            {
                Add(groups, $"{t["work-reports-due"]}: {place.Name}", await ToSendAsync(campaign, place, stop));
                Add(groups, $"{t["work-reports-returned"]}: {place.Name}", await CameBackAsync(campaign, place, t, stop));
            }
            foreach (var place in await places.GrantedAsync(campaign, person, [Role.Officer, Role.Checker], clock.Today, stop))
                Add(groups, $"{t["work-reports-asked"]}: {place.Name}", await AskedAsync(campaign, place, t, stop));
            foreach (var place in await places.GrantedAsync(campaign, person, [Role.Checker, Role.Head], clock.Today, stop))
                Add(groups, $"{t["work-reports-decide"]}: {place.Name}", await ToDecideAsync(campaign, place, person, t, stop));
            foreach (
                var place in await places.GrantedAsync(
                    campaign,
                    person,
                    [Role.Officer, Role.Checker, Role.Head],
                    clock.Today,
                    stop
                )
            )
                Add(
                    groups,
                    $"{t["work-tasks"]}: {place.Name}",
                    await TasksAsync(campaign, place, stop),
                    ArrangeTasks.PathOf(campaign.Code, place.Code)
                );
        }
        return groups;
    }

    private static void Add(List<WorkGroup> groups, string title, List<WorkLine> lines, string? more = null)
    {
        if (lines.Count > 0)
            groups.Add(new(title, lines.Count, [.. lines.Take(Shown)], more ?? ReportPage.OwnPath));
    }

    private async Task<List<WorkLine>> ToSendAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop)
    {
        if (place.Level is not { } level)
            return [];
        return await sql.ListAsync(
            ToSend.Replace("{0}", place.Ids, StringComparison.Ordinal),
            row => new WorkLine(
                row.NumberOrNull(4) is { } report
                    ? ReportPage.PathOf(report)
                    : ReportPage.PathOfPeriod(row.GetInt64(0), place.Code),
                $"{row.GetString(2)}, {row.GetString(1)}",
                null,
                row.Day(3)
            ),
            stop,
            ("c", campaign.Id),
            ("o", place.Id),
            ("l", level)
        );
    }

    private Task<List<WorkLine>> CameBackAsync(KnownCampaign campaign, CampaignPlace place, Texts t, CancellationToken stop) =>
        sql.ListAsync(
            CameBack,
            row => new WorkLine(
                ReportPage.PathOf(row.GetInt64(0)),
                $"{row.GetString(2)}, {row.GetString(1)}",
                Formats.Moment(clock.ToSite(row.Utc(3)), t.English),
                null
            ),
            stop,
            ("c", campaign.Id),
            ("o", place.Id)
        );

    private Task<List<WorkLine>> AskedAsync(KnownCampaign campaign, CampaignPlace place, Texts t, CancellationToken stop) =>
        sql.ListAsync(
            Asked,
            row => new WorkLine(
                ReportPage.PathOf(row.GetInt64(0)) + "#remarks",
                $"{row.GetString(2)}, {row.GetString(1)}",
                t["work-reports-questions", row.GetInt64(4), Formats.Moment(clock.ToSite(row.Utc(3)), t.English)],
                null
            ),
            stop,
            ("c", campaign.Id),
            ("o", place.Id)
        );

    // At the top of the campaign its own report is decided too.
    private Task<List<WorkLine>> ToDecideAsync(
        KnownCampaign campaign,
        CampaignPlace place,
        Person person,
        Texts t,
        CancellationToken stop
    ) =>
        sql.ListAsync(
            ToDecide.Replace(
                "{0}",
                place.Id == campaign.Root ? "(o.parent_id = @o or o.id = @o)" : "o.parent_id = @o",
                StringComparison.Ordinal
            ),
            row => new WorkLine(
                ReportPage.PathOf(row.GetInt64(0)),
                row.GetString(1),
                $"{row.GetString(2)}, {Formats.Moment(clock.ToSite(row.Utc(3)), t.English)}",
                null
            ),
            stop,
            ("c", campaign.Id),
            ("o", place.Id),
            ("me", person.Id)
        );

    private Task<List<WorkLine>> TasksAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop) =>
        sql.ListAsync(
            Tasks,
            row => new WorkLine(ArrangeTasks.PathOf(campaign.Code, place.Code), row.GetString(0), null, row.Day(1)),
            stop,
            ("c", campaign.Id),
            ("o", place.Id),
            ("d", clock.Today.AddDays(SoonDays))
        );
}
