using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>How many were held of how many due, as it stands from a day on.</summary>
internal sealed record HeldOnDay(int Day, long Held, long Due)
{
    public double Share => Due > 0 ? (double)Held / Due : 0;
}

/// <summary>The course of one level below an organisation: one row for each day on which it changed.</summary>
internal sealed record HeldByDay(IReadOnlyList<HeldOnDay> Days)
{
    // One range of the key, as long as the campaign has days.
    private const string Course = """
        select effective_on, held + result_reported + ratified, expected - exempt
        from progress_total where campaign_id = @c and organisation_id = @o and level = @l order by effective_on
        """;

    public static async Task<HeldByDay> ReadAsync(
        Sql sql,
        CampaignFrame frame,
        long organisation,
        int level,
        CancellationToken stop
    ) =>
        new(
            await sql.ListAsync(
                Course,
                row => new HeldOnDay(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)),
                stop,
                ("c", frame.Id),
                ("o", organisation),
                ("l", level)
            )
        );

    /// <summary>At the end of a day.</summary>
    public HeldOnDay On(int day)
    {
        var found = new HeldOnDay(day, 0, 0);
        foreach (var one in Days)
        {
            if (one.Day > day)
                break;
            found = one;
        }
        return found;
    }

    /// <summary>The first day on which something was held; null where nothing was.</summary>
    public int? Begun => Days.FirstOrDefault(day => day.Held > 0)?.Day;
}
