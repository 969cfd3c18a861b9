using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Layout;
using DaiHoi.Web.Portal.Store;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>What the counted numbers are, what each of them means, and the curve per day with its table.</summary>
internal sealed class ShowStatistics(PublicContext portal, VisitHistory history) : PublicPage(portal)
{
    private const int DaysShown = 365;

    public IReadOnlyList<DayOfVisits> Days { get; private set; } = [];

    /// <summary>Every month that was ever counted, the latest first.</summary>
    public IReadOnlyList<(int Year, int Month, long Visits, long PageViews)> Months { get; private set; } = [];
    public DayOfVisits Busiest => Days.MaxBy(day => day.Visits)!;
    public string CurveSvg { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = Clock.Today;
        // One row a day: all that was ever counted is some thousand rows.
        var all = await history.DaysAsync(DateOnly.MinValue, today, stop);
        var known = all.ToDictionary(day => day.Day);
        var first = all.Count == 0 ? today : all[0].Day;
        first = first < today.AddDays(1 - DaysShown) ? today.AddDays(1 - DaysShown) : first;
        first = first > today.AddDays(-1) ? today.AddDays(-1) : first;
        Days =
        [
            .. Enumerable
                .Range(0, today.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => known.GetValueOrDefault(day, new DayOfVisits(day, 0, 0))),
        ];
        Months =
        [
            .. all.GroupBy(day => (day.Day.Year, day.Day.Month))
                .Select(month => (month.Key.Year, month.Key.Month, month.Sum(day => day.Visits), month.Sum(day => day.PageViews)))
                .Reverse(),
        ];
        CurveSvg = DayCurve.Svg(
            T["statistics-curve", Formats.Day(Days[0].Day), Formats.Day(Days[^1].Day)],
            [.. Days.Select(day => (day.Day, day.Visits))],
            T
        );
        Title = T["statistics"];
        Description = T["statistics-visit"];
        // Today's row grows with every visit: a minute is fresh enough for a curve of a year.
        HttpContext.Features.Set(new PageTerms([PortalFrames.Key], Clock.UtcNow.AddMinutes(1)));
    }
}
