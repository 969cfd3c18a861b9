using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People.Import;

/// <summary>A row of a file of people, as it is written.</summary>
internal sealed class PersonRow(int number, string[] cells, IReadOnlyDictionary<string, int> places)
{
    public int Number => number;

    public bool Has(string column) => places.ContainsKey(column);

    /// <summary>What stands in a column; null for nothing and for a column that the file does not have.</summary>
    public string? Cell(string column) =>
        places.TryGetValue(column, out var place) && place < cells.Length ? TypedLine.Of(cells[place]) : null;
}

/// <summary>Reads the rows of a file of people; what each says is looked at behind.</summary>
internal static class PersonRows
{
    /// <summary>More is no list of people that anybody checks.</summary>
    public const int Most = 20_000;

    public static List<PersonRow> Read(Stream file, EncodingChoice encoding, FileFaults faults)
    {
        var rows = new List<PersonRow>();
        Dictionary<string, int>? places = null;
        try
        {
            foreach (var row in TableFile.Rows(file, encoding))
            {
                if (Array.TrueForAll(row.Cells, string.IsNullOrWhiteSpace))
                    continue;
                if (places is not null)
                {
                    if (rows.Count == Most)
                        throw new TableException("people-rows", row.Number, Most);
                    rows.Add(new(row.Number, row.Cells, places));
                }
                else if ((places = Places(row, faults)) is null)
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

    private static Dictionary<string, int>? Places(TableRow row, FileFaults faults)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, heading) in row.Cells.Index())
        {
            if (string.IsNullOrWhiteSpace(heading))
                continue;
            if (PersonColumns.Known.PlaceOf(heading) is not { } place)
                faults.Add(row.Number, null, heading, "import-column-unknown", Shortened.Of(heading, 60));
            else if (!places.TryAdd(PersonColumns.Known.Names[place], i))
                faults.Add(row.Number, PersonColumns.Known.Names[place], heading, "import-column-twice");
        }
        foreach (var column in PersonColumns.Required.Where(column => !places.ContainsKey(column)))
            faults.Add(row.Number, column, null, "import-column-missing");
        return faults.Count == 0 ? places : null;
    }
}
