using System.Globalization;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Portal.Search;

/// <summary>Carries over to the index what the notes in change_log say has changed.</summary>
internal sealed class IndexedChanges(ArticleIndex index, Sql sql, ILogger log)
{
    private const string OneArticle = "article:";
    private const string AllArticles = "articles";
    private const int Batch = 200;

    // PostgreSQL gives out numbers before transactions commit: a note may appear after one with a greater number. So the
    // last ones are read again, and what was already carried over is left out.
    private const int Overlap = 200;

    private readonly ArticlesToIndex articles = new(sql);
    private readonly HashSet<long> carried = [];

    /// <summary>The index must look again when this key is announced.</summary>
    public static bool Concerns(string key) =>
        key.StartsWith(OneArticle, StringComparison.Ordinal) || string.Equals(key, AllArticles, StringComparison.Ordinal);

    /// <param name="compare">
    /// count the articles afterwards too, and build anew where the index holds another number: what the notes cannot tell
    /// (another database with as many notes, a write past them) is found at the next start
    /// </param>
    public async Task CatchUpAsync(bool compare, CancellationToken stop)
    {
        var (oldest, newest) = await sql.FirstAsync(
            "select coalesce(min(seq), 0), coalesce(max(seq), 0) from change_log",
            row => (row.GetInt64(0), row.GetInt64(1)),
            stop
        );
        var seen = index.LastChange;
        if (!LeadsOn(seen, oldest, newest))
        {
            await RebuildAsync(newest, stop);
            return;
        }
        var doubt = await ApplyNotesAsync(seen, stop);
        if ((compare || doubt) && index.Count != await articles.CountAsync(stop))
            await RebuildAsync(newest, stop);
    }

    /// <summary>Whether every change since <paramref name="seen"/> is among the notes that are kept.</summary>
    private static bool LeadsOn(long seen, long oldest, long newest) =>
        newest == 0 ? seen >= 0 : seen >= oldest - 1 && seen <= newest;

    /// <returns>true where a note says that articles changed, and none says which</returns>
    private async Task<bool> ApplyNotesAsync(long seen, CancellationToken stop)
    {
        var notes = await sql.ListAsync(
            "select seq, key from change_log where seq > @seen order by seq",
            row => (Seq: row.GetInt64(0), Key: row.GetString(1)),
            stop,
            ("seen", sql.IsPostgres ? seen - Overlap : seen)
        );
        notes.RemoveAll(note => carried.Contains(note.Seq));
        foreach (var batch in notes.Chunk(Batch))
        {
            var changed = batch.Select(note => ArticleIn(note.Key)).OfType<long>().Distinct().ToList();
            List<ArticleToIndex> put = [];
            foreach (var id in changed)
            {
                if (await articles.FindAsync(id, stop) is { } article)
                    put.Add(article);
            }
            var last = Math.Max(index.LastChange, batch[^1].Seq);
            index.Apply(put, changed.Except(put.Select(article => article.Id)), last);
            Carried(batch.Select(note => note.Seq), last);
        }
        return notes.Exists(note => string.Equals(note.Key, AllArticles, StringComparison.Ordinal))
            && !notes.Exists(note => ArticleIn(note.Key) is not null);
    }

    private void Carried(IEnumerable<long> seqs, long last)
    {
        carried.UnionWith(seqs);
        carried.RemoveWhere(seq => seq <= last - Overlap);
    }

    private async Task RebuildAsync(long lastChange, CancellationToken stop)
    {
        log.LogInformation("The search index is being built anew");
        // What changes while this reads has a later note, and is carried over by the next round.
        await index.RebuildAsync(articles.AllAsync(stop), lastChange, stop);
        log.LogInformation("The search index holds {Count} articles", index.Count);
    }

    private static long? ArticleIn(string key) =>
        key.StartsWith(OneArticle, StringComparison.Ordinal)
        && long.TryParse(key.AsSpan(OneArticle.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
