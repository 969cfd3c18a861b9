using System.Runtime.CompilerServices;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

/// <summary>
/// Page views in, visits and visitors online out; no clock, no database, no threads. A visit is a visitor's run of page
/// views with no gap of 30 minutes or more and belongs to the site's day on which it began.
/// </summary>
/// <remarks>Time does not go back here: a second before the last one seen counts as the last one seen.</remarks>
internal sealed class VisitReckoning(SiteClock clock) : IDisposable
{
    private const int Ahead = 32;

    private readonly OnlineWindow online = new();
    private List<DayOfVisits> days = [];
    private VisitorTable visitors = new();
    private VisitorTable? underOldKeys;
    private SiteDay today = new(DateOnly.MinValue, long.MinValue, long.MinValue);
    private long visitsToday;
    private long viewsToday;

    /// <summary>The last second seen.</summary>
    public long Now => online.Now;

    /// <summary>The site's day of <see cref="Now"/>.</summary>
    public SiteDay Today => today;

    /// <summary>Visitors with a page view in the last five minutes.</summary>
    public int Online => online.Online;

    /// <summary>Bytes of what is known of visitors.</summary>
    public long Bytes => visitors.Bytes + (underOldKeys?.Bytes ?? 0);

    /// <summary>Visitors known, some of them gone already.</summary>
    public int Known => visitors.Used + (underOldKeys?.Used ?? 0);

    /// <summary>Time passes, without a page view.</summary>
    public void Advance(long second)
    {
        online.Advance(second);
        if (second >= today.Ends)
            BeginDay(second);
    }

    /// <summary>One page view; answers whether a visit began with it.</summary>
    public bool View(ulong visitor, long second)
    {
        Advance(second);
        viewsToday++;
        var before = visitors.Touch(visitor, Now);
        online.Seen(before);
        if (before != VisitorTable.Unknown)
            return false;
        visitsToday++;
        return true;
    }

    /// <summary>
    /// One page view of a visitor who may still be known under the key that he had before <see cref="ChangeKeys"/>;
    /// answers whether a visit began with it.
    /// </summary>
    public bool View(ulong visitor, ulong oldKey, long second)
    {
        Advance(second);
        viewsToday++;
        var before = visitors.Touch(visitor, Now);
        if (before == VisitorTable.Unknown && underOldKeys is not null)
        {
            before = underOldKeys.LastOf(oldKey, Now);
            // Known once only, or he would be found twice when visitors are carried over a restart.
            underOldKeys.Forget(oldKey, Now);
        }
        online.Seen(before);
        if (before != VisitorTable.Unknown)
            return false;
        visitsToday++;
        return true;
    }

    /// <summary>Many page views of visitors whose keys do not change.</summary>
    public void Views(ReadOnlySpan<PageView> views)
    {
        var now = Now;
        for (var start = 0; start < views.Length; start += Ahead)
        {
            var block = views.Slice(start, Math.Min(Ahead, views.Length - start));
            // The places of a whole block are fetched at once, instead of waiting for memory at each.
            var latest = long.MinValue;
            foreach (ref readonly var view in block)
            {
                visitors.Prefetch(view.Visitor);
                latest = Math.Max(latest, view.Second);
            }
            if (latest < today.Ends)
            {
                visitsToday += visitors.TouchAll(block, ref now);
                viewsToday += block.Length;
                continue;
            }
            foreach (ref readonly var view in block)
            {
                now = Math.Max(now, view.Second);
                if (now >= today.Ends)
                    BeginDay(now);
                if (visitors.Touch(view.Visitor, now) == VisitorTable.Unknown)
                    visitsToday++;
                viewsToday++;
            }
        }
        // Who is online is asked when all are counted, so it is not kept for every second between.
        online.Restart(now);
        visitors.TellTo(online);
        underOldKeys?.TellTo(online);
    }

    /// <summary>From now on visitors come under new keys; the old ones are known until <see cref="ForgetOldKeys"/>.</summary>
    public void ChangeKeys()
    {
        underOldKeys?.Dispose();
        underOldKeys = visitors;
        visitors = new();
    }

    public void ForgetOldKeys()
    {
        underOldKeys?.Dispose();
        underOldKeys = null;
    }

    /// <summary>What was counted since this was last called, oldest day first; days without a page view are left out.</summary>
    public IReadOnlyList<DayOfVisits> TakeCounted()
    {
        CloseDay();
        var taken = days;
        days = [];
        return taken;
    }

    /// <summary>What <see cref="TakeCounted"/> would give, left in place.</summary>
    public IReadOnlyList<DayOfVisits> Counted => viewsToday == 0 ? days : [.. days, new(today.Date, visitsToday, viewsToday)];

    /// <summary>Whether a page view of a visitor now would go on with a visit.</summary>
    public bool Knows(ulong visitor, ulong oldKey) =>
        visitors.LastOf(visitor, Now) != VisitorTable.Unknown
        || underOldKeys is not null && underOldKeys.LastOf(oldKey, Now) != VisitorTable.Unknown;

    /// <summary>Visitors of the last half hour, each once.</summary>
    public Seen Visitors => new(visitors.Since(Now), underOldKeys?.Since(Now) ?? []);

    /// <summary>Knows visitors again who were known before a restart; only before anything is counted.</summary>
    public void Recall(Seen seen)
    {
        Recall(visitors, seen.Present);
        if (seen.Before.Count > 0)
            Recall(underOldKeys ??= new(), seen.Before);
    }

    public void Dispose()
    {
        visitors.Dispose();
        ForgetOldKeys();
    }

    private void Recall(VisitorTable table, IEnumerable<PageView> seen)
    {
        foreach (var view in seen.OrderBy(view => view.Second))
        {
            // Should the clock have gone back over the restart, they were here just now.
            var second = Math.Min(view.Second, Now);
            table.Touch(view.Visitor, second);
            online.SeenAt(second);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginDay(long second)
    {
        CloseDay();
        today = SiteDay.Of(clock, second);
    }

    private void CloseDay()
    {
        if (viewsToday > 0)
            days.Add(new(today.Date, visitsToday, viewsToday));
        visitsToday = viewsToday = 0;
    }
}
