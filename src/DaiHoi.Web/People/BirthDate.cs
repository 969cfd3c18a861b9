using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People;

/// <summary>How much of a date of birth is known. Papers of older people often name the year or the month alone.</summary>
public enum BirthKnown
{
    Day,
    Month,
    Year,
}

/// <summary>A date of birth as far as it is known.</summary>
/// <param name="First">the first day that it may be</param>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct BirthDate(DateOnly First, BirthKnown Known)
{
    /// <param name="typed">12/3/1970, 1970-03-12, 3/1970 or 1970; a spreadsheet adds midnight</param>
    /// <returns>null for nothing and for what is no date</returns>
    public static BirthDate? Of(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (TypedDay.Of(text) is { } day)
            return new(day, BirthKnown.Day);
        if (MonthAndYear().Match(text) is { Success: true } month)
            return Of(Number(month.Groups["y"]), Number(month.Groups["m"]));
        return YearAlone().IsMatch(text) && Of(int.Parse(text, CultureInfo.InvariantCulture), 1) is { } year
            ? year with
            {
                Known = BirthKnown.Year,
            }
            : null;
    }

    /// <summary>Whether both may be the same day.</summary>
    public bool MayBe(BirthDate other) =>
        First.Year == other.First.Year
        && (Known == BirthKnown.Year || other.Known == BirthKnown.Year || First.Month == other.First.Month)
        && (Known != BirthKnown.Day || other.Known != BirthKnown.Day || First.Day == other.First.Day);

    /// <summary>Full years on a day; from the year of birth alone where no more is known.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - First.Year;
        if (Known == BirthKnown.Year)
            return years;
        var birthday = (First.Month, Known == BirthKnown.Day ? First.Day : 1);
        return (day.Month, day.Day).CompareTo(birthday) < 0 ? years - 1 : years;
    }

    /// <summary>12/03/1970, 03/1970 or 1970, as <see cref="Of(string?)"/> reads it.</summary>
    public override string ToString() =>
        First.ToString(
            Known switch
            {
                BirthKnown.Day => "dd/MM/yyyy",
                BirthKnown.Month => "MM/yyyy",
                BirthKnown.Year => "yyyy",
                _ => throw new InvalidOperationException($"{Known}"),
            },
            CultureInfo.InvariantCulture
        );

    private static BirthDate? Of(int year, int month) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 ? new(new(year, month, 1), BirthKnown.Month) : null;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<m>[0-9]{1,2})[-/.](?<y>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^[0-9]{4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearAlone();
}
