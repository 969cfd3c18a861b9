using System.Globalization;
using System.Runtime.InteropServices;

namespace DaiHoi.Rules;

/// <summary>A part of a whole as it is printed, in per cent; the exact fraction stays beside it.</summary>
/// <param name="Part">≥ 0</param>
/// <param name="Whole">≥ 0; of nothing every share is 0</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Share(long Part, long Whole)
{
    /// <summary>Hundredths of a per cent, half-up: 3333 for one of three.</summary>
    public long Hundredths => Rounded(2, Rounding.HalfUp);

    /// <summary>The per cents as a whole number of the last decimal: 33333 for one of three with three decimals.</summary>
    /// <param name="decimals">0 to 4</param>
    /// <param name="rounding">of the last decimal</param>
    public long Rounded(int decimals, Rounding rounding)
    {
        if (Whole == 0)
            return 0;
        var scaled = Part * 100 * PowerOfTen(decimals);
        return rounding switch
        {
            Rounding.HalfUp => ((scaled * 2) + Whole) / (2 * Whole),
            Rounding.Down => scaled / Whole,
            _ => throw new InvalidOperationException(rounding.ToString()),
        };
    }

    /// <summary>33.33 — for files; people see the forms of their language.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hundredths / 100}.{Hundredths % 100:00}");

    internal static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--)
            power *= 10;
        return power;
    }
}

/// <summary>What becomes of what is left after the last decimal.</summary>
public enum Rounding
{
    /// <summary>a half or more counts as one</summary>
    HalfUp,

    /// <summary>it is left out</summary>
    Down,
}
