using System.Buffers.Binary;

namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// The checksum of gzip (RFC 1952, polynomial 0xEDB88320) with what splicing needs: the checksum of two texts in a row
/// from those of each, by multiplication modulo the polynomial (Mark Adler's method in zlib's crc32_combine).
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Tables = MakeTables();

    /// <summary>Goes on from <paramref name="crc"/> (0 at the start) over more bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        // Eight bytes at once, each by a table of its own (Intel's slicing-by-8).
        var tables = Tables.AsSpan();
        crc = ~crc;
        while (bytes.Length >= 8)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc =
                tables[7 * 256 + (byte)word]
                ^ tables[6 * 256 + (byte)(word >> 8)]
                ^ tables[5 * 256 + (byte)(word >> 16)]
                ^ tables[4 * 256 + (byte)(word >> 24)]
                ^ tables[3 * 256 + (byte)(word >> 32)]
                ^ tables[2 * 256 + (byte)(word >> 40)]
                ^ tables[1 * 256 + (byte)(word >> 48)]
                ^ tables[(byte)(word >> 56)];
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
            crc = tables[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    /// <summary>What <see cref="Combine"/> needs to know of a second text: its length as a power of x.</summary>
    public static uint ShiftFor(long bytes)
    {
        // x^(8·bytes) mod P by squaring; bit 31 is x^0 in the reflected order.
        var result = 0x80000000u;
        var square = 0x00800000u; // x^8
        for (var n = bytes; n != 0; n >>= 1)
        {
            if ((n & 1) != 0)
                result = Multiply(result, square);
            square = Multiply(square, square);
        }
        return result;
    }

    /// <summary>The checksum of first + second, from theirs and the second's shift.</summary>
    public static uint Combine(uint first, uint second, uint shiftOfSecond) => Multiply(shiftOfSecond, first) ^ second;

    private static uint Multiply(uint a, uint b)
    {
        var product = 0u;
        while (a != 0)
        {
            // Without a branch: the bits are as good as random.
            product ^= b & (uint)((int)a >> 31);
            a <<= 1;
            b = (b >> 1) ^ (Polynomial & (uint)-(int)(b & 1));
        }
        return product;
    }

    // In the k-th of eight tables: what a byte does to the checksum once k more bytes have followed it.
    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0; i < tables.Length; i++)
        {
            var crc = i < 256 ? (uint)i : tables[i - 256];
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            tables[i] = crc;
        }
        return tables;
    }
}
