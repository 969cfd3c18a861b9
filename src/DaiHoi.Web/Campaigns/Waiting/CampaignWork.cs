using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Campaigns.Waiting;

/// <summary>
/// What waits in open campaigns for an officer, a checker, a head: entries to accept, entries that came back, what is late or
/// due soon. Asked at the organisations on which the roles were granted and, for what is accepted, directly below them: who is
/// responsible for a province is not reminded of every branch.
/// </summary>
internal sealed class CampaignWork(Sql sql, DueWork due, SiteClock clock) : IWaitingWork
{
    private const int Shown = 8;

    private const string WaitingBelow = """
        from organisation o
        join congress c on c.organisation_id = o.id and c.campaign_id = @c
        join congress_event e on e.congress_id = c.id
        where o.parent_id in ({0}) and e.withdrawn_on is null and e.accepted_on is null and not e.brought_in
            and e.recorded_by_id <> @me
            and e.status in ('Preparing', 'PlanSubmitted', 'Held', 'ResultReported')
        """;

    // What was reported and accepted still waits for the decision on those elected.
    private const string ToRatify = """
        from organisation o
        join congress c on c.organisation_id = o.id and c.campaign_id = @c and c.status = 'ResultReported'
        join congress_event e on e.congress_id = c.id
        where o.parent_id in ({0}) and e.withdrawn_on is null and e.accepted_on is not null and not e.brought_in
            and e.status = 'ResultReported'
        """;

    // Two seeks put together: with «or» every congress of the campaign is looked at.
    private const string CameBack = """
        from (
            select id, code, name from organisation where id in ({0})
            union all
            select id, code, name from organisation where parent_id in ({0}) and id not in ({0})
        ) o
        join congress c on c.organisation_id = o.id and c.campaign_id = @c
        join congress_event e on e.id = c.last_event_id
        where e.returned = @yes
        """;

    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        if (!person.IsAnywhere(Role.Officer, Role.Checker, Role.Head))
            return [];
        var groups = new List<WorkGroup>();
        foreach (var frame in await OpenAsync(stop))
        {
            var root = await sql.FirstAsync(
                "select path from organisation where id = @o",
                row => row.GetString(0),
                stop,
                ("o", frame.Root)
            );
            var (officer, checker) = (GrantedIds(person, root!, Role.Officer), GrantedIds(person, root!, Role.Checker));
            await AddEventsAsync(groups, person, frame, officer, CameBack, "work-came-back", t, stop);
            await AddEventsAsync(groups, person, frame, checker, WaitingBelow, "work-to-accept", t, stop);
            await AddEventsAsync(groups, person, frame, checker, ToRatify, "work-to-ratify", t, stop);
            await AddDueAsync(groups, GrantedIds(person, root!, Role.Officer, Role.Checker, Role.Head), frame, t, stop);
        }
        return groups;
    }

    private async Task AddEventsAsync(
        List<WorkGroup> groups,
        Person person,
        CampaignFrame frame,
        long[] granted,
        string which,
        string title,
        Texts t,
        CancellationToken stop
    )
    {
        if (granted.Length == 0)
            return;
        // Ids are numbers: nothing in this text comes from a person.
        var from = which.Replace("{0}", string.Join(",", granted), StringComparison.Ordinal);
        (string, object?)[] parameters = which switch
        {
            CameBack => [("c", frame.Id), ("yes", true)],
            WaitingBelow => [("c", frame.Id), ("me", person.Id)],
            _ => [("c", frame.Id)],
        };
        var count = await sql.FirstAsync($"select count(*) {from}", row => row.GetInt64(0), stop, parameters);
        if (count == 0)
            return;
        var first = await sql.ListAsync(
            $"select o.code, o.name, e.status, e.effective_on {from} order by e.recorded_at, e.id limit {Shown}",
            row =>
                (
                    Code: row.GetString(0),
                    Name: row.GetString(1),
                    Status: Enum.Parse<CongressStatus>(row.GetString(2)),
                    On: row.Day(3)
                ),
            stop,
            parameters
        );
        groups.Add(
            new(
                t[title, frame.Name],
                count,
                [
                    .. first.Select(one =>
                    {
                        var words = Transition.NameOf(one.Status);
                        return new WorkLine(
                            CongressPath(frame, one.Code),
                            one.Name,
                            $"{(t.English ? words.English : words.Vietnamese)}, {Formats.Day(one.On)}",
                            DueOf(which, frame, one.Status, one.On)
                        );
                    }),
                ],
                null
            )
        );
    }

    // What was elected is ratified within days that the regulations set; other entries wait without any.
    private static DateOnly? DueOf(string which, CampaignFrame frame, CongressStatus status, DateOnly on) =>
        which != CameBack && status == CongressStatus.ResultReported
            ? Deadline.Of(frame.RuleSet, "ratification", on)?.Value
            : null;

    private async Task AddDueAsync(List<WorkGroup> groups, long[] granted, CampaignFrame frame, Texts t, CancellationToken stop)
    {
        foreach (var id in granted)
        {
            var place = await sql.FirstAsync(
                "select code, name, path from organisation where id = @o and valid_to is null",
                row => new
                {
                    Code = row.GetString(0),
                    Name = row.GetString(1),
                    Path = row.GetString(2),
                },
                stop,
                ("o", id)
            );
            if (place is null)
                continue;
            var (count, _) = await due.CountAsync(frame, place.Path, clock.Today, stop);
            foreach (var kind in Enum.GetValues<DueKind>())
            {
                if (count[kind] == 0)
                    continue;
                var lines = await due.ListAsync(frame, place.Path, kind, clock.Today, Shown, stop);
                groups.Add(
                    new(
                        $"{t[DueWords.WordOf(kind)]}: {place.Name}",
                        count[kind],
                        [.. lines.Select(line => new WorkLine(CongressPath(frame, line.Code), line.Name, line.Text, line.Due))],
                        DashboardAddress.OfDue(frame, place.Code, kind)
                    )
                );
            }
        }
    }

    private static string CongressPath(CampaignFrame frame, string code) =>
        $"/dai-hoi/{Uri.EscapeDataString(frame.Code)}/{Uri.EscapeDataString(code)}";

    // The organisations of the campaign on which one of these roles was granted; who has it above the campaign has it at its top.
    private static long[] GrantedIds(Person person, string root, params Role[] roles) =>
        [
            .. person
                .Grants.Where(grant => roles.Contains(grant.Role))
                .Select(grant => root.StartsWith(grant.Path, StringComparison.Ordinal) ? root : grant.Path)
                .Where(path => path.StartsWith(root, StringComparison.Ordinal))
                .Select(TreePath.Id)
                .Distinct(),
        ];

    private async Task<IEnumerable<CampaignFrame>> OpenAsync(CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        var frames = await CampaignFrame.ReadAllAsync(connection, null, stop);
        return frames.Where(frame => frame.ClosedOn is null);
    }
}
