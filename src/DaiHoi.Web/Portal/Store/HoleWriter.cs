using System.Buffers.Text;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Portal.Store;

/// <summary>Writes the numbers that fill the holes, as bytes, without allocating.</summary>
internal static class HoleWriter
{
    /// <summary>No hole is longer than this.</summary>
    public const int Longest = 64;

    private const int OdometerDigits = 9;

    /// <summary>Fills one hole and answers the number of bytes.</summary>
    public static int Write(Span<byte> target, Hole hole, LiveNumbers numbers, long views) =>
        hole.Kind switch
        {
            HoleKind.Views => Grouped(target, views, hole.English),
            HoleKind.Odometer => Odometer(target, numbers.Odometer),
            HoleKind.Total => Grouped(target, numbers.Odometer, hole.English),
            HoleKind.Online => Grouped(target, numbers.Online, hole.English),
            HoleKind.Today => Grouped(target, numbers.Today, hole.English),
            HoleKind.Week => Grouped(target, numbers.Week, hole.English),
            HoleKind.Month => Grouped(target, numbers.Month, hole.English),
            HoleKind.Year => Grouped(target, numbers.Year, hole.English),
            _ => throw new InvalidOperationException(hole.Kind.ToString()),
        };

    /// <summary>The digits with a point (a comma in English) between groups of three.</summary>
    internal static int Grouped(Span<byte> target, long value, bool english)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(Math.Max(0, value), digits, out var count);
        var written = 0;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && (count - i) % 3 == 0)
                target[written++] = english ? (byte)',' : (byte)'.';
            target[written++] = digits[i];
        }
        return written;
    }

    /// <summary>Nine digits in one text; the leading zeros are marked so that they can be shown faint.</summary>
    internal static int Odometer(Span<byte> target, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(Math.Max(0, value), digits, out var count);
        var written = 0;
        var zeros = OdometerDigits - count;
        if (zeros > 0)
        {
            "<i>"u8.CopyTo(target);
            written = 3;
            target.Slice(written, zeros).Fill((byte)'0');
            written += zeros;
            "</i>"u8.CopyTo(target[written..]);
            written += 4;
        }
        digits[..count].CopyTo(target[written..]);
        return written + count;
    }
}
