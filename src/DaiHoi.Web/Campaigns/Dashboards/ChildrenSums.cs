using System.Globalization;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>An organisation directly below, with the sums of one level at and below it.</summary>
/// <param name="Sums">one place for each <see cref="Measure"/>, for each day that was asked for, in their order</param>
internal sealed record ChildSums(long Id, string Code, string Name, string ShortName, IReadOnlyList<long[]> Sums);

/// <summary>Reads the sums of everything directly below an organisation, as the tree stood on the first day asked for.</summary>
internal sealed class ChildrenSums(Sql sql)
{
    private static readonly string Columns = Measures.Each(column => $"t.{column}");

    // The children are a range of (parent, day), their sums one seek each by the key of the totals: (campaign, organisation,
    // level, day). What has ended stays where it stood last, as the sums above it do.
    private static readonly string OnOneDay = $"""
        select v.organisation_id, o.code, v.name, coalesce(v.short_name, v.name), t.effective_on, {Columns}
        from organisation_version v
        join organisation o on o.id = v.organisation_id
        left join progress_total t on t.campaign_id = @c and t.organisation_id = v.organisation_id and t.level = @l
            and t.effective_on = (
                select max(x.effective_on) from progress_total x
                where x.campaign_id = @c and x.organisation_id = v.organisation_id and x.level = @l and x.effective_on <= @n
            )
        where v.parent_id = @o and v.valid_from <= @d and not exists (
            select 1 from organisation_version n
            where n.organisation_id = v.organisation_id and n.valid_from > v.valid_from and n.valid_from <= @d
        )
        """;

    /// <summary>By code; those without a congress of the level at or below them are left out.</summary>
    public async Task<List<ChildSums>> ReadAsync(
        CampaignFrame frame,
        long organisation,
        int level,
        IReadOnlyList<DateOnly> days,
        CancellationToken stop
    )
    {
        var children = new Dictionary<long, ChildSums>();
        for (var at = 0; at < days.Count; at++)
            await FillAsync(children, frame, organisation, level, days, at, stop);
        await AddOwnAsync(children, frame, level, days, stop);
        return
        [
            .. children
                .Values.Where(child => child.Sums.Any(sums => sums[(int)Measure.Expected] > 0))
                .OrderBy(child => child.Code, StringComparer.Ordinal),
        ];
    }

    private async Task FillAsync(
        Dictionary<long, ChildSums> children,
        CampaignFrame frame,
        long organisation,
        int level,
        IReadOnlyList<DateOnly> days,
        int at,
        CancellationToken stop
    )
    {
        await sql.ListAsync(
            OnOneDay,
            row =>
            {
                var id = row.GetInt64(0);
                if (!children.TryGetValue(id, out var child))
                {
                    var none = days.Select(_ => new long[Measures.Count]).ToArray();
                    children.Add(id, child = new(id, row.GetString(1), row.GetString(2), row.GetString(3), none));
                }
                if (!row.IsDBNull(4))
                {
                    for (var m = 0; m < Measures.Count; m++)
                        child.Sums[at][m] = row.GetInt32(m + 5);
                }
                return id;
            },
            stop,
            ("c", frame.Id),
            ("o", organisation),
            ("l", level),
            ("d", days[0]),
            ("n", days[at].DayNumber)
        );
    }

    // The totals of an organisation are of what lies below it; its own congress is one more where it is of the level.
    private async Task AddOwnAsync(
        Dictionary<long, ChildSums> children,
        CampaignFrame frame,
        int level,
        IReadOnlyList<DateOnly> days,
        CancellationToken stop
    )
    {
        if (children.Count == 0)
            return;
        var named = string.Join(",", children.Keys.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var own = await sql.ListAsync(
            $"select organisation_id from congress where campaign_id = @c and organisation_id in ({named}) and level = @l",
            row => row.GetInt64(0),
            stop,
            ("c", frame.Id),
            ("l", level)
        );
        if (own.Count == 0)
            return;
        await using var connection = await sql.OpenAsync(stop);
        var tree = await TreeInTime.UpwardAsync(connection, null, own, stop);
        var filled = new int[Measures.Count];
        await foreach (var congress in ReckonedCongress.ReadAsync(connection, null, frame, tree, own, stop))
        {
            for (var at = 0; at < days.Count; at++)
            {
                var day = days[at].DayNumber;
                congress.History.Fill(day, int.MaxValue, congress.Scope.On(day).LastDay, filled);
                for (var m = 0; m < filled.Length; m++)
                    children[congress.Organisation].Sums[at][m] += filled[m];
            }
        }
    }
}
