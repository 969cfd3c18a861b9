using System.Globalization;

namespace DaiHoi.Rules;

/// <summary>Numbers, per cents and days as each language writes them in running text.</summary>
internal static class Say
{
    private static string[] Months =>
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];

    public static string En(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Vi(long number) => En(number).Replace(',', '.');

    public static string En(Share share, int decimals, Rounding rounding) =>
        $"{En(share.Rounded(decimals, rounding) / Share.PowerOfTen(decimals))}{Decimals(share, decimals, rounding, '.')}%";

    public static string Vi(Share share, int decimals, Rounding rounding) =>
        $"{Vi(share.Rounded(decimals, rounding) / Share.PowerOfTen(decimals))}{Decimals(share, decimals, rounding, ',')}%";

    public static string En(Share share) => En(share, 2, Rounding.HalfUp);

    public static string Vi(Share share) => Vi(share, 2, Rounding.HalfUp);

    /// <summary>9 June 2014</summary>
    public static string En(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year:0000}");

    /// <summary>09/6/2014: a zero before days 1–9 and months 1–2, as offices write it.</summary>
    public static string Vi(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{(day.Month < 3 ? "0" : "")}{day.Month}/{day.Year:0000}");

    /// <summary>September 1965</summary>
    public static string MonthEn(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Months[day.Month - 1]} {day.Year:0000}");

    /// <summary>9/1965, 02/1965</summary>
    public static string MonthVi(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(day.Month < 3 ? "0" : "")}{day.Month}/{day.Year:0000}");

    /// <summary>"1 ballot", "2 ballots".</summary>
    public static string En(long number, string one) => number == 1 ? $"1 {one}" : $"{En(number)} {one}s";

    public static string Vi(Fraction fraction) => fraction == new Fraction(1, 2) ? "một phần hai (1/2)" : fraction.ToString();

    public static string En(Fraction fraction) => fraction == new Fraction(1, 2) ? "half" : fraction.ToString();

    private static string Decimals(Share share, int decimals, Rounding rounding, char mark) =>
        decimals == 0
            ? ""
            : mark
                + (share.Rounded(decimals, rounding) % Share.PowerOfTen(decimals)).ToString(
                    $"D{decimals}",
                    CultureInfo.InvariantCulture
                );
}
