using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;

namespace DaiHoi.Web.Newsroom.Published;

/// <summary>
/// What readers may see of the newsroom, newest first. Everything here is read by SQL that seeks an index of the table
/// article: (status, published_at) or (category_id, status, published_at).
/// </summary>
public sealed class PublishedArticles(Sql sql, References references)
{
    private const string Listed = """
        select a.id, a.slug, a.title, a.lead, a.published_at, c.slug, c.name_vi, c.name_en,
               p.id, p.caption, p.alternative_text, p.credit, m.sha256, m.width, m.height, m.focal_x, m.focal_y
        from article a
        join category c on c.id = a.category_id
        left join photo p on p.id = a.lead_photo_id
        left join picture m on m.id = p.picture_id
        """;

    private const string Line = "select a.id, a.slug, a.title, a.published_at from article a";

    private const string Visible = " a.status = 'Published' ";
    private const string NewestFirst = " order by a.published_at desc, a.id desc limit @count offset @skip";

    /// <summary>The newest of all, or of one category, keyword or author (by its slug).</summary>
    public Task<List<ListedArticle>> NewestAsync(ArticleFilter filter, int count, int skip, CancellationToken stop) =>
        sql.ListAsync(
            Listed + Where(filter) + NewestFirst,
            ListedRow,
            stop,
            ("count", count),
            ("skip", skip),
            ("slug", filter.Slug ?? "")
        );

    /// <summary>How many articles a filter finds.</summary>
    public Task<long> CountAsync(ArticleFilter filter, CancellationToken stop) =>
        sql.FirstAsync(
            "select count(*) from article a join category c on c.id = a.category_id " + Where(filter),
            row => row.GetInt64(0),
            stop,
            ("slug", filter.Slug ?? "")
        );

    /// <summary>The articles that the editors have put in front, in their order.</summary>
    public Task<List<ListedArticle>> FeaturedAsync(int count, CancellationToken stop) =>
        sql.ListAsync(
            $"{Listed} where {Visible} and a.featured is not null order by a.featured, a.published_at desc limit @count",
            ListedRow,
            stop,
            ("count", count)
        );

