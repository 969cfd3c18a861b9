using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Published;

/// <summary>A document of the library with its attachments.</summary>
public sealed record LibraryDocument(
    long Id,
    string Number,
    string Type,
    DateOnly IssuedOn,
    DateOnly? InForceFrom,
    DateOnly? ExpiredOn,
    string IssuingBody,
    string? Signatory,
    string Summary,
    IReadOnlyList<LibraryFile> Files
);

public sealed record LibraryFile(long Id, string Name, string ContentType, long Length, string Sha256);

/// <summary>What a reader looks for in the library; null asks for nothing.</summary>
/// <param name="Words">each must stand in number, type, body, signatory or summary, marks and case aside</param>
public sealed record LibraryQuestion(string? Words, string? Type, string? IssuingBody, int? Year);

/// <summary>The document library (key "documents"), newest first.</summary>
public sealed class DocumentLibrary(Sql sql)
{
    public const string Key = "documents";

    // More words than this narrow nothing down; the longest real question has six.
    private const int MostWords = 12;

    public async Task<(long Total, List<LibraryDocument> Documents)> FindAsync(
        LibraryQuestion question,
        int count,
        int skip,
        CancellationToken stop
    )
    {
        var (where, parameters) = Where(question);
        var total = await sql.FirstAsync(
            $"select count(*) from official_document d {where}",
            row => row.GetInt64(0),
            stop,
            parameters
        );
        var documents = await sql.ListAsync(
            $"""
            select d.id, d.number, d.type, d.issued_on, d.in_force_from, d.expired_on, d.issuing_body, d.signatory, d.summary
            from official_document d {where} order by d.issued_on desc, d.id desc limit @count offset @skip
            """,
            Row,
            stop,
            [.. parameters, ("count", count), ("skip", skip)]
        );
        return (total, await WithFilesAsync(documents, stop));
    }

    public async Task<LibraryDocument?> OneAsync(long id, CancellationToken stop)
    {
        var found = await sql.ListAsync(
            """
            select d.id, d.number, d.type, d.issued_on, d.in_force_from, d.expired_on, d.issuing_body, d.signatory, d.summary
            from official_document d where d.id = @id
            """,
            Row,
            stop,
            ("id", id)
        );
        return (await WithFilesAsync(found, stop)).FirstOrDefault();
    }

    public Task<LibraryFile?> FileAsync(long id, CancellationToken stop) =>
        sql.FirstAsync<LibraryFile?>(
            "select id, name, content_type, length, sha256 from document_file where id = @id",
            row => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetString(4)),
            stop,
            ("id", id)
        );

    /// <summary>What the filters offer: types, issuing bodies and years that occur.</summary>
    public async Task<(List<string> Types, List<string> Bodies, List<int> Years)> ChoicesAsync(CancellationToken stop)
    {
        var types = await sql.ListAsync("select distinct type from official_document", row => row.GetString(0), stop);
        var bodies = await sql.ListAsync("select distinct issuing_body from official_document", row => row.GetString(0), stop);
        var days = await sql.ListAsync("select distinct issued_on from official_document", row => row.Day(0), stop);
        return (InOrder(types), InOrder(bodies), [.. days.Select(day => day.Year).Distinct().OrderDescending()]);
    }

    private static List<string> InOrder(List<string> names) => [.. names.OrderBy(SortKey.Of, StringComparer.Ordinal)];

    private static (string, (string, object?)[]) Where(LibraryQuestion question)
    {
        List<string> conditions = [];
        List<(string, object?)> parameters = [];
        var words = Fold.Letters(question.Words ?? "")
            .Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Take(MostWords))
        {
            conditions.Add($"d.search_text like @w{parameters.Count} escape '\\'");
            parameters.Add(($"w{parameters.Count}", $"%{Escape(word)}%"));
        }
        if (question.Type is not null)
        {
            conditions.Add("d.type = @type");
            parameters.Add(("type", question.Type));
        }
        if (question.IssuingBody is not null)
        {
            conditions.Add("d.issuing_body = @body");
            parameters.Add(("body", question.IssuingBody));
        }
        if (question.Year is { } year)
        {
            conditions.Add("d.issued_on >= @from and d.issued_on <= @to");
            parameters.Add(("from", new DateOnly(year, 1, 1)));
            parameters.Add(("to", new DateOnly(year, 12, 31)));
        }
        return (conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions), [.. parameters]);
    }

    private static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    private async Task<List<LibraryDocument>> WithFilesAsync(List<LibraryDocument> documents, CancellationToken stop)
    {
        if (documents.Count == 0)
            return documents;
        var names = string.Join(", ", documents.Select((_, i) => "@id" + i));
        var files = await sql.ListAsync(
            $"select document_id, id, name, content_type, length, sha256 from document_file where document_id in ({names}) order by id",
            row =>
                (
                    Document: row.GetInt64(0),
                    File: new LibraryFile(row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5))
                ),
            stop,
            [.. documents.Select((document, i) => ("id" + i, (object?)document.Id))]
        );
        var of = files.ToLookup(file => file.Document, file => file.File);
        return documents.ConvertAll(document => document with { Files = [.. of[document.Id]] });
    }

    private static LibraryDocument Row(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.Day(3),
            row.DayOrNull(4),
            row.DayOrNull(5),
            row.GetString(6),
            row.TextOrNull(7),
            row.GetString(8),
            []
        );
}
