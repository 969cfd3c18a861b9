using System.Runtime.InteropServices;

namespace DaiHoi.Rules;

/// <summary>
/// A share as a regulation names it, 1/2 or 30/100: kept whole and compared by multiplication, so that nothing is rounded
/// before it is decided.
/// </summary>
/// <param name="Numerator">≥ 0</param>
/// <param name="Denominator">&gt; 0</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Fraction(long Numerator, long Denominator)
{
    /// <summary>Whether the part is strictly more than this share of the whole.</summary>
    public bool IsExceededBy(long part, long whole) => part * Denominator > whole * Numerator;

    /// <summary>Whether the part is at least this share of the whole.</summary>
    public bool IsReachedBy(long part, long whole) => part * Denominator >= whole * Numerator;

    /// <summary>The least whole number that is strictly more than this share of the whole.</summary>
    public long LeastAbove(long whole) => (whole * Numerator / Denominator) + 1;

    /// <summary>The least whole number that is at least this share of the whole.</summary>
    public long LeastOf(long whole) => ((whole * Numerator) + Denominator - 1) / Denominator;

    /// <summary>The greatest whole number that is at most this share of the whole.</summary>
    public long MostOf(long whole) => whole * Numerator / Denominator;

    /// <summary>1/2 where the denominator is no hundred, else 30%.</summary>
    public override string ToString() => Denominator == 100 ? $"{Numerator}%" : $"{Numerator}/{Denominator}";
}
