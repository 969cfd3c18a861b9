using System.Globalization;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Visits;

/// <summary>Visits and views of past days, as they stand in the database: at most a second behind.</summary>
public sealed class VisitHistory(Sql sql)
{
    /// <summary>The days from one to another, both included, oldest first; days without a page view are left out.</summary>
    public async Task<IReadOnlyList<DayOfVisits>> DaysAsync(DateOnly from, DateOnly to, CancellationToken stop = default) =>
        await sql.ListAsync(
            "select day, visits, page_views from visit_day where day >= @from and day <= @to order by day",
            row => new DayOfVisits(row.Day(0), row.GetInt64(1), row.GetInt64(2)),
            stop,
            ("from", from),
            ("to", to)
        );

    /// <summary>The views of an article on each day from one to another, both included, at most a year; a day without is 0.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, long Views)>> ViewsAsync(
        long article,
        DateOnly from,
        DateOnly to,
        CancellationToken stop = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, from.AddDays(366));
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        // The key begins with the day: one seek for each of them, however many articles a day has.
        var names = string.Join(", ", days.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@d{i}")));
        var known = await sql.ListAsync(
            $"select day, views from article_view_day where day in ({names}) and article = @article",
            row => (Day: row.Day(0), Views: row.GetInt64(1)),
            stop,
            [
                ("article", article),
                .. days.Select((day, i) => (string.Create(CultureInfo.InvariantCulture, $"d{i}"), (object?)day)),
            ]
        );
        var views = known.ToDictionary(row => row.Day, row => row.Views);
        return [.. days.Select(day => (day, views.GetValueOrDefault(day)))];
    }

    /// <summary>The articles read most since a day, itself included, with the views in that time; of equals the newer number first.</summary>
    public async Task<IReadOnlyList<(long Article, long Views)>> MostReadAsync(
        DateOnly since,
        int count,
        CancellationToken stop = default
    ) =>
        await sql.ListAsync(
            // The key begins with the day: only the days asked for are read.
            """
            select article, cast(sum(views) as bigint) as total from article_view_day
            where day >= @since group by article order by total desc, article desc limit @count
            """,
            row => (row.GetInt64(0), row.GetInt64(1)),
            stop,
            ("since", since),
            ("count", count)
        );
}
