using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using DaiHoi.Web.Portal.Statistics;
using DaiHoi.Web.Portal.Store;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>What the counted numbers are, what each of them means, and the curve per day with its table.</summary>
internal sealed class ShowStatistics(PublicContext portal, VisitHistory history) : PublicPage(portal)
{
    private const int DaysShown = 365;

    public IReadOnlyList<DayOfVisits> Days { get; private set; } = [];
    public IEnumerable<DayOfVisits> LastDays => Days.Reverse().Take(31);
    public IEnumerable<(int Year, int Month, long Visits, long PageViews)> Months =>
        Days.GroupBy(day => (day.Day.Year, day.Day.Month))
            .Select(month => (month.Key.Year, month.Key.Month, month.Sum(day => day.Visits), month.Sum(day => day.PageViews)))
            .Reverse();
    public DayOfVisits Busiest => Days.MaxBy(day => day.Visits)!;
    public string CurveSvg { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = Clock.Today;
        var known = (await history.DaysAsync(today.AddDays(1 - DaysShown), today, stop)).ToDictionary(day => day.Day);
        var first = known.Count == 0 ? today.AddDays(-1) : known.Keys.Min();
        if (first > today.AddDays(-1))
            first = today.AddDays(-1);
        Days =
        [
            .. Enumerable
                .Range(0, today.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => known.GetValueOrDefault(day, new DayOfVisits(day, 0, 0))),
        ];
        CurveSvg = VisitCurve.Svg(Days, T);
        Title = T["statistics"];
        Description = T["statistics-visit"];
        // Today's row grows with every visit: a minute is fresh enough for a curve of a year.
        HttpContext.Features.Set(new PageTerms([PortalFrames.Key], Clock.UtcNow.AddMinutes(1)));
    }
}
