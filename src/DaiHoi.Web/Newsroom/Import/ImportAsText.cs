using System.Globalization;
using AngleSharp.Html.Parser;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>One line a file: what became of it, its name, what was recognised. Then a line for all.</summary>
internal sealed class ImportAsText(TextWriter output, Texts t) : IImportReport
{
    public void Tell(PageOutcome outcome)
    {
        var told = outcome.Refusal is { } refusal ? [Why(refusal, outcome.Detail)] : Recognised(outcome, outcome.Page!);
        output.WriteLine($"{t[WordOf(outcome.Result)], -9} {outcome.FileName}: {string.Join(" · ", told)}");
    }

    public void Close(ImportSum sum)
    {
        output.WriteLine(
            t[sum.DryRun ? "import-sum-dry" : "import-sum", sum.All, sum.Imported, sum.Revised, sum.Unchanged, sum.Refused]
        );
        if (sum.Beside > 0)
            output.WriteLine(t["import-beside", sum.Beside]);
        if (sum.Reading is { } reading)
            output.WriteLine(t[AdoptionWord(sum), StatisticsOf(reading)]);
    }

    public void Dispose() { }

    private static string AdoptionWord(ImportSum sum) =>
        sum.Adoption switch
        {
            null => "import-would-adopt",
            StatisticsAdoption.Adopted => "import-adopted",
            StatisticsAdoption.Before => "import-adopted-before",
            StatisticsAdoption.Older => "import-adopted-older",
            _ => throw new InvalidOperationException(sum.Adoption.ToString()),
        };

    private IEnumerable<string> Recognised(PageOutcome outcome, RecognisedPage page)
    {
        yield return $"«{page.Title}»";
        if (page.PrintAddress is not null || page.Reading.Text.Contains("In trang", StringComparison.OrdinalIgnoreCase))
            yield return t["import-print"];
        yield return page.Date is { } date ? Formats.Moment(date)
        : outcome.DatedByFile ? t["import-no-date"]
        : "";
        if (page.Dateline is { } dateline)
            yield return t["import-dateline", dateline];
        foreach (var part in Body(page))
            yield return part;
        if (page.Photos.Count > 0)
            yield return Photos(outcome, page);
        if (page.Authors.Count > 0)
            yield return t["import-authors", string.Join(", ", page.Authors)];
        if (page.Source is { } source)
            yield return t["import-source", source];
        if (page.Category is { } category)
            yield return t["import-section", category];
        if (page.Views is { } views)
            yield return t["import-views", Formats.Number(views, t.English)];
        if (page.Links is { } links)
            yield return t["import-links", links.Count];
        if (page.Statistics is { } statistics)
            yield return t["import-statistics", StatisticsOf(statistics)];
        yield return Reading(page.Reading);
        if (outcome.ArticlePath is { } path)
            yield return path;
    }

    private IEnumerable<string> Body(RecognisedPage page)
    {
        if (page.Lead.Length > 0)
            yield return t["import-lead"];
        var parts = PartsOf(page.BodyHtml);
        foreach (
            var (count, word) in new[]
            {
                (parts.Paragraphs, "import-paragraphs"),
                (parts.Headings, "import-headings"),
                (parts.Lists, "import-lists"),
                (parts.Tables, "import-tables"),
            }
        )
        {
            if (count > 0)
                yield return t[word, count];
        }
    }

    /// <summary>The pieces of a clean body.</summary>
    internal static (int Paragraphs, int Headings, int Lists, int Tables) PartsOf(string bodyHtml)
    {
        using var body = new HtmlParser().ParseDocument(bodyHtml);
        int Count(string selector) => body.QuerySelectorAll(selector).Length;
        return (Count("body > p"), Count("h2, h3"), Count("ul, ol"), Count("table"));
    }

    private string Photos(PageOutcome outcome, RecognisedPage page)
    {
        var photos = t["import-photos", page.Photos.Count];
        var without = page.Photos.Count(photo => photo.File is null);
        if (without > 0)
            photos += t["import-photos-caption-only", without];
        if (outcome.LostPictures.Count > 0)
            photos += t["import-photos-lost", string.Join(", ", outcome.LostPictures.Take(3))];
        return photos;
    }

    // A decision by machine says what it read, so that a person sees at a glance whether it is right.
    private string Reading(TextReading reading)
    {
        if (reading.Encoding is "utf-8" or "utf-16" && reading.Damaged == 0)
            return reading.Encoding;
        var text = t["import-read-as", reading.Encoding, Percent(reading.Share), reading.Sample];
        if (reading.CaseLost)
            text += t["import-case-lost"];
        if (reading.Damaged > 0)
            text += t["import-damaged", reading.Damaged];
        return text;
    }

    private string StatisticsOf(RecognisedStatistics read)
    {
        var parts = new List<string>();
        if (read.Total is { } total)
            parts.Add(Formats.Odometer(total));
        foreach (
            var (number, word) in new[]
            {
                (read.Online, "online"),
                (read.Today, "today"),
                (read.Week, "week"),
                (read.Month, "month"),
                (read.Year, "year"),
            }
        )
        {
            if (number is { } value)
                parts.Add($"{t[word]} {Formats.Number(value, t.English)}");
        }
        return string.Join(", ", parts);
    }

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private string Why(PageRefusal refusal, string detail) =>
        refusal switch
        {
            PageRefusal.NoTitle => t["refused-no-title"],
            PageRefusal.NoBody => t["refused-no-body"],
            PageRefusal.UnreadableEncoding => t["refused-encoding", detail],
            PageRefusal.OverSizeLimit => t["refused-size", PageRecogniser.SizeLimit / 1024 / 1024],
            PageRefusal.TooManyParts => t["refused-parts", Extent.MostParts],
            PageRefusal.NotAPage => t["refused-not-a-page", detail],
            PageRefusal.CannotBeRead => t["refused-unreadable", detail],
            _ => throw new InvalidOperationException(refusal.ToString()),
        };

    private static string WordOf(PageResult result) =>
        result switch
        {
            PageResult.Imported => "page-imported",
            PageResult.Revised => "page-revised",
            PageResult.Unchanged => "page-unchanged",
            PageResult.Refused => "page-refused",
            _ => throw new InvalidOperationException(result.ToString()),
        };
}
