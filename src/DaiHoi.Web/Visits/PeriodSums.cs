using System.Runtime.InteropServices;

namespace DaiHoi.Web.Visits;

/// <summary>Visits in all and of the periods in which a day lies: that day, its week from Monday, its month, its year.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PeriodSums(DateOnly On, long Odometer, long Today, long Week, long Month, long Year)
{
    /// <summary>The same on a later day: the periods that have ended begin at nothing.</summary>
    public PeriodSums At(DateOnly day) =>
        new(
            day,
            Odometer,
            day == On ? Today : 0,
            SameWeek(day, On) ? Week : 0,
            SameMonth(day, On) ? Month : 0,
            day.Year == On.Year ? Year : 0
        );

    /// <summary>With visits that began on some day.</summary>
    public PeriodSums Plus(DateOnly began, long visits) =>
        this with
        {
            Odometer = Odometer + visits,
            Today = Today + (began == On ? visits : 0),
            Week = Week + (SameWeek(began, On) ? visits : 0),
            Month = Month + (SameMonth(began, On) ? visits : 0),
            Year = Year + (began.Year == On.Year ? visits : 0),
        };

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => DateOnly.FromDayNumber(day.DayNumber / 7 * 7);

    // Day number 0, 1 January of the year 1, is a Monday.
    private static bool SameWeek(DateOnly a, DateOnly b) => a.DayNumber / 7 == b.DayNumber / 7;

    private static bool SameMonth(DateOnly a, DateOnly b) => a.Year == b.Year && a.Month == b.Month;
}
