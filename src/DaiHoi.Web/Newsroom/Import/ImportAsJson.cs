using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// One JSON object, written as the import goes on: <c>files</c>, one a file, then <c>sum</c> and, where they were asked
/// for, <c>statistics</c>. Its form is described in docs/formats/import-pages.md.
/// </summary>
internal sealed class ImportAsJson : IImportReport
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly Utf8JsonWriter json;

    public ImportAsJson(Stream output)
    {
        json = new(output, Readable);
        json.WriteStartObject();
        json.WriteStartArray("files");
    }

    public void Tell(PageOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("file", outcome.FileName);
        json.WriteString("result", outcome.Result.ToString().ToLowerInvariant());
        if (outcome.Refusal is { } refusal)
        {
            json.WriteString("why", JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.ToString()));
            json.WriteString("detail", outcome.Detail);
        }
        else
        {
            WritePage(outcome, outcome.Page!);
        }
        json.WriteEndObject();
        json.Flush();
    }

    public void Close(ImportSum sum)
    {
        json.WriteEndArray();
        json.WriteStartObject("sum");
        json.WriteBoolean("dryRun", sum.DryRun);
        json.WriteNumber("files", sum.All);
        json.WriteNumber("imported", sum.Imported);
        json.WriteNumber("revised", sum.Revised);
        json.WriteNumber("unchanged", sum.Unchanged);
        json.WriteNumber("refused", sum.Refused);
        json.WriteNumber("besidePages", sum.Beside);
        json.WriteEndObject();
        if (sum.Reading is { } reading)
        {
            json.WriteStartObject("statistics");
            json.WriteString("result", sum.Adoption?.ToString().ToLowerInvariant() ?? "would-be-adopted");
            WriteNumbers(reading);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.Flush();
    }

    public void Dispose() => json.Dispose();

    private void WritePage(PageOutcome outcome, RecognisedPage page)
    {
        Write("title", page.Title);
        Write("date", page.Date?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        Write("dateline", page.Dateline);
        Write("lead", page.Lead);
        WriteNames("authors", page.Authors);
        Write("source", page.Source);
        Write("section", page.Category);
        WriteNames("tags", page.Tags);
        Write("canonicalAddress", page.CanonicalAddress);
        Write("printAddress", page.PrintAddress);
        Write("views", page.Views);
        var parts = ImportAsText.PartsOf(page.BodyHtml);
        json.WriteStartObject("body");
        json.WriteNumber("paragraphs", parts.Paragraphs);
        json.WriteNumber("headings", parts.Headings);
        json.WriteNumber("lists", parts.Lists);
        json.WriteNumber("tables", parts.Tables);
        json.WriteNumber("photos", page.Photos.Count);
        json.WriteNumber("pictures", outcome.Pictures);
        json.WriteEndObject();
        WriteNames("lostPictures", outcome.LostPictures);
        WriteNames("links", page.Links?.Select(link => link.Name));
        if (page.Statistics is { } statistics)
        {
            json.WriteStartObject("statistics");
            WriteNumbers(statistics);
            json.WriteEndObject();
        }
        json.WriteStartObject("encoding");
        json.WriteString("name", page.Reading.Encoding);
        json.WriteNumber("share", Math.Round(page.Reading.Share, 4));
        json.WriteString("sample", page.Reading.Sample);
        json.WriteBoolean("caseLost", page.Reading.CaseLost);
        json.WriteNumber("damaged", page.Reading.Damaged);
        json.WriteEndObject();
        Write("article", outcome.ArticlePath);
    }

    private void WriteNumbers(RecognisedStatistics read)
    {
        Write("total", read.Total);
        Write("online", read.Online);
        Write("today", read.Today);
        Write("week", read.Week);
        Write("month", read.Month);
        Write("year", read.Year);
    }

    private void Write(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private void Write(string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    private void WriteNames(string name, IEnumerable<string>? values)
    {
        if (values is null)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
