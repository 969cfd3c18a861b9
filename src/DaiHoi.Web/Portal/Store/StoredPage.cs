using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace DaiHoi.Web.Portal.Store;

/// <summary>A page rendered once: bytes that do not change, with holes between them.</summary>
internal sealed class StoredPage
{
    private const ulong Prime = 0x100000001B3;

    private GzipSplice? gzip;
    private volatile bool isKept;

    /// <summary>Takes rendered text apart at its holes.</summary>
    /// <param name="text">in UTF-8</param>
    public StoredPage(ReadOnlySpan<byte> text, string contentType, PageTerms terms)
    {
        ContentType = contentType;
        Terms = terms;
        (Parts, Holes) = TakeApart(text);
        Length = Parts.Sum(part => part.Length);
        Hash = Parts.Aggregate((ulong)Length, (hash, part) => (hash * 0x9E3779B97F4A7C15) ^ HashOf(part));
    }

    public string ContentType { get; }
    public PageTerms Terms { get; }

    /// <summary>One more than there are holes.</summary>
    public byte[][] Parts { get; }
    public Hole[] Holes { get; }

    /// <summary>Of the parts together, without what fills the holes.</summary>
    public int Length { get; }

    /// <summary>Of the parts: the fixed half of the ETag.</summary>
    public ulong Hash { get; }

    /// <summary>The same page for clients that take gzip; made when the first asks.</summary>
    public GzipSplice Gzip => gzip ??= new GzipSplice(Parts);

    /// <summary>It is for many readers: set by the store once it has taken the page in.</summary>
    public bool IsKept
    {
        get => isKept;
        set => isKept = value;
    }

    /// <summary>When it was last served, in ticks of a coarse clock: who is oldest goes first when room is short.</summary>
    public long LastServed { get; set; }

    /// <summary>About what it takes: a quarter more for the compressed copy. Always the same, so that it can be given back.</summary>
    public int BytesKept => Length + Length / 4 + 512;

    /// <summary>Writes the page as it is.</summary>
    /// <param name="target">takes it all: <see cref="Length"/> and the fillings</param>
    /// <param name="fillings">what fills the holes, one after another</param>
    /// <param name="lengths">how many bytes of it fill each hole; as many as there are holes</param>
    public void WritePlain(Span<byte> target, ReadOnlySpan<byte> fillings, ReadOnlySpan<int> lengths)
    {
        for (var i = 0; i < Parts.Length; i++)
        {
            Parts[i].CopyTo(target);
            target = target[Parts[i].Length..];
            if (i == lengths.Length)
                break;
            fillings[..lengths[i]].CopyTo(target);
            target = target[lengths[i]..];
            fillings = fillings[lengths[i]..];
        }
    }

    /// <summary>The page with its holes filled, as gzip: quickly made, for one reader.</summary>
    /// <param name="fillings">what fills the holes, one after another</param>
    /// <param name="lengths">how many bytes of it fill each hole; as many as there are holes</param>
    public byte[] PackOnce(ReadOnlySpan<byte> fillings, ReadOnlySpan<int> lengths)
    {
        var length = Length + fillings.Length;
        var plain = ArrayPool<byte>.Shared.Rent(length);
        WritePlain(plain, fillings, lengths);
        using var packed = new MemoryStream(length / 4);
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(plain, 0, length);
        ArrayPool<byte>.Shared.Return(plain);
        return packed.ToArray();
    }

    // A mark that says nothing is left out: the page is more than one number in it.
    private static (byte[][], Hole[]) TakeApart(ReadOnlySpan<byte> text)
    {
        var parts = new List<byte[]>();
        var holes = new List<Hole>();
        var part = new ArrayBufferWriter<byte>(Math.Max(text.Length, 1));
        while (text.IndexOf(Hole.BeginBytes) is var begin and >= 0)
        {
            part.Write(text[..begin]);
            text = text[(begin + Hole.BeginBytes.Length)..];
            var end = text.IndexOf(Hole.EndBytes);
            if (end < 0 || !Hole.TryRead(text[..end], out var hole))
                continue;
            text = text[(end + Hole.EndBytes.Length)..];
            parts.Add(part.WrittenSpan.ToArray());
            part.ResetWrittenCount();
            holes.Add(hole);
        }
        part.Write(text);
        parts.Add(part.WrittenSpan.ToArray());
        return ([.. parts], [.. holes]);
    }

    // FNV-1a over words of eight bytes, turned in between, or their high bits would never reach the low ones.
    private static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325ul;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Prime, 29);
        foreach (var b in bytes)
            hash = (hash ^ b) * Prime;
        return hash;
    }
}

/// <summary>On what terms a page may be kept, as it declares itself while it is rendered.</summary>
/// <param name="Keys">what it shows, in the words of the change feed; a change of any of them ends it</param>
/// <param name="Until">the instant (UTC) at which it is wrong by itself: the end of the site's day that it names</param>
/// <param name="Article">whose view a reading counts as; 0 for other pages</param>
/// <param name="Counted">a reading is a page view</param>
internal sealed record PageTerms(IReadOnlyList<string> Keys, DateTime Until, long Article = 0, bool Counted = true)
{
    /// <summary>Rendered for one reader and not kept, but counted.</summary>
    public static PageTerms NotKept { get; } = new([], DateTime.MinValue);

    public bool MayBeKept => Keys.Count > 0;
}
