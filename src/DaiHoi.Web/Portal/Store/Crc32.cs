namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// The checksum of gzip (RFC 1952, polynomial 0xEDB88320) with what splicing needs: the checksum of two texts in a row
/// from those of each, by multiplication modulo the polynomial (Mark Adler's method in zlib's crc32_combine).
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[][] Tables = MakeTables();

    /// <summary>Goes on from <paramref name="crc"/> (0 at the start) over more bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var (t0, t1, t2, t3) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        crc = ~crc;
        while (bytes.Length >= 4)
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = t3[crc & 0xFF] ^ t2[(crc >> 8) & 0xFF] ^ t1[(crc >> 16) & 0xFF] ^ t0[crc >> 24];
            bytes = bytes[4..];
        }
        foreach (var b in bytes)
            crc = t0[(crc ^ b) & 0xFF] ^ (crc >> 8);
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

    private static uint[][] MakeTables()
    {
        var tables = new uint[4][];
        for (var k = 0; k < 4; k++)
        {
            tables[k] = new uint[256];
            for (var i = 0; i < 256; i++)
            {
                var crc = k == 0 ? (uint)i : tables[k - 1][i];
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
                tables[k][i] = crc;
            }
        }
        return tables;
    }
}
