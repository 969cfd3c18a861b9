using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Search;
using Microsoft.Data.Sqlite;

namespace DaiHoi.Benchmarks.References;

/// <summary>The ranked search that SQLite brings: FTS5 over folded text without content, weighted bm25.</summary>
internal sealed class SqliteSearch : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteCommand count;

    private SqliteSearch(SqliteConnection connection)
    {
        this.connection = connection;
        find = Prepared(
            "select rowid from article where article match @words order by bm25(article, 6.0, 2.0, 1.0) limit @count",
            "@words",
            "@count"
        );
        count = Prepared("select count(*) from article where article match @words", "@words");
    }

    public static async Task<SqliteSearch> OpenAsync(
        Workshop workshop,
        MadeUpArticles articles,
        int howMany,
        CancellationToken stop
    )
    {
        var file = workshop.Kept($"fts5-{MadeUpArticles.Version}-{howMany}.db");
        if (!File.Exists(file))
        {
            workshop.Say($"FTS5 is taking in {howMany:#,0} articles");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Delete(file + ".new");
            await FillAsync(file + ".new", articles.Take(howMany), stop);
            File.Move(file + ".new", file);
        }
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(stop);
        return new SqliteSearch(connection);
    }

    /// <summary>The best articles with all the words.</summary>
    public List<long> Find(IEnumerable<string> words, int howMany)
    {
        find.Parameters[0].Value = Match(words);
        find.Parameters[1].Value = howMany;
        using var reader = find.ExecuteReader();
        var found = new List<long>(howMany);
        while (reader.Read())
            found.Add(reader.GetInt64(0));
        return found;
    }

    /// <summary>How many articles hold all the words.</summary>
    public long Count(IEnumerable<string> words)
    {
        count.Parameters[0].Value = Match(words);
        return (long)count.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        await find.DisposeAsync();
        await count.DisposeAsync();
        await connection.DisposeAsync();
    }

    private SqliteCommand Prepared(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static string Match(IEnumerable<string> words) => string.Join(' ', words.Select(word => $"\"{Fold.Letters(word)}\""));

    private static async Task FillAsync(string file, IEnumerable<ArticleToIndex> articles, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(stop);
        await using var make = connection.CreateCommand();
        make.CommandText = """
            pragma journal_mode = off;
            pragma synchronous = off;
            create virtual table article using fts5(title, lead, body, content='', tokenize="unicode61 remove_diacritics 0");
            """;
        await make.ExecuteNonQueryAsync(stop);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(stop);
        await using var put = connection.CreateCommand();
        put.Transaction = transaction;
        put.CommandText = "insert into article (rowid, title, lead, body) values (@id, @title, @lead, @body)";
        foreach (var name in (string[])["@id", "@title", "@lead", "@body"])
            put.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (var article in articles)
        {
            put.Parameters[0].Value = article.Id;
            put.Parameters[1].Value = Fold.Letters(article.Title);
            put.Parameters[2].Value = Fold.Letters(article.Lead);
            put.Parameters[3].Value = Fold.Letters(article.Text);
            await put.ExecuteNonQueryAsync(stop);
        }
        await using var optimize = connection.CreateCommand();
        optimize.Transaction = transaction;
        optimize.CommandText = "insert into article (article) values ('optimize')";
        await optimize.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
