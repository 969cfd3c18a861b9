using System.Buffers.Text;
using System.Collections.Frozen;
using System.IO.Compression;

namespace DaiHoi.Web.Platform.Uploads;

/// <summary>
/// Whether a PDF is whole and only something to read. A picture is encoded anew; a PDF cannot be (a signature in it would be
/// lost), so what may do harm is refused, and the rest is served as a file to save, never as a page of the portal.
/// </summary>
/// <remarks>
/// It is looked through as bytes, not as a tree of objects: what one reader of PDF skips another one follows, and a name that
/// stands nowhere can be followed by none. A part in which names hide (an object stream) must be packed in the plain way.
/// </remarks>
public static class PlainPdf
{
    /// <summary>As many bytes as tell a PDF from anything else.</summary>
    public const int Beginning = 9;

    /// <summary>Half a gigabyte: a scan of 200 pages unpacks to less.</summary>
    public const long MostUnpacked = 512L * 1024 * 1024;

    private static readonly FrozenDictionary<string, PdfRefusal> Refused = new Dictionary<string, PdfRefusal>
    {
        ["Encrypt"] = PdfRefusal.Locked,
        ["JavaScript"] = PdfRefusal.Acts,
        ["Launch"] = PdfRefusal.Acts,
        ["SubmitForm"] = PdfRefusal.Acts,
        ["ImportData"] = PdfRefusal.Acts,
        ["Rendition"] = PdfRefusal.Acts,
        ["RichMedia"] = PdfRefusal.Acts,
        ["XFA"] = PdfRefusal.Acts,
        ["EmbeddedFile"] = PdfRefusal.HoldsFiles,
        ["EmbeddedFiles"] = PdfRefusal.HoldsFiles,
        ["GoToE"] = PdfRefusal.HoldsFiles,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Begins(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Beginning && bytes.StartsWith("%PDF-"u8) && char.IsAsciiDigit((char)bytes[5]);

    /// <returns>null where it is plain</returns>
    public static PdfRefusal? RefusalOf(byte[] pdf) =>
        !Begins(pdf) ? PdfRefusal.NotAPdf : ShapeOf(pdf) ?? PdfNames.FirstIn(pdf, Refused) ?? PackedIn(pdf);

    private static PdfRefusal? ShapeOf(ReadOnlySpan<byte> pdf)
    {
        var end = pdf.LastIndexOf("%%EOF"u8);
        if (end < 0)
            return PdfRefusal.Damaged;
        // A zip may have the end of the PDF as its comment: its directory stands in front of that, near the end.
        if (
            pdf[(end + 5)..].TrimStart(PdfNames.White).Length > 0
            || pdf[Math.Max(0, pdf.Length - 66_000)..].IndexOf("PK\x05\x06"u8) >= 0
        )
            return PdfRefusal.SomethingBehind;
        var start = pdf[..end].LastIndexOf("startxref"u8);
        if (start < 0 || !Utf8Parser.TryParse(pdf[(start + 9)..end].TrimStart(PdfNames.White), out long table, out _))
            return PdfRefusal.Damaged;
        if (table <= 0 || table >= start)
            return PdfRefusal.Damaged;
        var parts = pdf[(int)table..].TrimStart(PdfNames.White);
        return parts.StartsWith("xref"u8) || char.IsAsciiDigit((char)parts[0]) ? null : PdfRefusal.Damaged;
    }

    private static PdfRefusal? PackedIn(byte[] pdf)
    {
        var left = MostUnpacked;
        for (var at = 0; pdf.AsSpan(at).IndexOf("stream"u8) is >= 0 and var next; )
        {
            var keyword = at + next;
            at = keyword + "stream".Length;
            if (pdf.AsSpan(0, keyword).EndsWith("end"u8))
                continue;
            if (!PdfNames.AreInReach(pdf.AsSpan(0, keyword)))
                return PdfRefusal.TooDense;
            var body = at + pdf.AsSpan(at).IndexOfAnyExcept("\r\n"u8);
            if (body >= at && IsPacked(pdf.AsSpan(body)) && Unpacked(pdf, body, ref left) is { } refusal)
                return refusal;
        }
        return null;
    }

    // The two bytes with which zlib begins.
    private static bool IsPacked(ReadOnlySpan<byte> body) =>
        body.Length > 2 && (body[0] & 0x0F) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    private static PdfRefusal? Unpacked(byte[] pdf, int from, ref long left)
    {
        using var packed = new MemoryStream(pdf, from, pdf.Length - from, writable: false);
        using var stream = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        try
        {
            while (stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
            {
                left -= read;
                if (left < 0)
                    return PdfRefusal.TooDense;
                if (PdfNames.FirstIn(buffer.AsSpan(0, kept + read), Refused) is { } refusal)
                    return refusal;
                // A name may stand across two pieces.
                var end = Math.Min(PdfNames.LongestWritten, kept + read);
                buffer.AsSpan(kept + read - end, end).CopyTo(buffer);
                kept = end;
            }
        }
        catch (InvalidDataException)
        {
            // Not packed after all: other streams begin with such bytes too. They were looked through as they are.
        }
        return null;
    }
}
