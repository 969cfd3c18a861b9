using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// A page as gzip whose holes can still be filled. Each long part is compressed by itself, up to a flush that ends on a
/// byte; holes and the short parts between them travel as stored blocks; the checksum is put together from those of the
/// parts. So a live page costs no compression when it is served. (RFC 1951 section 3.2.4, RFC 1952.)
/// </summary>
internal sealed class GzipSplice
{
    /// <summary>Shorter parts than this are not worth a block of their own.</summary>
    private const int ShortPart = 192;

    /// <summary>A longer run of holes and short parts is written in several; a stored block holds at most 65,535 bytes.</summary>
    private const int LongestRun = 32 * 1024;

    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255];

    // An empty last block, fixed codes.
    private static ReadOnlySpan<byte> End => [0x03, 0x00];

    private readonly Piece[] pieces;

    public GzipSplice(byte[][] parts)
    {
        pieces = new Piece[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            pieces[i] = parts[i].Length < ShortPart ? new Piece(parts[i]) : Compress(parts[i]);
    }

    /// <summary>Writes the whole stream.</summary>
    /// <param name="target">takes it</param>
    /// <param name="fillings">what fills the holes, one after another</param>
    /// <param name="lengths">how many bytes of it fill each hole; as many as there are holes</param>
    public void Write(IBufferWriter<byte> target, ReadOnlySpan<byte> fillings, ReadOnlySpan<int> lengths)
    {
        // One run: holes and short parts that follow each other.
        Span<byte> run = stackalloc byte[Math.Min((lengths.Length + 1) * (ShortPart + HoleWriter.Longest), LongestRun)];
        var inRun = 0;
        uint crc = 0;
        uint size = 0;
        target.Write(Header);
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            if (piece.Deflated)
            {
                crc = FlushRun(target, run[..inRun], crc);
                size += (uint)inRun;
                inRun = 0;
                target.Write(piece.Bytes);
                crc = Crc32.Combine(crc, piece.Crc, piece.Shift);
                size += (uint)piece.RawLength;
            }
            else
            {
                crc = MakeRoom(target, run, ref inRun, piece.Bytes.Length, crc, ref size);
                piece.Bytes.CopyTo(run[inRun..]);
                inRun += piece.Bytes.Length;
            }
            if (i == lengths.Length)
                break;
            crc = MakeRoom(target, run, ref inRun, lengths[i], crc, ref size);
            fillings[..lengths[i]].CopyTo(run[inRun..]);
            inRun += lengths[i];
            fillings = fillings[lengths[i]..];
        }
        crc = FlushRun(target, run[..inRun], crc);
        size += (uint)inRun;
        target.Write(End);
        var trailer = target.GetSpan(8);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], size);
        target.Advance(8);
    }

    /// <summary>The exact number of bytes that <see cref="Write"/> will write.</summary>
    public int LengthWith(ReadOnlySpan<int> lengths)
    {
        var total = Header.Length + End.Length + 8;
        var inRun = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Deflated)
            {
                total += inRun == 0 ? 0 : inRun + 5;
                inRun = 0;
                total += pieces[i].Bytes.Length;
            }
            else
            {
                Add(pieces[i].Bytes.Length);
            }
            if (i < lengths.Length)
                Add(lengths[i]);
        }
        return total + (inRun == 0 ? 0 : inRun + 5);

        void Add(int bytes)
        {
            if (inRun + bytes > LongestRun)
            {
                total += inRun + 5;
                inRun = 0;
            }
            inRun += bytes;
        }
    }

    private static uint MakeRoom(
        IBufferWriter<byte> target,
        ReadOnlySpan<byte> run,
        ref int inRun,
        int needed,
        uint crc,
        ref uint size
    )
    {
        if (inRun + needed <= run.Length)
            return crc;
        crc = FlushRun(target, run[..inRun], crc);
        size += (uint)inRun;
        inRun = 0;
        return crc;
    }

    private static uint FlushRun(IBufferWriter<byte> target, ReadOnlySpan<byte> run, uint crc)
    {
        if (run.IsEmpty)
            return crc;
        var block = target.GetSpan(5);
        block[0] = 0; // not the last, stored
        BinaryPrimitives.WriteUInt16LittleEndian(block[1..], (ushort)run.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(block[3..], (ushort)~run.Length);
        target.Advance(5);
        target.Write(run);
        return Crc32.Append(crc, run);
    }

    private static Piece Compress(byte[] part)
    {
        using var memory = new MemoryStream(part.Length / 3);
        using var deflate = new DeflateStream(memory, CompressionLevel.SmallestSize, leaveOpen: true);
        deflate.Write(part);
        deflate.Flush();
        // Taken before the stream is closed: closing would write a last block.
        return new Piece(memory.ToArray(), part.Length, Crc32.Append(0, part), Crc32.ShiftFor(part.Length));
    }

    private sealed record Piece(byte[] Bytes, int RawLength, uint Crc, uint Shift)
    {
        public Piece(byte[] raw)
            : this(raw, -1, 0, 0) { }

        public bool Deflated => RawLength >= 0;
    }
}
