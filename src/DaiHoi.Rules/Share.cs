using System.Globalization;
using System.Runtime.InteropServices;

namespace DaiHoi.Rules;

/// <summary>A part of a whole as it is printed: per cent, half-up, two decimals. The exact fraction stays beside it.</summary>
/// <param name="Part">≥ 0</param>
/// <param name="Whole">≥ 0; of nothing every share is 0</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Share(long Part, long Whole)
{
    /// <summary>Hundredths of a per cent, half-up: 3333 for one of three.</summary>
    public long Hundredths => Whole == 0 ? 0 : ((Part * 20_000) + Whole) / (2 * Whole);

    /// <summary>33.33 — for files; people see the forms of their language.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hundredths / 100}.{Hundredths % 100:00}");
}
