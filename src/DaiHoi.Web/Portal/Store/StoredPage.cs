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
    public GzipSplice Gzip => gzip ??= new GzipSplice(Parts);

    /// <summary>When it was last served, in ticks of a coarse clock: who is oldest goes first when room is short.</summary>
    public long LastServed { get; set; }

    /// <summary>About what it takes: a quarter more for the compressed copy. Always the same, so that it can be given back.</summary>
    public int BytesKept => Length + Length / 4 + 512;

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
