using System.Globalization;

namespace DaiHoi.Web.Platform.Text;

/// <summary>How people see dates and numbers. Every format that a reader meets is pinned here.</summary>
public static class Formats
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] Weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

    /// <summary>
    /// The portal's form of a moment: 04/03/2020 02:42 CH. SA is before noon, midnight is 12:05 SA; in English 04/03/2020 14:42.
    /// </summary>
    public static string Moment(DateTime site, bool english = false) =>
        english
            ? site.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)
            : site.ToString("dd/MM/yyyy hh:mm ", CultureInfo.InvariantCulture) + (site.Hour < 12 ? "SA" : "CH");

    /// <summary>04/03/2020</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>04/03, for lists that stand under a date of their own year.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <summary>Thứ Tư, 04/03/2020 — or, in English, Wednesday, 04/03/2020.</summary>
    public static string LongDay(DateOnly day, bool english = false) =>
        (english ? day.DayOfWeek.ToString() : Weekdays[(int)day.DayOfWeek]) + ", " + Day(day);

    /// <summary>1.757 in Vietnamese, 1,757 in English.</summary>
    public static string Number(long value, bool english = false) => value.ToString("N0", english ? English : Vietnamese);

    /// <summary>Nine digits with leading zeros: 000025819. A larger number is shown whole.</summary>
    public static string Odometer(long value) => value.ToString("D9", CultureInfo.InvariantCulture);
}
