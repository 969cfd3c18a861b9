using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Accounts;

/// <summary>The rows that a question finds, as a file: CSV for a spreadsheet, JSON Lines for programs. Newest first, streamed.</summary>
internal static class AuditExport
{
    public const string Path = "/nhat-ky/tai-ve";
    private const int Batch = 1000;

    private static readonly string[] Columns =
    [
        "seq",
        "at",
        "actorId",
        "actorName",
        "fromAddress",
        "action",
        "subject",
        "subjectName",
        "before",
        "after",
        "hash",
    ];

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task AnswerAsync(
        HttpContext context,
        AuditReading reading,
        Sql sql,
        SiteClock clock,
        OrganisationTree tree,
        AuditLog audit,
        Database database
    )
    {
        var stop = context.RequestAborted;
        var person = Person.Behind(context);
        var question = AuditQuestion.Of(context.Request);
        var asCsv = context.Request.Query["dang"] != "jsonl";
        if (question.HasWrongDays || !await AuditQuestion.IsForAsync(person, tree, stop))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await RecordAsync(context, person, question, audit, database, stop);
        context.Response.ContentType = asCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
        context.Response.Headers.ContentDisposition =
            $"attachment; filename=\"nhat-ky-{clock.Today:yyyyMMdd}.{(asCsv ? "csv" : "jsonl")}\"";
        var filter = await question.FilterAsync(sql, clock, stop);
        // A spreadsheet knows by the mark at the beginning that it is UTF-8.
        if (asCsv)
            await context.Response.WriteAsync("\uFEFF" + string.Join(',', Columns) + "\r\n", stop);
        long? before = null;
        do
        {
            var page = await reading.PageAsync(filter, before, Batch, stop);
            var text = new StringBuilder();
            foreach (var row in page.Rows)
                text.Append(asCsv ? Csv(row) : Json(row));
            await context.Response.WriteAsync(text.ToString(), stop);
            before = page.Next;
        } while (before is not null);
    }

    private static async Task RecordAsync(
        HttpContext context,
        Person person,
        AuditQuestion question,
        AuditLog audit,
        Database database,
        CancellationToken stop
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await audit.AppendWithinTransactionAsync(
            database,
            new(person.Id, person.Name, context.Connection.RemoteIpAddress?.ToString()),
            new(
                "audit.exported",
                "audit",
                "audit",
                After: question.AsksForAll
                    ? null
                    : new
                    {
                        question.Who,
                        question.What,
                        question.Subject,
                        question.Address,
                        question.From,
                        question.Until,
                    }
            ),
            stop
        );
        await transaction.CommitAsync(stop);
    }

    private static object?[] Values(AuditRow row) =>
        [
            row.Seq,
            row.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            row.ActorId,
            row.ActorName,
            row.FromAddress,
            row.Action,
            row.Subject,
            row.SubjectName,
            row.Before,
            row.After,
            row.Hash,
        ];

    private static string Csv(AuditRow row) =>
        string.Join(',', Values(row).Select(value => Cell(FormattableString.Invariant($"{value}")))) + "\r\n";

    // What begins like a formula would be one for a spreadsheet.
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return CsvCell.Of(text);
    }

    private static string Json(AuditRow row)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            foreach (var (column, value) in Columns.Zip(Values(row)))
            {
                json.WritePropertyName(column);
                if (value is null)
                    json.WriteNullValue();
                else if (value is long number)
                    json.WriteNumberValue(number);
                else
                    json.WriteStringValue((string)value);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(line.ToArray()) + "\n";
    }
}