    /// <summary>The articles with these identities that readers may see, in the order given.</summary>
    public async Task<List<ListedArticle>> TheseAsync(IReadOnlyList<long> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
            return [];
        var names = string.Join(", ", ids.Select((_, i) => "@id" + i));
        var found = await sql.ListAsync(
            $"{Listed} where {Visible} and a.id in ({names})",
            ListedRow,
            stop,
            [.. ids.Select((id, i) => ("id" + i, (object?)id))]
        );
        var byId = found.ToDictionary(article => article.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    /// <summary>The newest of all, as lines.</summary>
    public Task<List<ArticleLine>> NewestLinesAsync(int count, CancellationToken stop) =>
        sql.ListAsync(
            $"{Line} where {Visible} order by a.published_at desc, a.id desc limit @count",
            LineRow,
            stop,
            ("count", count)
        );

    /// <summary>The next newer and the next older article of the same category, as far as there are any.</summary>
    public async Task<(List<ArticleLine> Newer, List<ArticleLine> Older)> NeighboursAsync(
        PublishedArticle article,
        int count,
        CancellationToken stop
    )
    {
        const string InCategory = $"{Line} where {Visible} and a.category_id = (select id from category where slug = @slug)";
        (string, object?)[] parameters =
        [
            ("slug", article.Category.Slug),
            ("at", article.PublishedAt),
            ("id", article.Id),
            ("count", count),
        ];
        var newer = await sql.ListAsync(
            $"{InCategory} and (a.published_at, a.id) > (@at, @id) order by a.published_at, a.id limit @count",
            LineRow,
            stop,
            parameters
        );
        var older = await sql.ListAsync(
            $"{InCategory} and (a.published_at, a.id) < (@at, @id) order by a.published_at desc, a.id desc limit @count",
            LineRow,
            stop,
            parameters
        );
        newer.Reverse();
        return (newer, older);
    }

    /// <summary>
    /// Articles that an editor has put beside this one, in their order; behind them those that share most keywords with it,
    /// the newer first where they share as many.
    /// </summary>
    public Task<List<ArticleLine>> RelatedAsync(long article, int count, CancellationToken stop) =>
        sql.ListAsync(
            $"""
            {Line}
            join (
                select id, min(place) as place, max(shared) as shared from (
                    select other_id as id, position as place, 0 as shared from related_article where article_id = @id
                    union all
                    select other.article_id, 1000000, count(*)
                    from article_tag own
                    join article_tag other on other.tag_id = own.tag_id and other.article_id <> own.article_id
                    where own.article_id = @id
                    group by other.article_id
                ) found group by id
            ) related on related.id = a.id
            where {Visible}
            order by related.place, related.shared desc, a.published_at desc limit @count
            """,
            LineRow,
            stop,
            ("id", article),
            ("count", count)
        );

    /// <summary>One article with everything that its page shows, or why there is none.</summary>
    public async Task<Found> FindAsync(long id, CancellationToken stop)
    {
        var (status, article, corrections) = await ReadAsync(id, stop);
        return status switch
        {
            "Published" => new Found(await WithRestAsync(article!, corrections, stop), WasWithdrawn: false),
            "Withdrawn" => Found.Gone,
            _ => Found.Nothing,
        };
    }

    /// <summary>An article as readers would see it, whatever its state; null where there is none or it was withdrawn.</summary>
    internal async Task<PublishedArticle?> WholeAsync(long id, CancellationToken stop)
    {
        var (status, article, corrections) = await ReadAsync(id, stop);
        return article is null || status == "Withdrawn" ? null : await WithRestAsync(article, corrections, stop);
    }

    // One that was withdrawn stays gone for readers, whatever becomes of it at the desk, until it is published again.
    private async Task<(string? Status, PublishedArticle? Article, long Corrections)> ReadAsync(
        long id,
        CancellationToken stop
    ) =>
        await sql.FirstAsync(
            """
            select case when a.status <> 'Published' and a.withdrawn_at is not null then 'Withdrawn' else a.status end,
                   a.slug, a.title, a.dateline, a.lead, a.body_html, a.source, a.published_at, a.updated_at,
                   c.slug, c.name_vi, c.name_en,
                   (select count(*) from article_correction k where k.article_id = a.id)
            from article a join category c on c.id = a.category_id where a.id = @id
            """,
            row => ((string?)row.GetString(0), (PublishedArticle?)Head(row, id), row.GetInt64(12)),
            stop,
            ("id", id)
        );

    private async Task<PublishedArticle> WithRestAsync(PublishedArticle head, long corrected, CancellationToken stop)
    {
        var authors = await sql.ListAsync(
            "select b.name, b.slug from article_author a join author b on b.id = a.author_id where a.article_id = @id order by a.position",
            NamedRow,
            stop,
            ("id", head.Id)
        );
        var tags = await sql.ListAsync(
            "select t.name, t.slug from article_tag a join tag t on t.id = a.tag_id where a.article_id = @id order by a.position",
            NamedRow,
            stop,
            ("id", head.Id)
        );
        var photos = await sql.ListAsync(
            """
            select p.id, p.caption, p.alternative_text, p.credit, m.sha256, m.width, m.height, m.focal_x, m.focal_y
            from photo p left join picture m on m.id = p.picture_id where p.article_id = @id order by p.id
            """,
            row => Photo(row, 0)!,
            stop,
            ("id", head.Id)
        );
        // Nearly no article has any: the question is asked only where there is an answer.
        List<PublishedCorrection> corrections =
            corrected == 0
                ? []
                : await sql.ListAsync(
                    "select text, at from article_correction where article_id = @id order by id",
                    row => new PublishedCorrection(row.GetString(0), row.Utc(1)),
                    stop,
                    ("id", head.Id)
                );
        return head with
        {
            Authors = authors,
            Tags = tags,
            Photos = photos,
            Corrections = corrections,
            Files = await references.FilesInAsync(head.BodyHtml, stop),
            Documents = await references.DocumentsInAsync(head.BodyHtml, stop),
        };
    }

    /// <summary>The path of the article that stood under an address of the old site, if there was one.</summary>
    /// <param name="pathAndQuery">without host, as a reader asks for it</param>
    public async Task<string?> PathOfOldAddressAsync(string pathAndQuery, CancellationToken stop)
    {
        foreach (var spelling in OldAddress.Spellings(pathAndQuery))
        {
            var found = await sql.FirstAsync(
                "select a.slug, a.id from old_address o join article a on a.id = o.article_id where o.path = @path",
                row => (string?)ArticlePath.Of(row.GetString(0), row.GetInt64(1)),
                stop,
                ("path", spelling)
            );
            if (found is not null)
                return found;
        }
        return null;
    }

    /// <summary>The name behind the address of an author's or a keyword's page.</summary>
    public Task<Named?> AuthorAsync(string slug, CancellationToken stop) =>
        sql.FirstAsync<Named?>("select name, slug from author where slug = @slug", NamedRow, stop, ("slug", slug));

    public Task<Named?> TagAsync(string slug, CancellationToken stop) =>
        sql.FirstAsync<Named?>("select name, slug from tag where slug = @slug", NamedRow, stop, ("slug", slug));

    /// <summary>Published articles with their day of change, for the site map that search engines read.</summary>
    /// <param name="from">lowest number of an article, itself included, like <paramref name="to"/></param>
    public Task<List<(string Path, DateTime UpdatedAt)>> AddressesAsync(long from, long to, CancellationToken stop) =>
        sql.ListAsync(
            // A range of the primary key, however many articles there are.
            $"select a.slug, a.id, a.updated_at from article a where a.id between @from and @to and {Visible} order by a.id",
            row => (ArticlePath.Of(row.GetString(0), row.GetInt64(1)), row.Utc(2)),
            stop,
            ("from", from),
            ("to", to)
        );

    /// <summary>The highest number that an article has; 0 where there is none.</summary>
    public Task<long> LastNumberAsync(CancellationToken stop) =>
        sql.FirstAsync("select coalesce(max(id), 0) from article", row => row.GetInt64(0), stop);

    private static string Where(ArticleFilter filter) =>
        filter.Kind switch
        {
            ArticleFilterKind.All => $" where {Visible}",
            ArticleFilterKind.Category => $" where {Visible} and c.slug = @slug",
            ArticleFilterKind.Tag =>
                $" where {Visible} and a.id in (select l.article_id from article_tag l join tag t on t.id = l.tag_id where t.slug = @slug)",
            ArticleFilterKind.Author =>
                $" where {Visible} and a.id in (select l.article_id from article_author l join author b on b.id = l.author_id where b.slug = @slug)",
            _ => throw new InvalidOperationException(filter.Kind.ToString()),
        };

    private static PublishedArticle Head(DbDataReader row, long id) =>
        new(
            id,
            row.GetString(1),
            row.GetString(2),
            row.TextOrNull(3),
            row.GetString(4),
            row.GetString(5),
            row.TextOrNull(6),
            row.UtcOrNull(7) ?? default,
            row.Utc(8),
            new CategoryName(row.GetString(9), row.GetString(10), row.GetString(11)),
            [],
            [],
            [],
            [],
            [],
            []
        );

    private static ListedArticle ListedRow(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.Utc(4),
            new CategoryName(row.GetString(5), row.GetString(6), row.GetString(7)),
            Photo(row, 8)
        );

    private static ArticleLine LineRow(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.Utc(3));

    private static PublishedPhoto? Photo(DbDataReader row, int at) =>
        row.IsDBNull(at)
            ? null
            : new(
                row.GetInt64(at),
                row.GetString(at + 1),
                row.GetString(at + 2),
                row.TextOrNull(at + 3),
                row.IsDBNull(at + 4)
                    ? null
                    : new(
                        row.GetString(at + 4),
                        row.GetInt32(at + 5),
                        row.GetInt32(at + 6),
                        row.GetInt32(at + 7),
                        row.GetInt32(at + 8)
                    )
            );

    private static Named NamedRow(DbDataReader row) => new(row.GetString(0), row.GetString(1));
}

/// <summary>What was found under an article's number.</summary>
public sealed record Found(PublishedArticle? Article, bool WasWithdrawn)
{
    public static Found Nothing { get; } = new(null, WasWithdrawn: false);
    public static Found Gone { get; } = new(null, WasWithdrawn: true);
}
