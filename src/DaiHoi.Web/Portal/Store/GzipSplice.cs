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

    /// <summary>Bytes before a stored block: its kind, its length, and that again inverted.</summary>
    private const int StoredHead = 5;

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
    /// <param name="target">
    /// as long as <see cref="LengthWith"/> says: in one piece, because asking a server for room again and again costs more
    /// than the writing
    /// </param>
    /// <param name="fillings">what fills the holes, one after another</param>
    /// <param name="lengths">how many bytes of it fill each hole; as many as there are holes</param>
    public void Write(Span<byte> target, ReadOnlySpan<byte> fillings, ReadOnlySpan<int> lengths)
    {
        var output = new Output(target);
        output.Put(Header);
        output.BeginRun();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Deflated)
                output.PutDeflated(pieces[i]);
            else
                output.PutInRun(pieces[i].Bytes);
            if (i == lengths.Length)
                break;
            output.PutInRun(fillings[..lengths[i]]);
            fillings = fillings[lengths[i]..];
        }
        output.EndRun();
        output.Put(End);
        output.PutTrailer();
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
                total += inRun == 0 ? 0 : inRun + StoredHead;
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
        return total + (inRun == 0 ? 0 : inRun + StoredHead);

        void Add(int bytes)
        {
            if (inRun + bytes > LongestRun)
            {
                total += inRun + StoredHead;
                inRun = 0;
            }
            inRun += bytes;
        }
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

    /// <summary>The stream as far as it is written. A run, holes and short parts that follow each other, is one stored block.</summary>
    private ref struct Output(Span<byte> target)
    {
        private readonly Span<byte> target = target;
        private int at;
        private int run;
        private uint crc;
        private uint size;

        public void Put(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(target[at..]);
            at += bytes.Length;
        }

        public void PutInRun(ReadOnlySpan<byte> bytes)
        {
            if (at - run + bytes.Length > LongestRun)
            {
                EndRun();
                BeginRun();
            }
            Put(bytes);
        }

        public void PutDeflated(Piece piece)
        {
            EndRun();
            Put(piece.Bytes);
            crc = Crc32.Combine(crc, piece.Crc, piece.Shift);
            size += (uint)piece.RawLength;
            BeginRun();
        }

        // Its head is written when it ends, and its length is known.
        public void BeginRun() => run = at += StoredHead;

        public void EndRun()
        {
            var head = target[(run - StoredHead)..];
            if (at == run)
            {
                at -= StoredHead;
                return;
            }
            head[0] = 0; // not the last, stored
            BinaryPrimitives.WriteUInt16LittleEndian(head[1..], (ushort)(at - run));
            BinaryPrimitives.WriteUInt16LittleEndian(head[3..], (ushort)~(at - run));
            crc = Crc32.Append(crc, target[run..at]);
            size += (uint)(at - run);
        }

        public readonly void PutTrailer()
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target[at..], crc);
            BinaryPrimitives.WriteUInt32LittleEndian(target[(at + 4)..], size);
        }
    }

    private sealed record Piece(byte[] Bytes, int RawLength, uint Crc, uint Shift)
    {
        public Piece(byte[] raw)
            : this(raw, -1, 0, 0) { }

        public bool Deflated => RawLength >= 0;
    }
}
