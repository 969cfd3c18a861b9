using System.Globalization;
using DaiHoi.Web.Platform.Time;
using Lucene.Net.Search;

namespace DaiHoi.Web.Portal.Search;

/// <summary>
/// Finds articles by what is written in them. It is a cache of the database: it may lag a moment, and may be lost at any
/// time without losing anything. Nothing is opened before the first call. All members may be called at once from anywhere;
/// there is one per process and folder.
/// </summary>
/// <param name="folder">made where it is missing; nothing else may lie in it</param>
internal sealed class ArticleIndex(string folder, SiteClock clock, ILogger<ArticleIndex> log) : IDisposable
{
    private static readonly HashSet<string> Shown = [IndexedFields.Title, IndexedFields.Lead, IndexedFields.Text];

    private readonly SemaphoreSlim writing = new(1);
    private readonly Lock opening = new();
    private volatile IndexFolder? opened;
    private bool closed;

    /// <summary>Whether a search must wait for what was just published; set by who brings the index up to date.</summary>
    internal Freshness Freshness { get; } = new(clock.Time);

    /// <summary>The last change of the database that the index has seen.</summary>
    public SeenChange LastChange => Opened().LastChange;

    /// <summary>Articles in the index.</summary>
    public int Count => Opened().Writer.NumDocs;

    /// <summary>Answers a question. Any text is a question; one without a word finds nothing.</summary>
    /// <remarks>Waits up to <see cref="Freshness.Patience"/> where an article was changed that the index has not yet seen.</remarks>
    public SearchAnswer Find(SearchQuestion question)
    {
        var understood = UnderstoodQuestion.Of(question.Text);
        var words = understood.Parts.Select(part => part.Shown).ToList();
        if (words.Count == 0)
            return new SearchAnswer(0, [], words);
        Freshness.Wait();
        var index = Opened();
        try
        {
            return FindIn(index, question, understood, words);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException && Lost(index, problem))
        {
            return FindIn(Opened(), question, understood, words);
        }
    }

    /// <summary>Puts articles in, in place of what they were, and takes others out: all in one commit, seen by the next search.</summary>
    public void Apply(IEnumerable<ArticleToIndex> put, IEnumerable<long> removed, SeenChange lastChange)
    {
        writing.Wait();
        try
        {
            var index = Opened();
            WholeOrNotAtAll(index, () => Write(index, put, removed, lastChange));
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>
    /// Fills the index anew. Until it is done searches see what was there before; broken off, it leaves that.
    /// </summary>
    /// <param name="all">every article, each once</param>
    public async Task RebuildAsync(IAsyncEnumerable<ArticleToIndex> all, SeenChange lastChange, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            var index = Opened();
            try
            {
                var document = new ArticleDocument();
                index.Writer.DeleteAll();
                await foreach (var article in all.WithCancellation(stop))
                    index.Writer.AddDocument(document.Of(article));
                index.Writer.ForceMerge(1);
                index.Commit(lastChange);
            }
            catch
            {
                Close(index);
                throw;
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        writing.Wait();
        lock (opening)
        {
            closed = true;
            opened?.Dispose();
            opened = null;
        }
        writing.Release();
    }

    private SearchAnswer FindIn(IndexFolder index, SearchQuestion question, UnderstoodQuestion understood, List<string> words)
    {
        var size = Math.Clamp(question.PageSize, 1, SearchQuestion.MaximumPageSize);
        var skip = (Math.Max(question.Page, 1) - 1L) * size;
        var room = skip + size > SearchQuestion.Reach ? 0 : (int)skip + size;
        var searcher = index.Searchers.Acquire();
        try
        {
            var (total, best) = Best(searcher, new Ranking(understood), room, FilterOf(question));
            var page = best.Skip((int)Math.Min(skip, room));
            return new SearchAnswer(total, [.. Show(searcher, page, question.Snippets ? new Snippets(understood) : null)], words);
        }
        finally
        {
            index.Searchers.Release(searcher);
        }
    }

    /// <summary>The best of what matches, as many as there is room for, and how many match in all.</summary>
    private static (int Total, List<Ranked> Best) Best(IndexSearcher searcher, Ranking ranking, int room, SearchFilter filter)
    {
        var total = 0;
        List<Ranked> best = [];
        foreach (var step in ranking.Steps())
        {
            if (best.Count == room)
            {
                var all = new BestHits(0, filter);
                searcher.Search(ranking.Matching, all);
                return (all.Total, best);
            }
            var hits = new BestHits(room - best.Count, filter);
            searcher.Search(step, hits);
            total += hits.Total;
            best.AddRange(hits.Take());
        }
        return (total, best);
    }

    private static IEnumerable<SearchHit> Show(IndexSearcher searcher, IEnumerable<Ranked> hits, Snippets? snippets)
    {
        foreach (var hit in hits)
        {
            if (snippets is null)
            {
                yield return new SearchHit(hit.Article, [], []);
                continue;
            }
            var kept = searcher.Doc(hit.Document, Shown);
            string Kept(string field) => kept.GetField(field).GetStringValue(CultureInfo.InvariantCulture);
            yield return snippets.Of(hit.Article, Kept(IndexedFields.Title), Kept(IndexedFields.Lead), Kept(IndexedFields.Text));
        }
    }

    private SearchFilter FilterOf(SearchQuestion question) =>
        new(
            string.IsNullOrEmpty(question.Category) ? null : question.Category,
            question.From is { } from && from > DateOnly.MinValue
                ? ArticleDocument.SecondsOf(clock.StartOf(from))
                : long.MinValue,
            question.To is { } to && to < DateOnly.MaxValue
                ? ArticleDocument.SecondsOf(clock.StartOf(to.AddDays(1)))
                : long.MaxValue
        );

    private static void Write(
        IndexFolder index,
        IEnumerable<ArticleToIndex> put,
        IEnumerable<long> removed,
        SeenChange lastChange
    )
    {
        var document = new ArticleDocument();
        foreach (var article in put)
            index.Writer.UpdateDocument(ArticleDocument.KeyOf(article.Id), document.Of(article));
        foreach (var article in removed)
            index.Writer.DeleteDocuments(ArticleDocument.KeyOf(article));
        index.Commit(lastChange);
    }

    private void WholeOrNotAtAll(IndexFolder index, Action write)
    {
        try
        {
            write();
        }
        catch
        {
            Close(index);
            throw;
        }
    }

    private IndexFolder Opened()
    {
        if (opened is { } index)
            return index;
        lock (opening)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            return opened ??= IndexFolder.Open(folder, (problem, sentence) => log.LogWarning(problem, "{Sentence}", sentence));
        }
    }

    /// <summary>After a failed search: true where its index is no longer the one in use, or is found broken and given up.</summary>
    private bool Lost(IndexFolder index, Exception problem)
    {
        if (ReferenceEquals(opened, index))
        {
            if (index.IsWhole())
                return false;
            log.LogError(problem, "The search index in {Folder} is broken and is made anew", index.Path);
            Close(index);
            Freshness.Expect();
        }
        return true;
    }

    private void Close(IndexFolder index)
    {
        lock (opening)
        {
            if (!ReferenceEquals(opened, index))
                return;
            opened = null;
            index.Dispose();
        }
    }
}
