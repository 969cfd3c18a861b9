using DaiHoi.Web.Data;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>Reads sums: an organisation's own congress and all below it, on any day, by what was known on any day.</summary>
internal sealed class ProgressSums(Sql sql)
{
    private static readonly string Columns = Measures.Each(column => $"t.{column}");

    // Keyed (campaign, organisation, level, day): one seek for each level, however many congresses lie below. «Cross» keeps
    // SQLite to this order: by itself it goes through all days of the organisation and asks of each whether it is the one.
    private static readonly string AsOf = $"""
        select l.ordinal, {Columns}
        from campaign_level l cross join progress_total t
        where l.campaign_id = @c and t.campaign_id = @c and t.organisation_id = @o and t.level = l.ordinal
            and t.effective_on = (
                select max(x.effective_on) from progress_total x
                where x.campaign_id = @c and x.organisation_id = @o and x.level = l.ordinal and x.effective_on <= @d
            )
        """;

    // The rows of one organisation lie together, so what was known then is one range of the key.
    private static readonly string KnownOn = $"""
        select level, {Measures.Each(column => $"sum({column})")}
        from progress_delta
        where campaign_id = @c and organisation_id = @o and effective_on <= @d and recorded_on <= @k
        group by level
        """;

    /// <summary>The sums of each level of the campaign at an organisation, its own congress included.</summary>
    /// <param name="frame">the campaign</param>
    /// <param name="organisation">itself and all below</param>
    /// <param name="day">as of its end</param>
    /// <param name="knownOn">what was entered later is left out; null for all that is known</param>
    /// <returns>one place for each <see cref="Measure"/>, by place of the level; levels without congresses are left out</returns>
    public async Task<Dictionary<int, long[]>> ByLevelAsync(
        CampaignFrame frame,
        long organisation,
        DateOnly day,
        DateOnly? knownOn,
        CancellationToken stop
    )
    {
        var rows = await sql.ListAsync(
            knownOn is null ? AsOf : KnownOn,
            row =>
            {
                var sums = new long[Measures.Count];
                for (var m = 0; m < sums.Length; m++)
                    sums[m] = row.GetInt64(m + 1);
                return (Level: row.GetInt32(0), Sums: sums);
            },
            stop,
            knownOn is { } known
                ? [("c", frame.Id), ("o", organisation), ("d", day.DayNumber), ("k", known.DayNumber)]
                : [("c", frame.Id), ("o", organisation), ("d", day.DayNumber)]
        );
        var byLevel = rows.ToDictionary(row => row.Level, row => row.Sums);
        await AddOwnAsync(byLevel, frame, organisation, day, knownOn, stop);
        return byLevel;
    }

    private async Task AddOwnAsync(
        Dictionary<int, long[]> byLevel,
        CampaignFrame frame,
        long organisation,
        DateOnly day,
        DateOnly? knownOn,
        CancellationToken stop
    )
    {
        if (await ReckonedCongress.OneAsync(sql, frame, organisation, stop) is not { } own)
            return;
        var sums = new int[Measures.Count];
        own.History.Fill(day.DayNumber, knownOn?.DayNumber ?? int.MaxValue, own.Scope.On(day.DayNumber).LastDay, sums);
        if (!byLevel.TryGetValue(own.Level, out var all))
            byLevel.Add(own.Level, all = new long[Measures.Count]);
        for (var m = 0; m < sums.Length; m++)
            all[m] += sums[m];
    }
}
