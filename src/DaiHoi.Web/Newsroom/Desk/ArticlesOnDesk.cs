using System.Data.Common;
using System.Globalization;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>The lists of the desk: what waits for somebody, what he wrote, what is scheduled, and all that he may see.</summary>
internal sealed class ArticlesOnDesk(Sql sql, OrganisationTree organisations, SiteSettings settings)
{
    private const string From = """
        from article a
        join category c on c.id = a.category_id
        left join organisation o on o.id = a.organisation_id
        """;

    /// <summary>One page of a list.</summary>
    public async Task<List<ArticleOnDesk>> ListAsync(
        Person person,
        DeskQuestion question,
        int count,
        int skip,
        CancellationToken stop
    )
    {
        var where = await WhereAsync(person, question, stop);
        return await sql.ListAsync(
            $"""
            select a.id, a.title, a.status, a.publish_at, c.name_vi, c.name_en, a.writer_name, a.state_since, a.return_reason,
                   a.updated_at, a.expires_at, a.version
            {From} where {where.Text} order by {OrderOf(question.View)} limit @count offset @skip
            """,
            Row,
            stop,
            [.. where.Parameters, ("count", count), ("skip", skip)]
        );
    }

    public async Task<long> CountAsync(Person person, DeskQuestion question, CancellationToken stop)
    {
        var where = await WhereAsync(person, question, stop);
        return await sql.FirstAsync(
            $"select count(*) {From} where {where.Text}",
            row => row.GetInt64(0),
            stop,
            [.. where.Parameters]
        );
    }

    /// <summary>All articles of a list with what offices need to reckon royalties, by its order; at most <see cref="MostExported"/>.</summary>
    public async Task<List<ExportedArticle>> AllAsync(Person person, DeskQuestion question, CancellationToken stop)
    {
        var where = await WhereAsync(person, question, stop);
        return await sql.ListAsync(
            $"""
            select a.id, a.title, a.status, c.name_vi, c.name_en, a.writer_name, a.published_at, a.body_html,
                   (select string_agg(w.name, ', ' order by l.position) from article_author l join author w on w.id = l.author_id
                     where l.article_id = a.id)
            {From} where {where.Text} order by {OrderOf(question.View)} limit {MostExported}
            """,
            row => new ExportedArticle(
                row.GetInt64(0),
                row.GetString(1),
                Enum.Parse<ArticleStatus>(row.GetString(2)),
                new(row.GetString(3), row.GetString(4)),
                row.TextOrNull(5),
                row.UtcOrNull(6),
                row.GetString(7),
                row.TextOrNull(8) ?? ""
            ),
            stop,
            [.. where.Parameters]
        );
    }

    /// <summary>Rows of one export: a year of a busy portal.</summary>
    public const int MostExported = 20_000;

    /// <summary>The sections into which somebody may put an article, in their order.</summary>
    public Task<List<(long Id, Bilingual Name)>> SectionsAsync(CancellationToken stop) =>
        sql.ListAsync(
            "select id, name_vi, name_en from category order by position, id",
            row => (row.GetInt64(0), new Bilingual(row.GetString(1), row.GetString(2))),
            stop
        );

    private async Task<Condition> WhereAsync(Person person, DeskQuestion question, CancellationToken stop)
    {
        var condition = new Condition();
        condition.Add("me", person.Id);
        condition.Add("root", (await organisations.RootAsync(stop)).Path);
        condition.And(Sees(person, condition));
        condition.And(
            question.View switch
            {
                DeskView.WaitsForMe => Waits(person, condition),
                DeskView.Mine => "a.writer_id = @me",
                DeskView.Scheduled => "a.status = 'Approved' and a.publish_at is not null",
                DeskView.All => "1 = 1",
                _ => throw new InvalidOperationException(question.View.ToString()),
            }
        );
        if (question.Status is { } status)
        {
            condition.Add("status", status.ToString());
            condition.And("a.status = @status");
        }
        if (question.Section is { } section)
        {
            condition.Add("section", section);
            condition.And("a.category_id = @section");
        }
        if (question.From is { } from)
        {
            condition.Add("from", from);
            condition.And("a.state_since >= @from");
        }
        if (question.To is { } to)
        {
            condition.Add("to", to);
            condition.And("a.state_since < @to");
        }
        if (question.Author is { } author)
        {
            condition.Add("author", author);
            condition.And(
                "exists (select 1 from article_author l join author w on w.id = l.author_id where l.article_id = a.id and w.slug = @author)"
            );
        }
        AddWords(question.Words, condition);
        return condition;
    }

