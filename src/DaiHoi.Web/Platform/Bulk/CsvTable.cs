using CsvHelper;

namespace DaiHoi.Web.Platform.Bulk;

/// <summary>CSV with commas, semicolons or tabs, as its first line has it, and any line ends.</summary>
internal static class CsvTable
{
    private const int LongestHeading = 10_000;
    private const int MostColumns = 200;

    public static IEnumerable<TableRow> Rows(TextReader text)
    {
        using var peeked = new PeekedText(text, LongestHeading);
        var options = CsvReaderOptions.Default with
        {
            Separator = SeparatorOf(peeked.Begins),
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            // A quote that nobody closes does not swallow the file.
            MaxRecordSize = TableFile.LongestRecord,
            TrackLineNumbers = true,
        };
        using var reader = CsvReader.Create(peeked, options, leaveOpen: true);
        while (Next(reader))
        {
            var line = reader.LineNumber;
            if (line > TableFile.MostRows)
                throw new TableException("import-rows", TableFile.MostRows, TableFile.MostRows);
            var cells = new string[Math.Min(reader.FieldCount, MostColumns)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
                if (cells[i].Length > TableFile.LongestField)
                    throw new TableException("import-field-long", (int)line, TableFile.LongestField);
            }
            yield return new((int)line, cells);
        }
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException broken)
        {
            throw new TableException("import-quotes", (int)Math.Clamp(broken.LineNumber, 0, int.MaxValue));
        }
    }

    private static char SeparatorOf(string begins)
    {
        var line = begins.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0)
            line = line[..end];
        var (best, most) = (',', 0);
        foreach (var sign in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            if (line.Count(sign) > most)
                (best, most) = (sign, line.Count(sign));
        }
        return best;
    }

    /// <summary>A text whose beginning has been looked at.</summary>
    private sealed class PeekedText : TextReader
    {
        private readonly TextReader rest;
        private int given;

        public PeekedText(TextReader text, int length)
        {
            rest = text;
            var buffer = new char[length];
            var read = text.ReadBlock(buffer, 0, length);
            Begins = new string(buffer, 0, read);
        }

        public string Begins { get; }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }

        public override int Peek() => given < Begins.Length ? Begins[given] : rest.Peek();

        public override int Read() => given < Begins.Length ? Begins[given++] : rest.Read();

        public override int Read(char[] buffer, int index, int count)
        {
            if (given == Begins.Length)
                return rest.Read(buffer, index, count);
            var length = Math.Min(count, Begins.Length - given);
            Begins.CopyTo(given, buffer, index, length);
            given += length;
            return length;
        }
    }
}
