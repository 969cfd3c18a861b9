using System.Data.Common;
using System.Runtime.CompilerServices;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Portal.Search;

/// <summary>Reads from the database what the index holds: the articles that readers may see.</summary>
internal sealed class ArticlesToIndex(Sql sql)
{
    // Few enough that a batch of long articles stays a few megabytes.
    private const int Batch = 200;

    private const string Visible = "from article a join category c on c.id = a.category_id where a.status = 'Published'";

    private const string Columns = """
        select a.id, a.title, a.lead, a.body_html, c.slug, a.published_at,
          (select string_agg(p.caption, @line order by p.id) from photo p where p.article_id = a.id),
          (select string_agg(w.name, @line order by b.position) from article_author b join author w on w.id = b.author_id
            where b.article_id = a.id),
          (select string_agg(t.name, @line order by b.position) from article_tag b join tag t on t.id = b.tag_id
            where b.article_id = a.id)
        """;

    public Task<long> CountAsync(CancellationToken stop) =>
        sql.FirstAsync("select count(*) from article where status = 'Published'", row => row.GetInt64(0), stop);

    /// <summary>The article, or null where readers do not see it.</summary>
    public Task<ArticleToIndex?> FindAsync(long id, CancellationToken stop) =>
        sql.FirstAsync($"{Columns} {Visible} and a.id = @id", Read, stop, ("line", "\n"), ("id", id));

    /// <summary>All, by growing number. What changes meanwhile may be read before or after its change.</summary>
    public async IAsyncEnumerable<ArticleToIndex> AllAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var after = 0L;
        while (true)
        {
            var batch = await sql.ListAsync(
                $"{Columns} {Visible} and a.id > @after order by a.id limit {Batch}",
                Read,
                stop,
                ("line", "\n"),
                ("after", after)
            );
            foreach (var article in batch)
                yield return article;
            if (batch.Count < Batch)
                yield break;
            after = batch[^1].Id;
        }
    }

    private static ArticleToIndex Read(DbDataReader row)
    {
        var text = PlainText.Of(row.GetString(3));
        var captions = row.TextOrNull(6);
        return new ArticleToIndex(
            Id: row.GetInt64(0),
            Title: row.GetString(1),
            Lead: row.GetString(2),
            Text: captions is null ? text : text + "\n" + captions,
            Authors: row.TextOrNull(7) ?? "",
            Tags: row.TextOrNull(8) ?? "",
            Category: row.GetString(4),
            PublishedAtUtc: row.Utc(5)
        );
    }
}
