namespace DaiHoi.Web.Portal.Demo;

/// <summary>
/// The visits of the days before and including today, made up so that they sum to what the old portal's counter showed.
/// </summary>
/// <remarks>
/// No period ever sums to more than its number. The week and the total are always exact. The month is exact where it has a
/// day before this week's Monday: otherwise all its days lie in the week, which holds fewer visits than the month should.
/// The year is exact outside January: in January the year is the month. What is missing then, the adopted reading carries.
/// </remarks>
internal static class YearOfVisits
{
    public const int Week = 803;
    public const int Month = 1_757;
    public const int Year = 18_525;
    public const int Total = 25_819;

    /// <summary>A year and some days more, so that there is always a day before this year to carry the rest of the total.</summary>
    public const int Days = 400;

    // Monday first: an office's portal is read on working days, most on the first two.
    private static readonly double[] Rhythm = [1.25, 1.22, 1.12, 1.08, 1.0, 0.52, 0.44];

    /// <summary>Visits per day, oldest first, without gaps, <see cref="Days"/> of them; the last is today.</summary>
    /// <param name="seed">of the noise: the same day and seed give the same year</param>
    public static IReadOnlyList<(DateOnly Day, int Visits)> Of(DateOnly today, int seed)
    {
        var chance = new Random(seed);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var days = new (DateOnly Day, double Weight, int Visits)[Days];
        for (var i = 0; i < Days; i++)
        {
            var day = today.AddDays(i - Days + 1);
            days[i] = (day, Rhythm[((int)day.DayOfWeek + 6) % 7] * (0.78 + (chance.NextDouble() * 0.44)), 0);
        }
        bool InWeek(DateOnly day) => day >= monday;
        bool InMonth(DateOnly day) => day.Year == today.Year && day.Month == today.Month;
        bool InYear(DateOnly day) => day.Year == today.Year;

        // From the smallest period to the largest: each spreads what is still missing over its days that have none yet.
        Spread(days, InWeek, Week);
        Spread(days, day => InMonth(day) && !InWeek(day), Month - Sum(days, InMonth));
        Spread(days, day => InYear(day) && !InMonth(day) && !InWeek(day), Year - Sum(days, InYear));
        Spread(days, day => !InYear(day) && !InWeek(day), Total - Sum(days, _ => true));
        return [.. days.Select(day => (day.Day, day.Visits))];
    }

    /// <summary>Spreads the views of an article over the days of a year of visits, as the visits are spread.</summary>
    public static IEnumerable<(DateOnly Day, long Article, long Views)> ViewsOf(
        long article,
        int views,
        IReadOnlyList<(DateOnly Day, int Visits)> year
    )
    {
        var all = (double)year.Sum(day => day.Visits);
        var (visits, told) = (0L, 0L);
        foreach (var day in year)
        {
            visits += day.Visits;
            var until = (long)Math.Round(views * (visits / all));
            if (until > told)
                yield return (day.Day, article, until - told);
            told = until;
        }
    }

    private static int Sum((DateOnly Day, double Weight, int Visits)[] days, Func<DateOnly, bool> within) =>
        days.Where(day => within(day.Day)).Sum(day => day.Visits);

    /// <summary>Splits by largest remainder, so that the parts sum to the whole exactly.</summary>
    private static void Spread((DateOnly Day, double Weight, int Visits)[] days, Func<DateOnly, bool> within, int visits)
    {
        var chosen = Enumerable.Range(0, days.Length).Where(i => within(days[i].Day)).ToList();
        if (chosen.Count == 0)
            return;
        var weight = chosen.Sum(i => days[i].Weight);
        foreach (var i in chosen)
            days[i].Visits = (int)(visits * days[i].Weight / weight);
        var left = visits - chosen.Sum(i => days[i].Visits);
        foreach (var i in chosen.OrderByDescending(i => visits * days[i].Weight / weight % 1).Take(left))
            days[i].Visits++;
    }
}
