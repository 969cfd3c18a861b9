using System.Runtime.InteropServices;

namespace DaiHoi.Documents.Pdf;

/// <summary>A colour, each part from 0 to 1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ink(double Red, double Green, double Blue)
{
    public static readonly Ink Black = new(0, 0, 0);
    public static readonly Ink White = new(1, 1, 1);
    public static readonly Ink Grey = new(0.45, 0.45, 0.45);

    /// <summary>The deep red of congress papers.</summary>
    public static readonly Ink DeepRed = new(0.66, 0.09, 0.11);
}
