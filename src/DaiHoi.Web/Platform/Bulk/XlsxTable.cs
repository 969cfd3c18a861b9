using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace DaiHoi.Web.Platform.Bulk;

/// <summary>The first sheet of an XLSX file. Of a formula stands what it came to when the file was saved.</summary>
internal static class XlsxTable
{
    // A million rows unpack to less; a bomb does not.
    private const long LargestUnpacked = 1024L * 1024 * 1024;
    private const int MostParts = 1_000;
    private const int MostColumns = 200;

    public static IEnumerable<TableRow> Rows(Stream file)
    {
        Weigh(file);
        file.Position = 0;
        var rows = Open(file);
        var number = 0;
        while (true)
        {
            string[] cells;
            try
            {
                if (!rows.MoveNext())
                    break;
                number++;
                var row = (IDictionary<string, object?>)rows.Current;
                cells = [.. row.Values.Take(MostColumns).Select(Written)];
            }
            catch (Exception problem) when (problem is not (OperationCanceledException or OutOfMemoryException or TableException))
            {
                // Whatever the library trips over, it is the file that is damaged.
                throw new TableException("import-broken", number);
            }
            if (number > TableFile.MostRows)
                throw new TableException("import-rows", number, TableFile.MostRows);
            if (Array.Exists(cells, cell => cell.Length > TableFile.LongestField))
                throw new TableException("import-field-long", number, TableFile.LongestField);
            yield return new(number, cells);
        }
        rows.Dispose();
    }

    private static IEnumerator<object> Open(Stream file)
    {
        try
        {
            return MiniExcel.Query(file, useHeaderRow: false, excelType: ExcelType.XLSX).GetEnumerator();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new TableException("import-broken", 0);
        }
    }

    // What the parts say of their own size is not believed.
    private static void Weigh(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts)
                throw new TableException("import-bomb", 0);
            long weight = 0;
            var buffer = new byte[1 << 16];
            foreach (var part in zip.Entries)
            {
                using var unpacked = part.Open();
                int read;
                while ((read = unpacked.Read(buffer)) > 0)
                {
                    if ((weight += read) > LargestUnpacked)
                        throw new TableException("import-bomb", 0);
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new TableException("import-broken", 0);
        }
    }

    private static string Written(object? cell) =>
        cell switch
        {
            null => "",
            string text => text,
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };
}
