using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

/// <summary>
/// Counts visits, visitors online and views of articles. What a call has counted, the next call on any thread sees; it is
/// in the database within a second, and on a normal stop in any case. <c>kill -9</c> loses at most the last second.
/// </summary>
/// <remarks>
/// A visit is a visitor's run of page views with no gap of 30 minutes or more, and belongs to the site's day on which it
/// began. An article's view counts once per visitor in 30 minutes. Visitors are told apart by a keyed hash of address,
/// browser and languages whose salt is thrown away every day; each process knows its own visitors, so of several
/// instances one must get all requests of a visitor. One lock: what is done under it takes some fifty nanoseconds.
/// </remarks>
public sealed class VisitCounter : IDisposable
{
    // Clocks of other machines may differ, and their transactions take a while: what changed in the last minute is read again.
    private const long Overlap = 60;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim flushing = new(1);
    private readonly SiteClock clock;
    private readonly VisitLedger ledger;
    private readonly CarryOverStore carryOver;
    private readonly PersonTest people;
    private readonly VisitAudience audience;
    private readonly Dictionary<long, long> views = [];
    private Counted unwritten = new();
    private PeriodSums stored;
    private long readAt;
    private LiveNumbers numbers;
    private long numbersOf = long.MinValue;
    private volatile bool numbersChanged = true;
    private bool articlesChanged;
    private long pageViews;

    internal VisitCounter(SiteClock clock, VisitLedger ledger, CarryOverStore carryOver, Robots robots, ChangeFeed changes)
    {
        this.clock = clock;
        this.ledger = ledger;
        this.carryOver = carryOver;
        people = new(robots);
        audience = new(clock);
        audience.Advance(Second);
        stored = new(audience.Today, 0, 0, 0, 0, 0);
        // From the clock, so that versions of an earlier run do not come again.
        numbers = new(clock.UtcNow.Ticks, 0, 0, 0, 0, 0, 0);
        changes.Listen(keys =>
        {
            if (keys.Any(key => key.StartsWith("article", StringComparison.Ordinal)))
                Volatile.Write(ref articlesChanged, true);
        });
    }

    private long Second => (clock.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;

    /// <summary>
    /// Counts one page view, if it is a person's: no robot, not fetched ahead, not HEAD. Returns at once and does no I/O.
    /// </summary>
    /// <param name="request">its client address is believed, so forwarded ones must have been checked before</param>
    /// <param name="article">the article shown, or 0</param>
    /// <returns>the views of the article before this one</returns>
    public long Count(HttpContext request, long article)
    {
        var salts = audience.Salts;
        if (!people.TryMark(request, salts.Browser, out var visitor))
            return ViewsOf(article);
        var second = Second;
        var key = visitor.Under(salts.Present);
        var before = salts.Before is { } old ? visitor.Under(old) : 0;
        lock (gate)
        {
            audience.Advance(second);
            if (!ReferenceEquals(salts, audience.Salts))
            {
                // Midnight or half past came in between.
                salts = audience.Salts;
                key = visitor.Under(salts.Present);
                before = salts.Before is { } older ? visitor.Under(older) : 0;
            }
            pageViews++;
            var viewsBefore = views.GetValueOrDefault(article);
            if (audience.View(key, before, article))
                views[article] = viewsBefore + 1;
            // Written only when it changes: other processors read it.
            if (audience.Changed)
                numbersChanged = true;
            return viewsBefore;
        }
    }

    /// <summary>The numbers now; another object, of another version, only when a number is another.</summary>
    public LiveNumbers Numbers
    {
        get
        {
            // Without a view the numbers still change with the clock: visitors leave, days end.
            if (!numbersChanged && Second <= Volatile.Read(ref numbersOf))
                return Volatile.Read(ref numbers);
            lock (gate)
            {
                audience.Advance(Second);
                return Reckon();
            }
        }
    }

    /// <summary>Page views of people since the start of this process.</summary>
    internal long PageViews => Volatile.Read(ref pageViews);

    /// <summary>How often an article was read, in all: what is stored and what was counted since.</summary>
    public long ViewsOf(long article)
    {
        lock (gate)
            return views.GetValueOrDefault(article);
    }

    /// <summary>
    /// Writes everything counted so far, then reads what others have written. When it fails nothing is lost: the next call
    /// writes it.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">the database did not take it</exception>
    public async Task FlushAsync(CancellationToken stop)
    {
        await flushing.WaitAsync(stop);
        try
        {
            var (now, today) = Take();
            if (!unwritten.IsEmpty)
            {
                await ledger.AddAsync(unwritten, now, stop);
                Wrote();
            }
            var everything = Interlocked.Exchange(ref articlesChanged, false) || readAt == 0;
            var (sums, articles) = await ReadAsync(today, everything ? 0 : readAt - Overlap, everything, stop);
            lock (gate)
                Learn(sums, articles, now);
        }
        finally
        {
            flushing.Release();
        }
    }

    /// <summary>Reads what is stored, and goes on with the visitors whom a process stopped just now has left.</summary>
    internal async Task LoadAsync(CancellationToken stop)
    {
        if (await carryOver.TakeAsync(Second, stop) is { } known)
        {
            lock (gate)
            {
                audience.Advance(Second);
                audience.Recall(known);
                numbersChanged = true;
            }
        }
        await FlushAsync(stop);
    }

    /// <summary>Writes everything, and leaves the visitors of the last half hour to the next process.</summary>
    internal async Task SaveAsync(CancellationToken stop)
    {
        await FlushAsync(stop);
        KnownVisitors known;
        lock (gate)
            known = audience.Known();
        await carryOver.SaveAsync(known, Second, stop);
    }

    public void Dispose()
    {
        flushing.Dispose();
        lock (gate)
            audience.Dispose();
    }

    private (long Now, DateOnly Today) Take()
    {
        lock (gate)
        {
            audience.Advance(Second);
            unwritten.Add(audience.Take());
            return (audience.Now, audience.Today);
        }
    }

    private void Wrote()
    {
        lock (gate)
        {
            stored = PlusDays(stored.At(audience.Today), unwritten.Days);
            unwritten = new();
        }
    }

    private async Task<(PeriodSums, List<(long, long)>)> ReadAsync(
        DateOnly today,
        long since,
        bool everything,
        CancellationToken stop
    )
    {
        try
        {
            return await ledger.ReadAsync(today, since, stop);
        }
        catch when (everything)
        {
            Volatile.Write(ref articlesChanged, true);
            throw;
        }
    }

    private void Learn(PeriodSums sums, List<(long Article, long Views)> articles, long now)
    {
        stored = sums;
        readAt = now;
        var since = audience.Counted.ViewsOfArticles();
        foreach (var (article, count) in articles)
            views[article] = count + since.GetValueOrDefault(article);
        numbersChanged = true;
    }

    private LiveNumbers Reckon()
    {
        var sums = stored.At(audience.Today);
        sums = PlusDays(PlusDays(sums, unwritten.Days), audience.CountedDays);
        var reckoned = new LiveNumbers(
            numbers.Version,
            sums.Odometer,
            audience.Online,
            sums.Today,
            sums.Week,
            sums.Month,
            sums.Year
        );
        if (reckoned != numbers)
            Volatile.Write(ref numbers, reckoned with { Version = numbers.Version + 1 });
        numbersChanged = false;
        audience.Changed = false;
        Volatile.Write(ref numbersOf, audience.Now);
        return numbers;
    }

    private static PeriodSums PlusDays(PeriodSums sums, IEnumerable<DayOfVisits> days)
    {
        foreach (var day in days)
            sums = sums.Plus(day.Day, day.Visits);
        return sums;
    }
}
