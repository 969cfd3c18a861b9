using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>A document of the library, as typed.</summary>
internal sealed class DocumentForm
{
    private const int LongestNumber = 60;
    private const int LongestLine = 200;
    private const int LongestSummary = 1000;
    private const int FirstYear = 1930;

    public string? Number { get; set; }
    public string? Type { get; set; }
    public string? IssuedOn { get; set; }
    public string? InForceFrom { get; set; }
    public string? ExpiredOn { get; set; }
    public string? IssuingBody { get; set; }
    public string? Signatory { get; set; }
    public string? Summary { get; set; }

    /// <summary>Attachments that go.</summary>
    public List<long> Removed { get; set; } = [];

    /// <summary>The mark of the document as it was opened; empty for a new one.</summary>
    public string? Seen { get; set; }

    public static DocumentForm Of(OfficialDocument document) =>
        new()
        {
            Number = document.Number,
            Type = document.Type,
            IssuedOn = Formats.Day(document.IssuedOn),
            InForceFrom = Written(document.InForceFrom),
            ExpiredOn = Written(document.ExpiredOn),
            IssuingBody = document.IssuingBody,
            Signatory = document.Signatory,
            Summary = document.Summary,
            Seen = DocumentDesk.MarkOf(document),
        };

    /// <summary>What was typed, or what is wrong with it by field.</summary>
    public (DocumentWords? Words, Dictionary<string, string> Problems) Read(Texts t)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = Needed("number", Number, LongestNumber, problems, t);
        var type = Needed("type", Type, LongestLine, problems, t);
        var body = Needed("issuingBody", IssuingBody, LongestLine, problems, t);
        var summary = Needed("summary", Summary, LongestSummary, problems, t);
        var signatory = Line("signatory", Signatory, LongestLine, problems, t);
        var issued = Day("issuedOn", IssuedOn, problems, t);
        if (issued is null)
            problems.TryAdd("issuedOn", t["document-needed"]);
        var (from, until) = (Day("inForceFrom", InForceFrom, problems, t), Day("expiredOn", ExpiredOn, problems, t));
        if (from < issued)
            problems.TryAdd("inForceFrom", t["document-in-force-early", Formats.Day(issued.Value)]);
        if (until < (from ?? issued))
            problems.TryAdd("expiredOn", t["document-expired-early", Formats.Day((from ?? issued)!.Value)]);
        if (problems.Count > 0)
            return (null, problems);
        return (new(number, type, issued!.Value, from, until, body, signatory.Length == 0 ? null : signatory, summary), problems);
    }

    private static string Needed(string field, string? typed, int most, Dictionary<string, string> problems, Texts t)
    {
        var line = Line(field, typed, most, problems, t);
        if (line.Length == 0)
            problems.TryAdd(field, t["document-needed"]);
        return line;
    }

    private static string Line(string field, string? typed, int most, Dictionary<string, string> problems, Texts t)
    {
        var line = ArticleForm.LineOf(typed);
        if (line.Length > most)
            problems.TryAdd(field, t["field-long", line.Length, most]);
        return line;
    }

    private static DateOnly? Day(string field, string? typed, Dictionary<string, string> problems, Texts t)
    {
        var line = ArticleForm.LineOf(typed);
        if (line.Length == 0)
            return null;
        if (TypedDay.Of(line) is { Year: >= FirstYear } day)
            return day;
        problems.TryAdd(field, t["bad-day", line]);
        return null;
    }

    private static string? Written(DateOnly? day) => day is { } known ? Formats.Day(known) : null;
}
