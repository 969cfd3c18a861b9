using System.Buffers.Binary;

namespace DaiHoi.Web.Platform.Uploads;

/// <summary>Where a picture ends by its own format, whatever follows it in the file.</summary>
internal static class PictureEnd
{
    /// <returns>
    /// the place behind the last byte of the picture; where it does not say, the place from which nobody can tell, at most the
    /// length of the file
    /// </returns>
    public static int Of(ReadOnlySpan<byte> file)
    {
        var end =
            file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? OfJpeg(file)
            : file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? OfPng(file)
            : file.StartsWith("GIF8"u8) ? OfGif(file)
            : file.StartsWith("RIFF"u8) ? OfWebP(file)
            : OfBmp(file);
        return (int)Math.Clamp(end, 0, file.Length);
    }

    // A picture without its end mark is shown too; then all that follows the beginning of its last scan may be anything.
    private static long OfJpeg(ReadOnlySpan<byte> file)
    {
        var (at, scan) = (2, 2);
        while (at + 1 < file.Length)
        {
            if (file[at] != 0xFF)
                return scan;
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            at += 2;
            if (marker == 0xD9)
                return at;
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
                continue;
            if (at + 2 > file.Length)
                return scan;
            at += BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (marker != 0xDA)
                continue;
            scan = Math.Min(at, file.Length);
            at = NextMarker(file, scan);
        }
        return scan;
    }

    // In a scan FF 00 is a byte of it, and FF D0 … D7 only count its parts.
    private static int NextMarker(ReadOnlySpan<byte> file, int from)
    {
        for (var at = from; at < file.Length - 1; at++)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0)
                break;
            at += next;
            if (at + 1 < file.Length && file[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
        }
        return file.Length;
    }

    private static long OfPng(ReadOnlySpan<byte> file)
    {
        long at = 8;
        while (at + 12 <= file.Length)
        {
            var chunk = file[(int)at..];
            var next = at + 12 + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (next > file.Length)
                return at;
            at = next;
            if (chunk[4..].StartsWith("IEND"u8))
                break;
        }
        return at;
    }

    private static long OfGif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13)
            return 0;
        var at = 13 + TableOf(file[10]);
        while (at < file.Length)
        {
            switch (file[at])
            {
                case 0x3B:
                    return at + 1;
                case 0x21:
                    at += 2;
                    break;
                case 0x2C when at + 10 < file.Length:
                    at += 11 + TableOf(file[at + 9]);
                    break;
                default:
                    return at;
            }
            while (at < file.Length && file[at] > 0)
                at += 1 + file[at];
            at++;
        }
        return at;
    }

    private static int TableOf(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    // An odd number of bytes is followed by one that fills it up.
    private static long OfWebP(ReadOnlySpan<byte> file)
    {
        var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        return 8 + length + (length & 1);
    }

    // Its own length is believed only as far as its pixels reach: nothing else in the file would contradict it.
    private static long OfBmp(ReadOnlySpan<byte> file)
    {
        var claimed = (long)BinaryPrimitives.ReadUInt32LittleEndian(file[2..]);
        if (file.Length < 34 || BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) < 40)
            return claimed;
        var width = (long)BinaryPrimitives.ReadInt32LittleEndian(file[18..]);
        var height = Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[22..]));
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(file[28..]);
        var isPacked = BinaryPrimitives.ReadUInt32LittleEndian(file[30..]) is not (0 or 3);
        var pixels = BinaryPrimitives.ReadUInt32LittleEndian(file[10..]) + (((width * bits) + 31) / 32 * 4 * height);
        return isPacked ? claimed : pixels;
    }
}
