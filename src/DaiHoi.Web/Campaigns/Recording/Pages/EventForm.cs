using System.Globalization;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Import;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Campaigns.Recording.Pages;

/// <summary>The form of one event as it was typed.</summary>
internal sealed class EventForm
{
    /// <summary>Whose congress it is, in a table of many.</summary>
    public string? Organisation { get; set; }
    public string? Seen { get; set; }
    public string? Key { get; set; }
    public string? Status { get; set; }
    public string? On { get; set; }
    public string? PlannedOn { get; set; }
    public bool Model { get; set; }

    /// <summary>Code of the kind; empty says nothing of it.</summary>
    public string? Kind { get; set; }
    public bool WithoutElection { get; set; }
    public string? Days { get; set; }
    public string? Summoned { get; set; }
    public string? Attended { get; set; }
    public string? Elected { get; set; }
    public string? Women { get; set; }
    public string? Under40 { get; set; }
    public string? Minority { get; set; }
    public string? FirstTime { get; set; }
    public string? Note { get; set; }
    public List<string> Given { get; set; } = [];
    public List<IFormFile> File { get; set; } = [];

    private const int LongestNote = 2000;

    // A year of two or three digits is a slip of the finger.
    private const int FirstYear = 1900;

    /// <summary>Who fills in a row of a table declares by it that the papers of the step are there: the table has no boxes for them.</summary>
    public void DeclareAll() => Given = [.. EventImport.DeclaredByFile.Select(demand => demand.ToString())];

    /// <returns>the entry, or what cannot be read, by field</returns>
    public (NewEvent? Wanted, Dictionary<string, string> Problems) Read(Ui.Texts t)
    {
        var problems = new Dictionary<string, string>();
        if (!Enum.TryParse<CongressStatus>(Status, out var status) || !Enum.IsDefined(status))
            problems["status"] = t["congress-choose-status"];
        var on = Day(On, "on", problems, t);
        if (on is null && !problems.ContainsKey("on"))
            problems["on"] = t["congress-day-wanted"];
        var planned = Day(PlannedOn, "plannedOn", problems, t);
        int? Read(string? typed, string field) => Number(typed, field, problems, t);
        var wanted = new NewEvent(
            status,
            on ?? default,
            Given
                .Select(code => Enum.TryParse<Demand>(code, out var demand) && Enum.IsDefined(demand) ? demand : (Demand?)null)
                .OfType<Demand>()
                .ToHashSet()
        )
        {
            Model = Model ? true : null,
            PlannedOn = planned,
            Kind = CongressKinds.Of(Kind),
            WithElection = WithoutElection ? false : null,
            Days = Read(Days, "days"),
            Numbers = new(
                Read(Summoned, "summoned"),
                Read(Attended, "attended"),
                Read(Elected, "elected"),
                Read(Women, "women"),
                Read(Under40, "under40"),
                Read(Minority, "minority"),
                Read(FirstTime, "firstTime")
            ),
            Note = Note,
        };
        if (Note?.Length > LongestNote)
            problems["note"] = t["congress-note-long", LongestNote];
        return (problems.Count == 0 ? wanted : null, problems);
    }

    internal static DateOnly? Day(string? typed, string field, Dictionary<string, string> problems, Ui.Texts t)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (TypedDay.Of(typed) is { Year: >= FirstYear } day)
            return day;
        problems[field] = t["congress-day-form", typed.Trim()];
        return null;
    }

    private static int? Number(string? typed, string field, Dictionary<string, string> problems, Ui.Texts t)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        // Points part thousands: 1.250 is a number, 12.5 is not one of people.
        var parts = typed.Trim().Split('.');
        if (
            (parts.Length == 1 || (parts[0].Length is > 0 and <= 3 && parts[1..].All(part => part.Length == 3)))
            && int.TryParse(string.Concat(parts), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= 1_000_000
        )
            return number;
        problems[field] = t["congress-number-form", typed.Trim()];
        return null;
    }
}
