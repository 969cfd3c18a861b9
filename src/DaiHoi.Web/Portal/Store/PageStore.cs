using System.Collections.Concurrent;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// The rendered pages that are still true. A change of anything that a page shows takes it out before the writer's call
/// returns, and a page that was being rendered meanwhile is not let in: the next request renders it anew.
/// </summary>
internal sealed class PageStore
{
    private readonly ConcurrentDictionary<PageKey, StoredPage> pages = [];
    private readonly ConcurrentDictionary<string, long> lastChange = new(StringComparer.Ordinal);
    private readonly long limit;
    private long changes;
    private long lastClear;
    private long bytes;
    private long rendered;

    public PageStore(ChangeFeed feed, SiteSettings settings)
    {
        limit = settings.PageStoreBytes;
        feed.Listen(Forget);
    }

    public int Count => pages.Count;
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Pages rendered since the start, kept or not.</summary>
    public long Rendered => Interlocked.Read(ref rendered);

    /// <summary>Where the stream of changes stands: taken before a page is rendered, given back when it is kept.</summary>
    public long Moment => Interlocked.Read(ref changes);

    public StoredPage? Find(in PageKey key, DateTime now)
    {
        // One that is being taken in may be out of date already.
        if (!pages.TryGetValue(key, out var page) || !page.IsKept)
            return null;
        if (page.Terms.Until > now)
            return page;
        Remove(key);
        return null;
    }

    /// <summary>Keeps a page unless something that it shows has changed since <paramref name="moment"/>.</summary>
    public void Keep(in PageKey key, StoredPage page, long moment)
    {
        if (!page.Terms.MayBeKept || page.BytesKept > limit || ChangedSince(page, moment))
            return;
        if (!pages.TryAdd(key, page))
            return;
        Interlocked.Add(ref bytes, page.BytesKept);
        // A change may have passed between the question and the answer. One that comes after this question finds the page.
        if (ChangedSince(page, moment))
            Remove(key);
        else
            page.IsKept = true;
        if (Bytes > limit)
            MakeRoom();
    }

    public void NoteRendered() => Interlocked.Increment(ref rendered);

    /// <summary>Drops every page.</summary>
    public void Clear()
    {
        Volatile.Write(ref lastClear, Interlocked.Increment(ref changes));
        foreach (var key in pages.Keys)
            Remove(key);
    }

    private bool ChangedSince(StoredPage page, long moment)
    {
        if (Volatile.Read(ref lastClear) > moment)
            return true;
        foreach (var key in page.Terms.Keys)
        {
            if (lastChange.TryGetValue(key, out var changed) && changed > moment)
                return true;
        }
        return false;
    }

    private void Forget(IReadOnlyCollection<string> keys)
    {
        var now = Interlocked.Increment(ref changes);
        foreach (var key in keys)
            lastChange.AddOrUpdate(key, static (_, at) => at, static (_, before, at) => Math.Max(before, at), now);
        var gone = keys as IReadOnlySet<string> ?? keys.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, page) in pages)
        {
            if (page.Terms.Keys.Any(gone.Contains))
                Remove(key);
        }
    }

    private void Remove(in PageKey key)
    {
        if (pages.TryRemove(key, out var page))
            Interlocked.Add(ref bytes, -page.BytesKept);
    }

    // A quarter goes at once, the longest unread first, so that this is rare.
    private void MakeRoom()
    {
        var oldest = pages.OrderBy(pair => pair.Value.LastServed).Select(pair => pair.Key).Take((pages.Count / 4) + 1).ToList();
        foreach (var key in oldest)
            Remove(key);
    }
}

/// <summary>Under what a page is kept.</summary>
/// <param name="Address">path, and the parameters of the query that matter</param>
/// <param name="Display">the reader's choice of text size, contrast and scheme</param>
internal readonly record struct PageKey(string Address, Display Display);
