namespace DaiHoi.Rules.Campaigns;

/// <summary>Which days are working days: Monday to Friday, without holidays, with the days worked in exchange.</summary>
/// <param name="Covers">the days for which holidays are known</param>
/// <param name="Holidays">days off besides weekends, with those moved to a Monday</param>
/// <param name="Worked">Saturdays and Sundays that are worked in exchange for another day</param>
/// <param name="Article">where it is written</param>
public sealed record HolidayCalendar(
    Period Covers,
    IReadOnlySet<DateOnly> Holidays,
    IReadOnlySet<DateOnly> Worked,
    Article Article
)
{
    public bool IsWorking(DateOnly day) =>
        Worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));

    /// <summary>The day that is so many working days after another. The first day counted is the next working day.</summary>
    /// <param name="day">not counted itself</param>
    /// <param name="days">working days, ≥ 0</param>
    public DateOnly After(DateOnly day, int days) => Walk(day, days, 1);

    /// <summary>The day that is so many working days before another. The first day counted is the working day before it.</summary>
    /// <param name="day">not counted itself</param>
    /// <param name="days">working days, ≥ 0</param>
    public DateOnly Before(DateOnly day, int days) => Walk(day, days, -1);

    private DateOnly Walk(DateOnly day, int days, int step)
    {
        while (days > 0)
        {
            day = day.AddDays(step);
            if (IsWorking(day))
                days--;
        }
        return day;
    }
}
