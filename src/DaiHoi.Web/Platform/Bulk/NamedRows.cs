using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Platform.Bulk;

/// <summary>A row of a file whose columns have names, as it is written.</summary>
public sealed class NamedRow(int number, string[] cells, IReadOnlyDictionary<string, int> places)
{
    /// <summary>As a spreadsheet counts.</summary>
    public int Number => number;

    public bool Has(string column) => places.ContainsKey(column);

    /// <summary>What stands in a column; null for nothing and for a column that the file does not have.</summary>
    public string? Cell(string column) =>
        places.TryGetValue(column, out var place) && place < cells.Length ? TypedLine.Of(cells[place]) : null;
}

/// <summary>A kind of file: its columns, those that it must have, and how much of it somebody still checks.</summary>
/// <param name="Most">rows</param>
/// <param name="TooMany">key of what is said of more</param>
public sealed record NamedTable(FileColumns Columns, IReadOnlyList<string> Required, int Most, string TooMany);

/// <summary>Reads the rows of a file by the names of its columns; what each says is looked at behind.</summary>
public static class NamedRows
{
    public static List<NamedRow> Read(Stream file, EncodingChoice encoding, NamedTable table, FileFaults faults)
    {
        var rows = new List<NamedRow>();
        Dictionary<string, int>? places = null;
        try
        {
            foreach (var row in TableFile.Rows(file, encoding, readAs => faults.OldEncoding = readAs))
            {
                if (Array.TrueForAll(row.Cells, string.IsNullOrWhiteSpace))
                    continue;
                if (places is not null)
                {
                    if (rows.Count == table.Most)
                        throw new TableException(table.TooMany, row.Number, table.Most);
                    rows.Add(new(row.Number, row.Cells, places));
                }
                else if ((places = Places(row, table, faults)) is null)
                    return rows;
            }
        }
        catch (TableException broken)
        {
            faults.Add(broken.Row, null, null, broken.Why, broken.Values);
        }
        if (rows.Count == 0 && faults.Count == 0)
            faults.Add(0, null, null, places is null ? "import-empty" : "import-no-rows");
        return rows;
    }

    private static Dictionary<string, int>? Places(TableRow row, NamedTable table, FileFaults faults)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, heading) in row.Cells.Index())
        {
            if (string.IsNullOrWhiteSpace(heading))
                continue;
            if (table.Columns.PlaceOf(heading) is not { } place)
                faults.Add(row.Number, null, heading, "import-column-unknown", Shortened.Of(heading, 60));
            else if (!places.TryAdd(table.Columns.Names[place], i))
                faults.Add(row.Number, table.Columns.Names[place], heading, "import-column-twice");
        }
        foreach (var column in table.Required.Where(column => !places.ContainsKey(column)))
            faults.Add(row.Number, column, null, "import-column-missing");
        return faults.Count == 0 ? places : null;
    }
}
