namespace DaiHoi.Web.Visits;

/// <summary>What was counted and is not in the database yet: increments, so that several processes may write theirs.</summary>
internal sealed class Counted
{
    private readonly SortedDictionary<DateOnly, DayOfVisits> days = [];
    private readonly Dictionary<(DateOnly Day, long Article), long> views = [];

    public bool IsEmpty => days.Count == 0 && views.Count == 0;
    public IReadOnlyCollection<DayOfVisits> Days => days.Values;
    public IReadOnlyCollection<KeyValuePair<(DateOnly Day, long Article), long>> Views => views;

    public void AddView(DateOnly day, long article) => AddViews(day, article, 1);

    public void AddViews(DateOnly day, long article, long count) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(views, (day, article), out _) += count;

    /// <summary>Takes over what another holds.</summary>
    public void Add(Counted other)
    {
        Add(other.Days);
        foreach (var (key, count) in other.views)
            views[key] = views.GetValueOrDefault(key) + count;
    }

    public void Add(IEnumerable<DayOfVisits> others)
    {
        foreach (var other in others)
        {
            var day = days.GetValueOrDefault(other.Day, new(other.Day, 0, 0));
            days[other.Day] = new(day.Day, day.Visits + other.Visits, day.PageViews + other.PageViews);
        }
    }

    /// <summary>The views of each article over all days.</summary>
    public Dictionary<long, long> ViewsOfArticles()
    {
        var articles = new Dictionary<long, long>();
        foreach (var ((_, article), count) in views)
            articles[article] = articles.GetValueOrDefault(article) + count;
        return articles;
    }
}
