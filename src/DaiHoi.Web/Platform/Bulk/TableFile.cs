using System.Text;
using System.Text.Unicode;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Platform.Bulk;

/// <summary>A row of a table as it stands in the file.</summary>
/// <param name="Number">as a spreadsheet counts</param>
public readonly record struct TableRow(int Number, string[] Cells);

/// <summary>A file that cannot be read as a table at all.</summary>
public sealed class TableException(string why, int row, params object?[] values) : Exception
{
    /// <summary>Its words in <c>Ui/Texts</c>.</summary>
    public string Why => why;
    public int Row => row;
    public object?[] Values => values;
}

/// <summary>The rows of a CSV or XLSX file, one after the other: a file of any size costs no more than its largest row.</summary>
public static class TableFile
{
    /// <summary>More is no organisation's field.</summary>
    public const int LongestField = 10_000;

    /// <summary>More is no row of any file that is read here.</summary>
    public const int LongestRecord = 20 * LongestField;

    /// <summary>More than every organisation of a country.</summary>
    public const int MostRows = 1_000_000;

    // Enough to tell how the rest is written.
    private const int Head = 256 * 1024;

    // A file in an old encoding is read as a whole, and is old: no such file is large.
    private const int LargestOld = 64 * 1024 * 1024;

    /// <summary>Reads to the end, or to the first row that is too much.</summary>
    /// <param name="encoding">how the bytes of CSV are to be read</param>
    /// <param name="readAs">told the encoding of a file from before Unicode</param>
    /// <exception cref="TableException">what it is, or where it breaks</exception>
    public static IEnumerable<TableRow> Rows(Stream file, EncodingChoice encoding, Action<string>? readAs = null)
    {
        Span<byte> begins = stackalloc byte[4];
        var read = file.ReadAtLeast(begins, 4, throwOnEndOfStream: false);
        file.Position = 0;
        if (read == 0)
            throw new TableException("import-empty", 0);
        return begins switch
        {
            [(byte)'P', (byte)'K', 3, 4] => XlsxTable.Rows(file),
            [0xD0, 0xCF, 0x11, 0xE0] => throw new TableException("import-xls", 0),
            _ => CsvTable.Rows(Text(file, encoding, readAs)),
        };
    }

    private static TextReader Text(Stream file, EncodingChoice encoding, Action<string>? readAs)
    {
        var head = new byte[Math.Min(Head, file.Length)];
        file.ReadExactly(head);
        file.Position = 0;
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return new StreamReader(file, Encoding.Unicode, detectEncodingFromByteOrderMarks: true);
        if (encoding is EncodingChoice.Auto or EncodingChoice.Utf8 && IsUtf8(file) && IsPlain(head, encoding))
            return new StreamReader(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        if (file.Length > LargestOld)
            throw new TableException("import-old-large", 0);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var reading = LegacyEncoding.Read(bytes, encoding);
        if (!reading.Decided)
            throw new TableException("import-encoding", 0, reading.Sample);
        if (reading.Encoding != "utf-8")
            readAs?.Invoke(reading.Encoding);
        return new StringReader(reading.Text);
    }

    // Old signs that a later program saved as UTF-8 are valid, and read as no Vietnamese.
    private static bool IsPlain(byte[] head, EncodingChoice encoding)
    {
        if (encoding == EncodingChoice.Utf8)
            return true;
        var cut = head.Length < Head ? head.Length : Math.Max(0, Array.LastIndexOf(head, (byte)'\n'));
        return LegacyEncoding.Read(head.AsSpan(0, cut), EncodingChoice.Auto).Encoding == "utf-8";
    }

    private static bool IsUtf8(Stream file)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        try
        {
            while (true)
            {
                var read = file.Read(buffer.AsSpan(kept));
                if (read == 0)
                    return kept == 0;
                var all = buffer.AsSpan(0, kept + read);
                // A letter may be cut at the end: its first bytes wait for the rest.
                var whole = all.Length;
                for (var back = 1; back <= Math.Min(3, all.Length); back++)
                {
                    if (all[^back] >= 0xC0)
                    {
                        whole = all.Length - back;
                        break;
                    }
                    if (all[^back] < 0x80)
                        break;
                }
                if (!Utf8.IsValid(all[..whole]))
                {
                    if (!Utf8.IsValid(all))
                        return false;
                    whole = all.Length;
                }
                kept = all.Length - whole;
                all[whole..].CopyTo(buffer);
            }
        }
        finally
        {
            file.Position = 0;
        }
    }
}
