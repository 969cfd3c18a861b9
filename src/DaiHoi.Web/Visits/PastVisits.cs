using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

/// <summary>Writes visits and views of days that are past, from whoever knows them. They are added to what is there.</summary>
public sealed class PastVisits
{
    private readonly VisitLedger ledger;
    private readonly ChangeFeed feed;
    private readonly SiteClock clock;

    internal PastVisits(VisitLedger ledger, ChangeFeed feed, SiteClock clock) =>
        (this.ledger, this.feed, this.clock) = (ledger, feed, clock);

    /// <summary>All of it or nothing. A running server shows it within two seconds.</summary>
    /// <param name="views">views of an article on a day, none negative</param>
    public async Task AddAsync(
        IEnumerable<DayOfVisits> days,
        IEnumerable<(DateOnly Day, long Article, long Views)> views,
        CancellationToken stop
    )
    {
        var counted = new Counted();
        counted.Add(days);
        foreach (var (day, article, count) in views)
            counted.AddViews(day, article, count);
        await ledger.AddAsync(counted, (clock.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond, stop);
        feed.Announce(["article-views"], []);
    }
}
