using System.Globalization;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>
/// The screen of the hall, to be read from the back: who is there and what is under way; a vote for a while after it was counted,
/// and a result once the presidium has released it.
/// </summary>
[ForSignedIn]
internal sealed class ShowHall(DeskContext desk, CongressBook book, CongressPages pages, DayReading reading)
    : CongressPage(desk, book, pages)
{
    public const string Ending = "man-hinh";

    /// <summary>More do not fit on one screen.</summary>
    private const int MostLines = 36;

    /// <summary>So long a count stands on the screen; then what is under way is told again.</summary>
    private static readonly TimeSpan VoteStands = TimeSpan.FromMinutes(10);

    public CongressDay Day { get; private set; } = null!;
    public HallCount? Count { get; private set; }

    /// <summary>The election whose result is shown; null where none is, or something else has begun since it was released.</summary>
    public ElectionOfTheDay? Released { get; private set; }

    public IReadOnlyList<ReleasedLine> Elected => [.. Released!.Released!.Lines.Where(line => line.IsElected)];

    /// <summary>Those elected, column by column, as many as fit.</summary>
    public IEnumerable<(int First, ReleasedLine[] Lines)> Columns
    {
        get
        {
            var shown = Elected.Take(MostLines).ToArray();
            var rows = (shown.Length + ColumnCount - 1) / ColumnCount;
            return shown.Chunk(Math.Max(1, rows)).Select((lines, at) => ((at * rows) + 1, lines));
        }
    }

    /// <summary>Who are elected and find no room; mostly 0.</summary>
    public int More => Math.Max(0, Elected.Count - MostLines);

    /// <summary>How much room a result needs: "one", "two" or "three" columns; with more than one it has the whole width.</summary>
    public string Size =>
        ColumnCount switch
        {
            1 => "one",
            2 => "two",
            _ => "three",
        };

    /// <summary>Each name has its bar beside it; with more columns there is no room for them.</summary>
    public bool HasBars => ColumnCount == 1;

    private int ColumnCount =>
        Released is null || Elected.Count <= 10 ? 1
        : Elected.Count <= 20 ? 2
        : 3;

    /// <summary>The last vote by show of hands, for a while after it was counted and until something else begins.</summary>
    public HandVote? Vote { get; private set; }

    /// <summary>Who were elected by it.</summary>
    public IReadOnlyList<string> Names => Vote?.Names?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Large where few words are to be read: "brief", "usual", "long" or "longest".</summary>
    public static string LengthOf(string title) =>
        title.Length switch
        {
            <= 36 => "brief",
            <= 90 => "usual",
            <= 170 => "long",
            _ => "longest",
        };

    public SeatDots Dots => SeatDots.Of(Count!);

    public string LongMoment => $"{Formats.Day(Clock.Today)}, {ClockTime.Of(Clock.ToSite(Clock.UtcNow))}";

    /// <summary>Who meets, in the words of the association: "Đại biểu chính thức", "Official delegates".</summary>
    public string People => Capital.Of(Opened.Rules.Terms.AllSummoned(Opened.Kind).In(Said));

    public string Session => Day.SessionAt(Clock.UtcNow)?.Name ?? "";

    public string Percent(long votes, long of) =>
        of == 0 ? "0" : (100m * Math.Min(votes, of) / of).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What those elected are called: "đồng chí" where members call each other so.</summary>
    public string Comrades => T[CongressWords.AreComrades(Opened.Campaign) ? "election-paper-comrade" : "election-paper-person"];

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "hall-screen", stop))
            return NotFound();
        Day = await reading.DayAsync(Opened.Congress, stop);
        Count = await reading.CountAsync(Opened, Day, stop);
        var elections = await reading.ElectionsAsync(Opened.Congress, stop);
        // While one result is put right no older one stands in its place.
        var mayBeOlder = Day.UnderWay?.Step == AgendaStep.Result && !elections.Any(one => one.IsCorrected);
        Released = elections
            .Where(one => one.Released is { } result && (IsOfNow(result.At) || mayBeOlder))
            .MaxBy(one => one.Released!.At);
        Vote = Day.StandingVotes.LastOrDefault(vote =>
            IsOfNow(vote.At) && Clock.UtcNow - vote.At < VoteStands && !(Released?.Released?.At > vote.At)
        );
        return Page();
    }

    /// <summary>Nothing has begun since.</summary>
    private bool IsOfNow(DateTime utc) => !Day.Items.Any(item => item.BegunAt > utc);
}
