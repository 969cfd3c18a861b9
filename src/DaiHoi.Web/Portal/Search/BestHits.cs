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

/// <summary>Counts what matches within section and time, and keeps the best.</summary>
/// <param name="room">how many are kept</param>
/// <param name="category">null lets every section in</param>
/// <param name="from">first second that is let in</param>
/// <param name="to">last second that is let in</param>
internal sealed class BestHits(int room, string? category, long from, long to) : ICollector
{
    // Per second of age; 0.05 a year, against BM25 scores of 0.3 to 20: it decides between articles that are nearly alike.
    private const double Newness = 0.05 / (365.25 * 24 * 3600);
    private const int NoSuchCategory = -1;

    private readonly PriorityQueue<Ranked, Ranked> best = new();
    private Scorer? scorer;
    private NumericDocValues? published;
    private NumericDocValues? id;
    private SortedDocValues? categories;
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
        published = context.AtomicReader.GetNumericDocValues(IndexedFields.Published);
        id = context.AtomicReader.GetNumericDocValues(IndexedFields.Id);
        categories = category is null ? null : context.AtomicReader.GetSortedDocValues(IndexedFields.Category);
        wanted = categories is null ? NoSuchCategory : categories.LookupTerm(new Lucene.Net.Util.BytesRef(category));
    }

    public void Collect(int doc)
    {
        var at = published!.Get(doc);
        if (at < from || at > to || (category is not null && (wanted < 0 || categories!.GetOrd(doc) != wanted)))
            return;
        Total++;
        if (room == 0)
            return;
        var score = scorer!.GetScore() + at * Newness;
        if (best.Count == room && score < best.Peek().Score)
            return;
        var hit = new Ranked(score, id!.Get(doc), firstDocument + doc);
        if (best.Count < room)
            best.Enqueue(hit, hit);
        else if (hit.CompareTo(best.Peek()) > 0)
            best.DequeueEnqueue(hit, hit);
    }
}
