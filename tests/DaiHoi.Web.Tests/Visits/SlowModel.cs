using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

/// <summary>The obvious way: keep every page view, and go through all of them again for each question.</summary>
internal sealed class SlowModel(SiteClock clock)
{
    private readonly List<(int Person, long Article, long Second)> views = [];
    private long now = long.MinValue;

    public long Now => now;

    public void View(int person, long article, long second)
    {
        now = Math.Max(now, second);
        views.Add((person, article, now));
    }

    public void Advance(long second) => now = Math.Max(now, second);

    public IReadOnlyList<DayOfVisits> Days()
    {
        var begun = new List<DateOnly>();
        foreach (var ofPerson in views.GroupBy(view => view.Person))
        {
            var seconds = ofPerson.Select(view => view.Second).ToList();
            for (var i = 0; i < seconds.Count; i++)
                if (i == 0 || seconds[i] - seconds[i - 1] >= 1800)
                    begun.Add(DayOf(seconds[i]));
        }
        return
        [
            .. views
                .GroupBy(view => DayOf(view.Second))
                .OrderBy(day => day.Key)
                .Select(day => new DayOfVisits(day.Key, begun.Count(b => b == day.Key), day.Count())),
        ];
    }

    public int Online() => views.Where(view => now - view.Second < 300).Select(view => view.Person).Distinct().Count();

    public long ViewsOf(long article)
    {
        var counted = 0;
        foreach (var ofPerson in views.Where(view => view.Article == article && article != 0).GroupBy(view => view.Person))
        {
            var last = long.MinValue / 2;
            foreach (var view in ofPerson.Where(view => view.Second - last >= 1800))
            {
                // Filtered lazily: the next one is compared with the one that was counted here.
                last = view.Second;
                counted++;
            }
        }
        return counted;
    }

    public LiveNumbers Numbers()
    {
        var today = DayOf(now);
        var days = Days();
        long Sum(Func<DateOnly, bool> belongs) => days.Where(day => belongs(day.Day)).Sum(day => day.Visits);
        return new(
            0,
            Sum(_ => true),
            Online(),
            Sum(day => day == today),
            Sum(day => Monday(day) == Monday(today)),
            Sum(day => (day.Year, day.Month) == (today.Year, today.Month)),
            Sum(day => day.Year == today.Year)
        );
    }

    private static DateOnly Monday(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Monday)
            day = day.AddDays(-1);
        return day;
    }

    private DateOnly DayOf(long second) => clock.DayOf(DateTime.UnixEpoch.AddSeconds(second));
}
