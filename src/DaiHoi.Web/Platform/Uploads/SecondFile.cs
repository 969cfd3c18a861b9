using System.Buffers.Binary;
using System.Text;

namespace DaiHoi.Web.Platform.Uploads;

/// <summary>
/// Whether a picture is a file of another kind as well: a page, a PDF, an archive or a program behind its own end, or a file
/// that begins as two kinds at once or is read as an archive from its end. Nothing of it would be served, as pictures are
/// written anew; but nobody brings such a file by accident, and who does is told.
/// </summary>
/// <remarks>
/// What telephones and cameras leave behind a picture is none of these and is taken: zeros, a second picture (MPF, gain map), a
/// film of two seconds, data of the maker. Words in a comment or in EXIF, <c>&lt;script&gt;</c> too, are taken as well: no
/// program reads a picture from its middle as a page, and a caption may speak of a script
/// (<c>docs/decisions/0009-pictures-that-are-two-files.md</c>).
/// </remarks>
internal static class SecondFile
{
    /// <summary>Readers of PDF look for its beginning so far into a file.</summary>
    private const int PdfBegins = 1024;

    private const int ArchiveEnd = 22;

    // At least five signs each, so that a film of some megabytes does not hold one by chance.
    private static readonly string[] Markup =
    [
        "<html",
        "<script",
        "<!doctype",
        "<iframe",
        "<body",
        "<object",
        "<embed",
        "<svg ",
        "<svg>",
        "<?php",
    ];

    private static readonly byte[][] Programs =
    [
        .. Beginnings(
            "Rar!\u001A\u0007",
            "7z\u00BC\u00AF\u0027\u001C",
            "\u00FD7zXZ\0",
            "MSCF\0\0\0\0",
            "{\\rtf1",
            "ITSF\u0003\0\0\0"
        ),
        .. Beginnings("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "#!/bin/", "#!/usr/", "\u007FELF\u0001\u0001\u0001"),
        .. Beginnings("\u007FELF\u0001\u0002\u0001", "\u007FELF\u0002\u0001\u0001", "\u007FELF\u0002\u0002\u0001"),
        .. Beginnings(
            "\u00CF\u00FA\u00ED\u00FE\a\0\0\u0001",
            "\u00CF\u00FA\u00ED\u00FE\f\0\0\u0001",
            "\u00CA\u00FE\u00BA\u00BE\0\0\0"
        ),
    ];

    /// <param name="picture">one that can be decoded, whole</param>
    public static bool LiesIn(ReadOnlySpan<byte> picture)
    {
        var tail = picture[PictureEnd.Of(picture)..];
        return BeginsTwice(picture)
            || EndsAsArchive(picture)
            || tail.IndexOf("%PDF-"u8) >= 0
            || HasMarkup(tail)
            || HasProgram(tail);
    }

    private static bool BeginsTwice(ReadOnlySpan<byte> picture) =>
        picture[..Math.Min(picture.Length, PdfBegins)].IndexOf("%PDF-"u8) >= 0 || BeginsAsScript(picture);

    // GIF89a/* … */=1 and its like are a picture and a script: a comment that begins where a length or a width stands, and that
    // somewhere ends before a sign that goes on with the script. By chance one photograph in a hundred thousand.
    private static bool BeginsAsScript(ReadOnlySpan<byte> picture)
    {
        var signature =
            picture.StartsWith("GIF8"u8) ? 6
            : picture.StartsWith("BM"u8) ? 2
            : 4;
        if (!picture[signature..].StartsWith("/*"u8))
            return false;
        for (var at = signature + 2; ; at += 2)
        {
            var next = picture[at..].IndexOf("*/"u8);
            if (next < 0)
                return false;
            at += next;
            if (at + 2 < picture.Length && "=;+(.,\n"u8.Contains(picture[at + 2]))
                return true;
        }
    }

    // An archive is found from its end, by where its list of files stands: exactly, so no photograph is one by chance.
    private static bool EndsAsArchive(ReadOnlySpan<byte> picture)
    {
        var from = Math.Max(0, picture.Length - ArchiveEnd - ushort.MaxValue);
        for (var at = from; ; at++)
        {
            var next = picture[at..].IndexOf("PK\u0005\u0006"u8);
            if (next < 0 || at + next + ArchiveEnd > picture.Length)
                return false;
            at += next;
            if (at >= 20 && picture[(at - 20)..].StartsWith("PK\u0006\u0007"u8))
                return true;
            var list = at - (long)BinaryPrimitives.ReadUInt32LittleEndian(picture[(at + 12)..]);
            if (list >= 0 && list < at && picture[(int)list..].StartsWith("PK\u0001\u0002"u8))
                return true;
        }
    }

    private static bool HasMarkup(ReadOnlySpan<byte> tail)
    {
        for (var at = 0; ; at++)
        {
            var next = tail[at..].IndexOf((byte)'<');
            if (next < 0)
                return false;
            at += next;
            foreach (var markup in Markup)
            {
                if (at + markup.Length <= tail.Length && Ascii.EqualsIgnoreCase(tail.Slice(at, markup.Length), markup))
                    return true;
            }
        }
    }

    private static bool HasProgram(ReadOnlySpan<byte> tail)
    {
        foreach (var beginning in Programs)
        {
            if (tail.IndexOf(beginning) >= 0)
                return true;
        }
        // A program of Windows: two letters, and where they point, four more.
        for (var at = 0; ; at++)
        {
            var next = tail[at..].IndexOf("MZ"u8);
            if (next < 0 || at + next + 0x40 > tail.Length)
                return false;
            at += next;
            var head = BinaryPrimitives.ReadUInt32LittleEndian(tail[(at + 0x3C)..]);
            if (at + (long)head + 4 <= tail.Length && tail[(at + (int)head)..].StartsWith("PE\0\0"u8))
                return true;
        }
    }

    private static IEnumerable<byte[]> Beginnings(params string[] signs) => signs.Select(Encoding.Latin1.GetBytes);
}
