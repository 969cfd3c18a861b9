using System.Data.Common;
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

    private const string Notes = "select seq, key, at from change_log ";

    private readonly ArticlesToIndex articles = new(sql);
    private readonly HashSet<long> carried = [];

    /// <summary>The index must look again when this key is announced.</summary>
    public static bool Concerns(string key) =>
        key.StartsWith(OneArticle, StringComparison.Ordinal) || string.Equals(key, AllArticles, StringComparison.Ordinal);

    /// <param name="compare">
    /// count the articles afterwards too, and build anew where the index holds another number: what the notes cannot tell
    /// (a write past them) is found at the next start
    /// </param>
    public async Task CatchUpAsync(bool compare, CancellationToken stop)
    {
        var oldest = await sql.FirstAsync("select coalesce(min(seq), 0) from change_log", row => row.GetInt64(0), stop);
        var newest = await sql.FirstAsync(Notes + "order by seq desc limit 1", Note, stop) ?? new(0, "");
        var seen = index.LastChange;
        if (!await LeadsOnAsync(seen, oldest, newest, stop))
        {
            await RebuildAsync(newest, stop);
            return;
        }
        var doubt = await ApplyNotesAsync(seen.Number, stop);
        if ((compare || doubt) && index.Count != await articles.CountAsync(stop))
            await RebuildAsync(newest, stop);
    }

    /// <summary>Whether every change since <paramref name="seen"/> is among the notes that are kept, and it is one of them.</summary>
    private async Task<bool> LeadsOnAsync(SeenChange seen, long oldest, SeenChange newest, CancellationToken stop)
    {
        if (seen.Number < Math.Max(oldest - 1, 0) || seen.Number > newest.Number)
            return false;
        var found = await sql.FirstAsync(Notes + "where seq = @seq", Note, stop, ("seq", seen.Number));
        return found is null ? seen.Number < Math.Max(oldest, 1) : found == seen;
    }

    /// <returns>true where a note says that articles changed, and none says which</returns>
    private async Task<bool> ApplyNotesAsync(long seen, CancellationToken stop)
    {
        var notes = await sql.ListAsync(
            Notes + "where seq > @seen order by seq",
            row => (Seen: Note(row), Key: row.GetString(1)),
            stop,
            ("seen", sql.IsPostgres ? seen - Overlap : seen)
        );
        notes.RemoveAll(note => carried.Contains(note.Seen.Number));
        foreach (var batch in notes.Chunk(Batch))
        {
            var changed = batch.Select(note => ArticleIn(note.Key)).OfType<long>().Distinct().ToList();
            List<ArticleToIndex> put = [];
            foreach (var id in changed)
            {
                if (await articles.FindAsync(id, stop) is { } article)
                    put.Add(article);
            }
            var last = index.LastChange is { } before && before.Number > batch[^1].Seen.Number ? before : batch[^1].Seen;
            index.Apply(put, changed.Except(put.Select(article => article.Id)), last);
            Carried(batch.Select(note => note.Seen.Number), last.Number);
        }
        return notes.Exists(note => string.Equals(note.Key, AllArticles, StringComparison.Ordinal))
            && !notes.Exists(note => ArticleIn(note.Key) is not null);
    }

    private void Carried(IEnumerable<long> seqs, long last)
    {
        carried.UnionWith(seqs);
        carried.RemoveWhere(seq => seq <= last - Overlap);
    }

    private async Task RebuildAsync(SeenChange lastChange, CancellationToken stop)
    {
        log.LogInformation("The search index is being built anew");
        // What changes while this reads has a later note, and is carried over by the next round.
        await index.RebuildAsync(articles.AllAsync(stop), lastChange, stop);
        log.LogInformation("The search index holds {Count} articles", index.Count);
    }

    private static SeenChange Note(DbDataReader row) =>
        new(row.GetInt64(0), string.Create(CultureInfo.InvariantCulture, $"{row.GetString(1)} {row.Utc(2):O}"));

    private static long? ArticleIn(string key) =>
        key.StartsWith(OneArticle, StringComparison.Ordinal)
        && long.TryParse(key.AsSpan(OneArticle.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
