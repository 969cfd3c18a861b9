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

    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255];

    // An empty last block, fixed codes.
    private static ReadOnlySpan<byte> End => [0x03, 0x00];

    private readonly Piece[] pieces;

    public GzipSplice(byte[][] parts)
    {
        pieces = new Piece[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            pieces[i] = parts[i].Length < ShortPart ? new Piece(parts[i]) : Compress(parts[i]);
        Length = Header.Length + End.Length + 8 + pieces.Sum(piece => piece.Bytes.Length + 5);
    }

    /// <summary>About how many bytes go over the wire.</summary>
    public int Length { get; }

    /// <summary>Writes the whole stream.</summary>
    /// <param name="target">takes it</param>
    /// <param name="fillings">what fills the holes, one after another</param>
    /// <param name="lengths">how many bytes of it fill each hole; as many as there are holes</param>
    public void Write(IBufferWriter<byte> target, ReadOnlySpan<byte> fillings, ReadOnlySpan<int> lengths)
    {
        // One run: holes and short parts that follow each other. Stored blocks hold at most 65,535 bytes.
        Span<byte> run = stackalloc byte[(lengths.Length + 1) * (ShortPart + HoleWriter.Longest)];
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
                piece.Bytes.CopyTo(run[inRun..]);
                inRun += piece.Bytes.Length;
            }
            if (i == lengths.Length)
                break;
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
                inRun += pieces[i].Bytes.Length;
            }
            if (i < lengths.Length)
                inRun += lengths[i];
        }
        return total + (inRun == 0 ? 0 : inRun + 5);
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
