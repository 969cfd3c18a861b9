using DaiHoi.Rules;
using DaiHoi.Web.Campaigns.Arranging;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Difficulties;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Dashboards.Pages;

/// <summary>Where a campaign stands at one organisation: in one sentence, on a map, over time, by status and by what lies below.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ReadDashboard(
    DeskContext desk,
    PlacesInCampaign places,
    DashboardReading reading,
    DueWork due,
    FrequentDifficulties difficulties
) : DeskPage(desk)
{
    /// <summary>Rows of the table before somebody asks for all of them.</summary>
    public const int First = 11;

    public PlaceInCampaign Place { get; private set; } = null!;
    public List<PlaceInCampaign> Above { get; private set; } = [];

    /// <summary>Null where nothing is expected here.</summary>
    public Dashboard? Board { get; private set; }
    public CourseCurve Curve { get; private set; } = null!;

    /// <summary>As of which day: the one asked for; else today, or the day on which the campaign was closed.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The last day that can be asked for.</summary>
    public DateOnly LastDay { get; private set; }
    public bool AllRows { get; private set; }

    /// <summary>What is late or due soon today; null where another day is looked at, or the campaign is closed.</summary>
    public DueCount? Due { get; private set; }

    /// <summary>What is met most often here and below.</summary>
    public IReadOnlyList<FrequentDifficulty> Difficulties { get; private set; } = [];

    /// <summary>Whether the person enters what happens directly below.</summary>
    public bool MayEnter =>
        Place.Frame.ClosedOn is null && Board?.Children.Count > 0 && Person.Is(Place.Path, Role.Officer, Role.Checker);

    public bool MayNarrow => Place.Frame.ClosedOn is null && WindowNarrowing.MayNarrow(Person, Place.Frame, Place.Path);

    /// <summary>The code of the level, where it was asked for.</summary>
    public string? AskedLevel { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string campaign,
        string organisation,
        string? ngay,
        string? cap,
        [FromQuery(Name = "so-voi")] string? soVoi,
        string? xem,
        CancellationToken stop
    )
    {
        if (!await TakeAsync(campaign, organisation, ngay, cap, soVoi, stop))
            return NotFound();
        AllRows = xem == "du";
        Title = T["dashboard-title", Place.Name];
        Above = await places.AboveAsync(Person, Place, Day, stop);
        if (Board is null)
            return Page();
        Curve = new(Board, T, NameOf);
        Difficulties = await difficulties.OfAsync(Place.Frame.Id, Place.Frame.Root, Place.Id, Place.Path, Day, stop);
        if (Day == Clock.Today && Place.Frame.ClosedOn is null)
            (Due, _) = await due.CountAsync(Place.Frame, Place.Path, Day, stop);
        return Page();
    }

    /// <summary>The table as a file: <c>dang=csv</c>, or for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetExportAsync(
        string campaign,
        string organisation,
        string? ngay,
        string? cap,
        [FromQuery(Name = "so-voi")] string? soVoi,
        string? dang,
        CancellationToken stop
    )
    {
        if (!await TakeAsync(campaign, organisation, ngay, cap, soVoi, stop) || Board is null)
            return NotFound();
        var name = $"{T["dashboard-file"]} {Place.Code} {DashboardAddress.Iso(Day)}".Replace(' ', '-');
        return dang == "csv"
            ? File(DashboardTable.Csv(Board, T), "text/csv; charset=utf-8", FileName.Of(name, ".csv", 120))
            : File(await DashboardTable.XlsxAsync(Board, T, stop), DashboardTable.XlsxType, FileName.Of(name, ".xlsx", 120));
    }

    private async Task<bool> TakeAsync(
        string campaign,
        string organisation,
        string? day,
        string? level,
        string? comparedTo,
        CancellationToken stop
    )
    {
        var asked = DashboardAddress.DayOf(day);
        var found = await places.FindAsync(Person, campaign, organisation, frame => DayOf(frame, asked), stop);
        if (found is null)
            return false;
        Place = found;
        (Day, LastDay) = (DayOf(found.Frame, asked), found.Frame.DayOf(Clock.Today));
        AskedLevel = found.Frame.Level(level ?? "")?.Code;
        var other =
            DashboardAddress.DayOf(comparedTo) is { } second && second != Day ? DayOf(found.Frame, second) : (DateOnly?)null;
        Board = await reading.ReadAsync(found, Day, AskedLevel, other, stop);
        return true;
    }

    // Before it was opened there was no campaign, and of days to come nothing is known.
    private DateOnly DayOf(CampaignFrame frame, DateOnly? asked)
    {
        var last = frame.DayOf(Clock.Today);
        return asked is not { } day || day > last ? last
            : day < frame.OpenedOn ? frame.OpenedOn
            : day;
    }

    public string NameOf(FrameLevel level) => LevelWords.Of(Place.Frame, level, T);

    /// <summary>In the middle of a sentence.</summary>
    public string InSentence(FrameLevel level) => NameOf(level).ToLower(T.Culture);

    public string Number(long number) => Formats.Number(number, English);

    public string Moved(long number) => number == 0 ? "0" : (number > 0 ? "+" : "−") + Formats.Number(Math.Abs(number), English);

    public string Percent(Share? share) => share is { } known ? FigureWords.Percent(known, T) : "–";

    public string LinkTo(
        DateOnly? day = null,
        string? level = null,
        DateOnly? comparedTo = null,
        bool all = false,
        string? export = null
    )
    {
        var address = DashboardAddress.Of(Place, day ?? Day, level ?? Board!.Level.Code, comparedTo ?? Board!.ComparedTo);
        return address + (all ? "&xem=du" : "") + (export is null ? "" : $"&handler=Export&dang={export}");
    }

    public string FigureLink(string figure, string? code = null) =>
        DashboardAddress.OfFigure(Place, code ?? Place.Code, figure, Day, Board!.Level.Code);

    /// <summary>When a body below will be as good as finished, in a few words.</summary>
    public string ForecastOf(Standing now, Forecast? forecast) =>
        Forecast.IsReached(now.Held, now.Due) ? T["dashboard-finished"]
        : forecast is null ? "–"
        : Board!.Until is { } until && forecast.Middle > until ? T["dashboard-after", Formats.ShortDay(until)]
        : Formats.ShortDay(forecast.Middle);

    public bool IsLate(Forecast? forecast) => forecast is not null && Board!.Until is { } until && forecast.Middle > until;

    /// <summary>The numbers of the curve, a week apart, the newest first.</summary>
    public IEnumerable<(DateOnly Day, HeldOnDay Held)> Weeks()
    {
        var first = Math.Max(Curve.First.DayNumber, Board!.Course.Begun ?? Curve.First.DayNumber) - 7;
        for (var day = Day.DayNumber; day >= first; day -= 7)
            yield return (DateOnly.FromDayNumber(day), Board.Course.On(day));
    }
}
