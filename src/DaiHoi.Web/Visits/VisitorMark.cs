using System.Buffers.Binary;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace DaiHoi.Web.Visits;

/// <summary>
/// The salts under which visitors are known. That of the day before is kept for the first half hour of a day; that of
/// browsers only shortens the name of a browser, and nothing made with it alone is kept.
/// </summary>
internal sealed record Salts(Salt Browser, Salt Present, Salt? Before)
{
    public static Salts New() => new(Salt.New(), Salt.New(), null);

    public Salts NextDay() => new(Browser, Salt.New(), Present);

    public Salts WithoutBefore() => this with { Before = null };
}

/// <summary>What tells one visitor from another during a request: address, browser and languages. It is never kept.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct VisitorMark
{
    // Longer ones are cut, so that nobody makes a request dear by a long header.
    private const int LongestHeader = 512;

    private readonly ulong addressHigh;
    private readonly ulong addressLow;
    private readonly ulong browser;
    private readonly ulong languages;

    public VisitorMark(IPAddress? address, ulong browser, ulong languages)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (address is not null && address.TryWriteBytes(bytes, out var length) && length == 4)
        {
            // As IPv6 writes it, so that a visitor is the same on a socket of either kind: ::ffff:192.0.2.1
            bytes[..4].CopyTo(bytes[12..]);
            bytes[..10].Clear();
            bytes[10] = bytes[11] = 0xff;
        }
        addressHigh = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        addressLow = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        this.browser = browser;
        this.languages = languages;
    }

    /// <summary>The key of the visitor under a salt.</summary>
    public ulong Under(Salt salt) => SipHash.Of(salt, MemoryMarshal.AsBytes(new ReadOnlySpan<VisitorMark>(in this)));

    /// <summary>A header in 64 bits.</summary>
    [SkipLocalsInit]
    public static ulong Shorten(Salt salt, string header)
    {
        Span<byte> bytes = stackalloc byte[LongestHeader * 3];
        var text = header.AsSpan(0, Math.Min(header.Length, LongestHeader));
        return SipHash.Of(salt, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>The part of a header that counts.</summary>
    public static string Cut(string header) => header.Length <= LongestHeader ? header : header[..LongestHeader];
}
