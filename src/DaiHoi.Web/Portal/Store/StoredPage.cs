using System.IO.Compression;
using System.Text;

namespace DaiHoi.Web.Portal.Store;

/// <summary>A page rendered once: bytes that do not change, with holes between them.</summary>
internal sealed class StoredPage
{
    private GzipSplice? gzip;

    /// <summary>Takes rendered text apart at its holes.</summary>
    public StoredPage(string text, string contentType, PageTerms terms)
    {
        ContentType = contentType;
        Terms = terms;
        (Parts, Holes) = TakeApart(text);
        Length = Parts.Sum(part => part.Length);
        Hash = Parts.Aggregate((ulong)Length, (hash, part) => (hash * 0x9E3779B97F4A7C15) ^ Fnv(part));
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
    public GzipSplice Gzip => gzip ??= new GzipSplice(Parts, Effort);

    /// <summary>How hard it is compressed: little where it is served once, much where it is kept and read often.</summary>
    public CompressionLevel Effort { get; set; } = CompressionLevel.Fastest;

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

    private static (byte[][], Hole[]) TakeApart(string text)
    {
        var parts = new List<byte[]>();
        var holes = new List<Hole>();
        var at = 0;
        while (text.IndexOf(Hole.Begin, at) is var begin and >= 0)
        {
            var end = text.IndexOf(Hole.End, begin);
            parts.Add(Encoding.UTF8.GetBytes(text, at, begin - at));
            holes.Add(Hole.Read(text.AsSpan(begin + 1, end - begin - 1)));
            at = end + 1;
        }
        parts.Add(Encoding.UTF8.GetBytes(text, at, text.Length - at));
        return ([.. parts], [.. holes]);
    }

    private static ulong Fnv(byte[] bytes)
    {
        var hash = 0xCBF29CE484222325ul;
        foreach (var b in bytes)
            hash = (hash ^ b) * 0x100000001B3;
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
