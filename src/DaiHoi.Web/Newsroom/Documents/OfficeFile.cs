using System.IO.Compression;
using System.Text;
using DaiHoi.Web.Platform.Uploads;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>
/// What an attachment of a document is, by its content, whatever its name says: a plain PDF, or a text or table of an office
/// program without macros. It is only ever saved by a reader, never shown as a page.
/// </summary>
internal static class OfficeFile
{
    /// <summary>A document with its scanned appendices.</summary>
    public const long Largest = 60 * 1024 * 1024;

    // A text with a thousand pictures has fewer parts, and needs fewer letters to say of what kind each is.
    private const int MostParts = 20_000;
    private const int LongestList = 4 * 1024 * 1024;
    private const string ListOfKinds = "[Content_Types].xml";

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
            return HoldsCode(zip) ? (null, OfficeRefusal.Macros) : (kind, null);
        }
        catch (InvalidDataException)
        {
            return (null, OfficeRefusal.Damaged);
        }
    }

    private static OfficeKind? KindOf(ZipArchive zip)
    {
        if (zip.GetEntry(ListOfKinds) is not null)
        {
            foreach (var (part, ending, contentType) in ByPart)
            {
                if (zip.GetEntry(part) is not null)
                    return new(ending, contentType);
            }
        }
        var mark = TextOf(zip, "mimetype").Trim();
        foreach (var (known, ending) in ByMark)
        {
            if (mark == known)
                return new(ending, known);
        }
        return null;
    }

    // Where the programs keep them: Microsoft's one file, the open formats' folders. A file of another name is told by its kind.
    private static bool HoldsCode(ZipArchive zip)
    {
        var kinds = TextOf(zip, ListOfKinds);
        return kinds.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || kinds.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || zip.Entries.Any(part =>
                part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                || part.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
                || part.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
            );
    }

    // What a part says of its length may be untrue: no more is unpacked than anybody writes.
    private static string TextOf(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } part)
            return "";
        using var reader = new StreamReader(part.Open());
        var text = new StringBuilder();
        var piece = new char[4096];
        while (reader.Read(piece) is > 0 and var read)
        {
            text.Append(piece, 0, read);
            if (text.Length > LongestList)
                throw new InvalidDataException(name);
        }
        return text.ToString();
    }
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
