using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DaiHoi.Web.Portal.Search;

/// <summary>An article that matched.</summary>
/// <param name="Document">its number in the searcher</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ranked(double Score, long Article, int Document) : IComparable<Ranked>
{
    /// <summary>Better is greater. Of two that are alike in everything the later article is better.</summary>
    public int CompareTo(Ranked other)
    {
        var byScore = Score.CompareTo(other.Score);
        return byScore != 0 ? byScore : Article.CompareTo(other.Article);
    }
}

/// <summary>What a match must be besides holding the words.</summary>
/// <param name="Category">null lets every section in</param>
/// <param name="From">first second that is let in</param>
/// <param name="Before">first second that is not</param>
internal sealed record SearchFilter(string? Category, long From, long Before);

/// <summary>Counts the matches that a filter lets in, and keeps the best.</summary>
/// <param name="room">how many are kept</param>
internal sealed class BestHits(int room, SearchFilter filter) : ICollector
{
    // Per second of age; 0.05 a year, against BM25 scores of 0.3 to 20: it decides between articles that are nearly alike.
    private const double Newness = 0.05 / (365.25 * 24 * 3600);

    private readonly PriorityQueue<Ranked, Ranked> best = new();
    private Scorer? scorer;
    private Columns? columns;
    private int wanted;
    private int firstDocument;

    public int Total { get; private set; }

    // Matches come in the order of the index, so the required clauses are walked in step and the others only follow.
    public bool AcceptsDocsOutOfOrder => false;

    /// <summary>Best first. Empties the collector.</summary>
    public List<Ranked> Take()
    {
        var hits = new List<Ranked>(best.Count);
        while (best.TryDequeue(out var hit, out _))
            hits.Add(hit);
        hits.Reverse();
        return hits;
    }

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        firstDocument = context.DocBase;
        columns = Columns.Of(context.AtomicReader);
        wanted = filter.Category is null ? 0 : columns.CategoryNumber(filter.Category);
    }

    public void Collect(int doc)
    {
        var at = columns!.Published(doc);
        if (at < filter.From || at >= filter.Before || (filter.Category is not null && columns.Category(doc) != wanted))
            return;
        Total++;
        if (room == 0)
            return;
        var hit = new Ranked(scorer!.GetScore() + at * Newness, columns.Article(doc), firstDocument + doc);
        if (best.Count < room)
            best.Enqueue(hit, hit);
        else if (hit.CompareTo(best.Peek()) > 0)
            best.DequeueEnqueue(hit, hit);
    }
}
