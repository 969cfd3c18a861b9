using System.Data.Common;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Visits;

/// <summary>The sums that are shown, from the days and the adoptions in the database.</summary>
internal static class VisitSums
{
    // One row a day: the whole table is some thousand rows, read in a fraction of a millisecond. An adopted week is shown
    // in that week only, and so on.
    private const string Sums = """
        select
          cast(coalesce((select sum(visits) from visit_day), 0) + coalesce((select sum(odometer) from adoption), 0) as bigint),
          cast(coalesce((select visits from visit_day where day = @today), 0) as bigint),
          cast(coalesce((select sum(visits) from visit_day where day >= @monday and day < @next_monday), 0)
            + coalesce((select sum(week) from adoption where adopted_on >= @monday and adopted_on < @next_monday), 0) as bigint),
          cast(coalesce((select sum(visits) from visit_day where day >= @first and day < @next_first), 0)
            + coalesce((select sum(month) from adoption where adopted_on >= @first and adopted_on < @next_first), 0) as bigint),
          cast(coalesce((select sum(visits) from visit_day where day >= @new_year and day < @next_year), 0)
            + coalesce((select sum(year) from adoption where adopted_on >= @new_year and adopted_on < @next_year), 0) as bigint)
        """;

    /// <summary>The sums of the periods in which a day lies.</summary>
    public static async Task<PeriodSums> OnAsync(
        DateOnly day,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken stop
    )
    {
        var monday = PeriodSums.MondayOf(day);
        var first = new DateOnly(day.Year, day.Month, 1);
        var newYear = new DateOnly(day.Year, 1, 1);
        await using var command = Sql.Command(
            connection,
            Sums,
            ("today", day),
            ("monday", monday),
            ("next_monday", monday.AddDays(7)),
            ("first", first),
            ("next_first", first.AddMonths(1)),
            ("new_year", newYear),
            ("next_year", newYear.AddYears(1))
        );
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new(day, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));
    }
}
