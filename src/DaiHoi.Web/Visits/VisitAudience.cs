using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

/// <summary>
/// The visitors of a running site: their visits, the articles that they read, and the salts under which they are known,
/// which change at midnight and are thrown away half an hour later. No threads: <see cref="VisitCounter"/> has the lock.
/// </summary>
internal sealed class VisitAudience(SiteClock clock) : IDisposable
{
    /// <summary>
    /// More visitors, or articles read by visitors, are not known at one time: some 50 MB. Ten million page views a day
    /// stay far below; beyond it somebody makes up visitors, and those that are new are not counted.
    /// </summary>
    public const int Most = 4_000_000;

    private readonly VisitReckoning reckoning = new(clock);
    private VisitorTable readers = new();
    private VisitorTable? readersBefore;
    private Salts salts = Salts.New();

    public Salts Salts => Volatile.Read(ref salts);
    public long Now => reckoning.Now;
    public DateOnly Today => reckoning.Today.Date;
    public int Online => reckoning.Online;

    /// <summary>Set when a visit began or another number of visitors is online; whoever has looked puts it back.</summary>
    public bool Changed { get; set; }

    /// <summary>What was counted since it was last taken.</summary>
    public Counted Counted { get; private set; } = new();

    /// <summary>Visits and page views of today that are not in <see cref="Counted"/> yet.</summary>
    public IReadOnlyList<DayOfVisits> CountedDays => reckoning.Counted;

    public Counted Take()
    {
        var taken = Counted;
        taken.Add(reckoning.TakeCounted());
        Counted = new();
        return taken;
    }

    public void Advance(long second)
    {
        var yesterday = reckoning.Today;
        reckoning.Advance(second);
        if (reckoning.Today != yesterday && yesterday.Date != DateOnly.MinValue)
            BeginDay();
        if (salts.Before is not null && reckoning.Now >= reckoning.Today.Starts + VisitorTable.Gap)
            ForgetYesterday();
    }

    /// <summary>One page view under the keys of the present salts; answers whether it is a view of the article to be counted.</summary>
    public bool View(ulong visitor, ulong before, long article)
    {
        if (reckoning.Known >= Most && !reckoning.Knows(visitor, before))
            return false;
        var online = Online;
        Changed |= reckoning.View(visitor, before, reckoning.Now) || online != Online;
        if (article == 0 || !Claim(ReaderKey(visitor, article), ReaderKey(before, article)))
            return false;
        Counted.AddView(Today, article);
        return true;
    }

    public KnownVisitors Known() =>
        new(Today, salts, reckoning.Visitors, new(readers.Since(Now), readersBefore?.Since(Now) ?? []));

    /// <summary>Goes on with visitors who were known before a restart. Only at the start, before anything is counted.</summary>
    public void Recall(KnownVisitors known)
    {
        if (known.Day > Today)
            return;
        salts = known.Salts;
        reckoning.Recall(known.Visitors);
        Recall(readers, known.Readers.Present);
        if (known.Salts.Before is not null)
            Recall(readersBefore = new(), known.Readers.Before);
        if (known.Day < Today)
            BeginDay();
        Advance(Now);
    }

    public void Dispose()
    {
        reckoning.Dispose();
        readers.Dispose();
        readersBefore?.Dispose();
    }

    // Keys are random, and an odd factor gives every article another step from each: no other hash is needed.
    private static ulong ReaderKey(ulong visitor, long article) => visitor + unchecked((ulong)article * 0x9E3779B97F4A7C15);

    private bool Claim(ulong reader, ulong before) =>
        (readersBefore is null || readersBefore.LastOf(before, Now) == VisitorTable.Unknown)
        && readers.Used < Most
        && readers.Claim(reader, Now);

    private void Recall(VisitorTable table, IEnumerable<PageView> seen)
    {
        foreach (var view in seen.OrderBy(view => view.Second))
            table.Touch(view.Visitor, Math.Min(view.Second, Now));
    }

    private void BeginDay()
    {
        reckoning.ChangeKeys();
        readersBefore?.Dispose();
        readersBefore = readers;
        readers = new();
        Volatile.Write(ref salts, salts.NextDay());
    }

    private void ForgetYesterday()
    {
        reckoning.ForgetOldKeys();
        readersBefore?.Dispose();
        readersBefore = null;
        Volatile.Write(ref salts, salts.WithoutBefore());
    }
}
