using System.IO.Compression;
using DaiHoi.Web.Newsroom.Media;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>
/// What an attachment of a document is, by its content, whatever its name says: a plain PDF, or a text or table of an office
/// program without macros. It is only ever saved by a reader, never shown as a page.
/// </summary>
internal static class OfficeFile
{
    /// <summary>A document with its scanned appendices.</summary>
    public const long Largest = 60 * 1024 * 1024;

    // A text with a thousand pictures has fewer.
    private const int MostParts = 20_000;
    private const int LongestMark = 80;

    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly (string Part, string Ending, string ContentType)[] ByPart =
    [
        ("word/document.xml", ".docx", OpenXml + "wordprocessingml.document"),
        ("xl/workbook.xml", ".xlsx", OpenXml + "spreadsheetml.sheet"),
        ("ppt/presentation.xml", ".pptx", OpenXml + "presentationml.presentation"),
    ];

    private static readonly (string Mark, string Ending)[] ByMark =
    [
        (OpenDocument + "text", ".odt"),
        (OpenDocument + "spreadsheet", ".ods"),
        (OpenDocument + "presentation", ".odp"),
    ];

    /// <summary>What it is, or why it is not taken: exactly one of the two.</summary>
    public static (OfficeKind? Kind, OfficeRefusal? Refusal) Look(byte[] bytes)
    {
        if (PlainPdf.Begins(bytes))
            return PlainPdf.RefusalOf(bytes) is null ? (new(".pdf", "application/pdf"), null) : (null, OfficeRefusal.PdfNotPlain);
        if (!bytes.AsSpan().StartsWith("PK\x03\x04"u8))
            return (null, OfficeRefusal.OtherKind);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (zip.Entries.Count > MostParts)
                return (null, OfficeRefusal.Damaged);
            if (KindOf(zip) is not { } kind)
                return (null, OfficeRefusal.OtherKind);
            return zip.Entries.Any(part => HoldsCode(part.FullName)) ? (null, OfficeRefusal.Macros) : (kind, null);
        }
        catch (InvalidDataException)
        {
            return (null, OfficeRefusal.Damaged);
        }
    }

    private static OfficeKind? KindOf(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not null)
        {
            foreach (var (part, ending, contentType) in ByPart)
            {
                if (zip.GetEntry(part) is not null)
                    return new(ending, contentType);
            }
        }
        if (zip.GetEntry("mimetype") is not { Length: <= LongestMark } written)
            return null;
        using var reader = new StreamReader(written.Open());
        var mark = reader.ReadToEnd().Trim();
        foreach (var (known, ending) in ByMark)
        {
            if (mark == known)
                return new(ending, known);
        }
        return null;
    }

    // Where the programs keep them: Microsoft's one file, the open formats' folders.
    private static bool HoldsCode(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);
}

/// <param name="Ending">with which its name ends: ".docx"</param>
internal sealed record OfficeKind(string Ending, string ContentType);

/// <summary>Why an attachment was not taken.</summary>
internal enum OfficeRefusal
{
    /// <summary>Neither PDF nor DOCX, XLSX, PPTX, ODT, ODS, ODP; the older DOC and XLS, which may hide macros, are among them.</summary>
    OtherKind,

    /// <summary>Cut off, or not to be opened.</summary>
    Damaged,

    /// <summary>A program runs when somebody opens it.</summary>
    Macros,

    /// <summary>A PDF that acts, is locked, damaged or holds files: <see cref="PlainPdf"/>.</summary>
    PdfNotPlain,
}
