using System.Globalization;
using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Campaigns.Import;

/// <summary>A row of a file of events as it was understood.</summary>
/// <param name="Status">null for a withdrawal</param>
internal sealed record EventRow(
    int Number,
    string Code,
    CongressStatus? Status,
    CongressStatus? Withdraws,
    DateOnly EffectiveOn,
    DateOnly RecordedOn,
    bool? Model,
    string? Kind,
    DateOnly? PlannedOn,
    ResultNumbers Numbers,
    string? Note
);

/// <summary>Reads the rows of a file of events, and tells what cannot be read.</summary>
internal sealed class EventRowReader(IReadOnlyDictionary<EventColumn, int> places, DateOnly today, EventFaults faults)
{
    private const string Withdrawn = "withdrawn";
    private const int LongestNote = 2000;
    private const int LargestNumber = 1_000_000;

    private static readonly Dictionary<string, CongressStatus> Statuses = StatusNames();

    /// <summary>Whose the rows are that could not be read: that nobody expects a congress there is told of them as well.</summary>
    public List<(int Number, string Code)> Refused { get; } = [];

    /// <returns>null where something in it cannot be read</returns>
    public EventRow? Read(int number, string[] cells)
    {
        var before = faults.Count;
        string Cell(EventColumn column) =>
            places.TryGetValue(column, out var place) && place < cells.Length ? cells[place].Trim() : "";
        var code = Cell(EventColumn.OrganisationCode);
        if (code.Length == 0)
            faults.Add(number, EventColumn.OrganisationCode, "", "events-empty");
        var (status, withdraws) = StatusOf(number, Cell(EventColumn.Status), Cell(EventColumn.Withdraws));
        var effective = Day(number, EventColumn.EffectiveOn, Cell(EventColumn.EffectiveOn));
        if (effective is null && Cell(EventColumn.EffectiveOn).Length == 0)
            faults.Add(number, EventColumn.EffectiveOn, "", "events-empty");
        var recorded = Day(number, EventColumn.RecordedOn, Cell(EventColumn.RecordedOn)) ?? today;
        if (effective > today)
            faults.Add(number, EventColumn.EffectiveOn, Cell(EventColumn.EffectiveOn), "events-future");
        if (recorded > today)
            faults.Add(number, EventColumn.RecordedOn, Cell(EventColumn.RecordedOn), "events-future");
        int? Number(EventColumn column) => NumberOf(number, column, Cell(column));
        var row = new EventRow(
            number,
            code,
            status,
            withdraws,
            effective ?? default,
            recorded,
            Flag(number, Cell(EventColumn.Model)),
            Kind(number, Cell(EventColumn.Kind)),
            Day(number, EventColumn.PlannedOn, Cell(EventColumn.PlannedOn)),
            new(
                Number(EventColumn.Summoned),
                Number(EventColumn.Attended),
                Number(EventColumn.Elected),
                Number(EventColumn.Women),
                Number(EventColumn.Under40),
                Number(EventColumn.Minority),
                Number(EventColumn.FirstTime)
            ),
            Note(number, Cell(EventColumn.Note))
        );
        foreach (var problem in Recording.NumbersCheck.Of(row.Numbers))
            faults.Add(number, ColumnOf(problem.Field), null, "events-rule", problem.Words.Vietnamese, problem.Words.English);
        if (faults.Count == before)
            return row;
        // Of more nobody is told.
        if (code.Length > 0 && Refused.Count < EventFaults.MostTold)
            Refused.Add((number, code));
        return null;
    }

    private (CongressStatus? Status, CongressStatus? Withdraws) StatusOf(int number, string status, string withdraws)
    {
        if (status.Length == 0)
        {
            faults.Add(number, EventColumn.Status, "", "events-empty");
            return (null, null);
        }
        if (Fold.Letters(status) == Withdrawn || Fold.Letters(status) == Fold.Letters("đã rút"))
        {
            if (Statuses.TryGetValue(Fold.Letters(withdraws), out var cancelled))
                return (null, cancelled);
            faults.Add(
                number,
                EventColumn.Withdraws,
                withdraws,
                withdraws.Length == 0 ? "events-withdraws-what" : "events-status"
            );
            return (null, null);
        }
        if (withdraws.Length > 0)
            faults.Add(number, EventColumn.Withdraws, withdraws, "events-withdraws-only");
        if (Statuses.TryGetValue(Fold.Letters(status), out var known))
            return (known, null);
        faults.Add(number, EventColumn.Status, status, "events-status");
        return (null, null);
    }

    private DateOnly? Day(int number, EventColumn column, string typed)
    {
        if (typed.Length == 0)
            return null;
        if (TypedDay.Of(typed) is { } read)
            return read;
        faults.Add(number, column, typed, "events-day");
        return null;
    }

    private int? NumberOf(int number, EventColumn column, string typed)
    {
        if (typed.Length == 0)
            return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read <= LargestNumber)
            return read;
        faults.Add(number, column, typed, "events-number", LargestNumber);
        return null;
    }

    private bool? Flag(int number, string typed)
    {
        switch (Fold.Letters(typed))
        {
            case "":
                return null;
            case "true" or "co" or "x" or "1" or "yes":
                return true;
            case "false" or "khong" or "0" or "no":
                return false;
            default:
                faults.Add(number, EventColumn.Model, typed, "events-flag");
                return null;
        }
    }

    private string? Kind(int number, string typed)
    {
        var folded = Fold.Letters(typed);
        if (folded.Length == 0)
            return null;
        if (CongressKinds.Of(folded) is { } named)
            return named.Code();
        if (folded.Contains("dai bieu", StringComparison.Ordinal))
            return CongressKind.Delegates.Code();
        if (folded.Contains("toan the", StringComparison.Ordinal) || folded.Contains("vien", StringComparison.Ordinal))
            return CongressKind.Members.Code();
        faults.Add(number, EventColumn.Kind, typed, "events-kind");
        return null;
    }

    private string? Note(int number, string typed)
    {
        if (typed.Length > LongestNote)
            faults.Add(number, EventColumn.Note, typed, "events-note-long", LongestNote);
        var clean = Fold.Clean(typed).Trim();
        return clean.Length == 0 ? null : clean;
    }

    private static EventColumn ColumnOf(string field) =>
        field switch
        {
            "summoned" => EventColumn.Summoned,
            "attended" => EventColumn.Attended,
            "elected" => EventColumn.Elected,
            "women" => EventColumn.Women,
            "under40" => EventColumn.Under40,
            "minority" => EventColumn.Minority,
            "firstTime" => EventColumn.FirstTime,
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

    // By code, and as the interface calls it.
    private static Dictionary<string, CongressStatus> StatusNames()
    {
        var names = new Dictionary<string, CongressStatus>(StringComparer.Ordinal);
        foreach (var status in Enum.GetValues<CongressStatus>())
        {
            names[status.Code()] = status;
            names[Fold.Letters(Transition.NameOf(status).Vietnamese)] = status;
        }
        return names;
    }
}