    private static string Sees(Person person, Condition condition) =>
        $"(a.writer_id = @me or {Below(person, condition, "s", Role.Editor, Role.Publisher, Role.Auditor, Role.Administrator)})";

    private string Waits(Person person, Condition condition)
    {
        var other = settings.OnePersonNewsroom
            ? "1 = 1"
            : "coalesce(a.writer_id, 0) <> @me and coalesce(a.submitted_by_id, 0) <> @me";
        return $"""
            (a.writer_id = @me and a.status = 'Draft' and a.return_reason is not null
             or a.status = 'Submitted' and {other} and {Below(person, condition, "e", Role.Editor)}
             or a.status = 'Approved' and a.publish_at is null and {other} and {Below(person, condition, "p", Role.Publisher)})
            """;
    }

    // Whether its newsroom lies at or below an organisation on which he has one of the roles.
    private static string Below(Person person, Condition condition, string name, params Role[] roles)
    {
        var paths = person
            .Grants.Where(granted => roles.Contains(granted.Role))
            .Select(granted => granted.Path)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (paths.Count == 0)
            return "1 = 0";
        var parts = paths.Select(
            (path, i) =>
            {
                var parameter = string.Create(CultureInfo.InvariantCulture, $"{name}{i}");
                condition.Add(parameter, path + "%");
                return $"coalesce(o.path, @root) like @{parameter}";
            }
        );
        return "(" + string.Join(" or ", parts) + ")";
    }

    // Each word in the headline, marks and case aside; a number finds the article of that number too.
    private static void AddWords(string? asked, Condition condition)
    {
        if (string.IsNullOrWhiteSpace(asked))
            return;
        var words = Fold.Letters(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(12).ToList();
        var all = new List<string>();
        foreach (var (i, word) in words.Index())
        {
            var escaped = word.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal);
            var parameter = string.Create(CultureInfo.InvariantCulture, $"w{i}");
            condition.Add(parameter, $"%{escaped}%");
            all.Add($"a.title_folded like @{parameter} escape '\\'");
        }
        var text = string.Join(" and ", all);
        if (words.Count == 1 && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            condition.Add("number", number);
            text = $"({text} or a.id = @number)";
        }
        condition.And(text);
    }

    // What waits longest comes first; otherwise the newest.
    private static string OrderOf(DeskView view) =>
        view switch
        {
            DeskView.WaitsForMe => "a.state_since, a.id",
            DeskView.Scheduled => "a.publish_at, a.id",
            DeskView.Mine => "a.updated_at desc, a.id desc",
            _ => "a.state_since desc, a.id desc",
        };

    private static ArticleOnDesk Row(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            Enum.Parse<ArticleStatus>(row.GetString(2)),
            row.UtcOrNull(3),
            new(row.GetString(4), row.GetString(5)),
            row.TextOrNull(6),
            row.Utc(7),
            row.TextOrNull(8),
            row.Utc(9),
            row.UtcOrNull(10),
            row.GetInt32(11)
        );

    private sealed class Condition
    {
        private readonly StringBuilder text = new();

        public string Text => text.ToString();
        public List<(string Name, object? Value)> Parameters { get; } = [];

        public void Add(string name, object value) => Parameters.Add((name, value));

        public void And(string part) => text.Append(text.Length == 0 ? "" : " and ").Append(part);
    }
}

/// <summary>An article as one row of the desk.</summary>
/// <param name="Since">when it came into its state, UTC</param>
internal sealed record ArticleOnDesk(
    long Id,
    string Title,
    ArticleStatus Status,
    DateTime? PublishAt,
    Bilingual Section,
    string? Writer,
    DateTime Since,
    string? ReturnReason,
    DateTime UpdatedAt,
    DateTime? ExpiresAt,
    int Version
)
{
    /// <summary>As it stands in a form that chooses it.</summary>
    public ChosenArticle Choice => new(Id, Version);

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{Id}");
}

/// <param name="Author">slug of a byline</param>
/// <param name="From">state since then, UTC</param>
/// <param name="To">and before then</param>
internal sealed record DeskQuestion(
    DeskView View,
    string? Words = null,
    ArticleStatus? Status = null,
    long? Section = null,
    DateTime? From = null,
    DateTime? To = null,
    string? Author = null
);

internal enum DeskView
{
    WaitsForMe,
    Mine,
    Scheduled,
    All,
}

/// <summary>An article as one row of an exported list.</summary>
internal sealed record ExportedArticle(
    long Id,
    string Title,
    ArticleStatus Status,
    Bilingual Section,
    string? Writer,
    DateTime? PublishedAt,
    string BodyHtml,
    string Authors
);
