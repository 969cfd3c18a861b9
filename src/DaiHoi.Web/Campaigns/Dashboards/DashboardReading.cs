using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>
/// Reads a dashboard: a few ranges and seeks by the key of the totals, as many at the top of a country as at a village.
/// </summary>
internal sealed class DashboardReading(Sql sql, ProgressSums sums, ChildrenSums children)
{
    /// <param name="place">whose dashboard</param>
    /// <param name="day">as of its end</param>
    /// <param name="level">code of the level that is counted; null or unknown: the one whose turn it is</param>
    /// <param name="comparedTo">a second day</param>
    /// <returns>null where nothing is expected at or below the organisation</returns>
    public async Task<Dashboard?> ReadAsync(
        PlaceInCampaign place,
        DateOnly day,
        string? level,
        DateOnly? comparedTo,
        CancellationToken stop
    )
    {
        var frame = place.Frame;
        var byLevel = await sums.ByLevelAsync(frame, place.Id, day, null, stop);
        var levels = frame
            .Levels.Select(one =>
                (Level: one, Now: new Standing(byLevel.GetValueOrDefault(one.Ordinal) ?? Standing.Nothing.Sums))
            )
            .Where(one => one.Now.Expected > 0)
            .ToList();
        if (levels.Count == 0)
            return null;
        var (chosen, now) = levels.Find(one => one.Level.Code == level) is { Level: not null } asked
            ? asked
            : levels.First(one => one.Level == WhoseTurn([.. levels.Select(l => l.Level)], day));
        Standing? compared = null;
        if (comparedTo is { } other)
        {
            var then = await sums.ByLevelAsync(frame, place.Id, other, null, stop);
            compared = new(then.GetValueOrDefault(chosen.Ordinal) ?? Standing.Nothing.Sums);
        }
        var course = await HeldByDay.ReadAsync(sql, frame, place.Id, chosen.Ordinal, stop);
        var rows = await RowsAsync(place, chosen, day, comparedTo ?? day.AddDays(-7), stop);
        return new(
            place,
            day,
            chosen,
            levels,
            comparedTo,
            compared,
            now,
            course,
            Forecast.Of(day, now.Held, course.On(day.DayNumber - Forecast.Lookback).Held, now.Due),
            rows,
            Tile.MapOf([.. rows.Select(row => row.ShortName)])
        );
    }

    /// <summary>The level whose last day comes next; when all are over, the one that ended last; without any, the lowest.</summary>
    public static FrameLevel WhoseTurn(IReadOnlyList<FrameLevel> levels, DateOnly day) =>
        levels.Where(level => level.Until >= day).MinBy(level => level.Until)
        ?? levels.Where(level => level.Until is not null).MaxBy(level => level.Until)
        ?? levels[^1];

    private async Task<List<ChildRow>> RowsAsync(
        PlaceInCampaign place,
        FrameLevel level,
        DateOnly day,
        DateOnly since,
        CancellationToken stop
    )
    {
        var found = await children.ReadAsync(
            place.Frame,
            place.Id,
            level.Ordinal,
            [day, since, day.AddDays(-Forecast.Lookback)],
            stop
        );
        return
        [
            .. found
                .Select(child =>
                {
                    var (now, before, earlier) = (
                        new Standing(child.Sums[0]),
                        new Standing(child.Sums[1]),
                        new Standing(child.Sums[2])
                    );
                    var forecast = Forecast.Of(day, now.Held, earlier.Held, now.Due);
                    return new ChildRow(child.Id, child.Code, child.Name, child.ShortName, now, before, forecast);
                })
                .OrderBy(child => child.Now.Share ?? 2)
                .ThenByDescending(child => child.Now.NotHeld)
                .ThenBy(child => child.Code, StringComparer.Ordinal),
        ];
    }
}
