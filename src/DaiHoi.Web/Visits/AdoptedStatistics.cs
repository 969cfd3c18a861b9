using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

/// <summary>What an older portal printed of its visitors; null is a number that it did not print.</summary>
public sealed record StatisticsReading(long? Odometer, long? Week, long? Month, long? Year);

/// <summary>Lets the counter go on from the numbers of an older portal. A running server shows them within two seconds.</summary>
public sealed class AdoptedStatistics(SiteClock clock)
{
    /// <summary>
    /// Takes a reading as that of a day: on that day each of its numbers is shown as it was printed, and from then on grows
    /// with the visits. A week, month or year is shown as adopted until it ends.
    /// </summary>
    /// <param name="source">what it was read from, at most 1,000 signs; a second reading of it is not adopted</param>
    /// <param name="on">the site's day of the adoption</param>
    /// <returns>false when this source was adopted before: nothing has changed</returns>
    /// <exception cref="ArgumentOutOfRangeException">a number of the reading is negative</exception>
    public async Task<bool> AdoptAsync(
        DbConnection connection,
        DbTransaction transaction,
        string source,
        StatisticsReading reading,
        DateOnly on,
        CancellationToken stop = default
    )
    {
        foreach (var number in new[] { reading.Odometer, reading.Week, reading.Month, reading.Year })
            ArgumentOutOfRangeException.ThrowIfNegative(number ?? 0, nameof(reading));
        var shown = await VisitSums.OnAsync(on, connection, transaction, stop);
        await using var command = Sql.Command(
            connection,
            """
            insert into adoption (source, adopted_on, odometer, week, month, year)
            values (@source, @on, @odometer, @week, @month, @year)
            on conflict (source) do nothing
            """,
            ("source", source),
            ("on", on),
            ("odometer", reading.Odometer - shown.Odometer),
            ("week", reading.Week - shown.Week),
            ("month", reading.Month - shown.Month),
            ("year", reading.Year - shown.Year)
        );
        command.Transaction = transaction;
        return await command.ExecuteNonQueryAsync(stop) == 1;
    }

    /// <summary>What the portal shows on a day, in the form of a reading.</summary>
    public async Task<StatisticsReading> ShownAsync(
        DbConnection connection,
        DbTransaction? transaction,
        DateOnly on,
        CancellationToken stop = default
    )
    {
        var shown = await VisitSums.OnAsync(on, connection, transaction, stop);
        return new(shown.Odometer, shown.Week, shown.Month, shown.Year);
    }

    /// <summary>
    /// Lets an article's views go on from those that an older portal printed: what was counted here is added to them. The
    /// same number adopted again changes nothing, a higher one takes its place; a lower one was read earlier and changes
    /// nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="views"/> is negative</exception>
    public async Task AdoptViewsAsync(
        DbConnection connection,
        DbTransaction transaction,
        long article,
        long views,
        CancellationToken stop = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(views);
        await using var command = Sql.Command(
            connection,
            """
            insert into article_views (article, views, adopted, changed) values (@article, @views, @views, @second)
            on conflict (article) do update set
              views = article_views.views - article_views.adopted + excluded.views,
              adopted = excluded.adopted,
              changed = excluded.changed
            where excluded.adopted > article_views.adopted
            """,
            ("article", article),
            ("views", views),
            ("second", (clock.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond)
        );
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(stop);
        // A long import commits long after this second: its note has the server read all views again.
        await ChangeFeed.NoteAsync(connection, transaction, clock.UtcNow, ["article-views"], stop);
    }
}
