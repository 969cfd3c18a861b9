using System.Globalization;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>An organisation as a file says it is.</summary>
internal sealed class ImportRow
{
    public required int Number { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string? Parent { get; init; }

    /// <summary>As written; null where nothing is.</summary>
    public required string? Kind { get; init; }

    /// <summary>As written.</summary>
    public required string Level { get; init; }
    public required int? Members { get; init; }
    public required DateOnly? From { get; init; }
    public required DateOnly? To { get; init; }
}

/// <summary>
/// The rows of a file, each checked by itself. A row with a fault is among them, without what could not be read of it: whoever
/// mends the file is told at once what else is wrong with it.
/// </summary>
/// <param name="Apart">rows whose code stands in another row already, or is none: held against the tree, but no part of it</param>
/// <param name="Has">the columns that the file has: what it does not have stays as it is</param>
/// <param name="Known">every code that the file has, with its row</param>
internal sealed record ImportRows(
    List<ImportRow> Rows,
    List<ImportRow> Apart,
    IReadOnlySet<ImportColumn> Has,
    IReadOnlyDictionary<string, int> Known
)
{
    private static readonly ImportColumn[] Required = [ImportColumn.Code, ImportColumn.Name, ImportColumn.Level];

    /// <summary>Reads all rows, or tells all that is wrong with each.</summary>
    public static ImportRows Read(Stream file, EncodingChoice encoding, ImportFaults faults, CancellationToken stop)
    {
        var (rows, apart) = (new List<ImportRow>(), new List<ImportRow>());
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        int[]? places = null;
        try
        {
            foreach (var row in TableFile.Rows(file, encoding))
            {
                if (row.Number % 1024 == 0)
                    stop.ThrowIfCancellationRequested();
                if (Array.TrueForAll(row.Cells, string.IsNullOrWhiteSpace))
                    continue;
                if (places is null)
                {
                    places = Heading(row, faults);
                    if (places is null)
                        break;
                    continue;
                }
                var code = CodeOf(row, places);
                var isNew = codes.TryAdd(code, row.Number);
                if (!isNew && code.Length > 0)
                    faults.Add(row.Number, ImportColumn.Code, code, "import-twice", codes[code]);
                var read = Row(row, code, places, words, faults);
                if (isNew && TreeFields.CodeProblem(code) is null)
                    rows.Add(read);
                // Of more nobody is told.
                else if (apart.Count < ImportFaults.MostTold)
                    apart.Add(read);
            }
        }
        catch (TableException broken)
        {
            faults.Add(broken.Row, null, null, broken.Why, broken.Values);
        }
        if (places is null && faults.Count == 0)
            faults.Add(0, null, null, "import-empty");
        else if (rows.Count + apart.Count == 0 && faults.Count == 0)
            faults.Add(0, null, null, "import-no-rows");
        var has = Enum.GetValues<ImportColumn>().Where(column => places is not null && places[(int)column] >= 0);
        return new(rows, apart, has.ToHashSet(), codes);
    }

    private static int[]? Heading(TableRow row, ImportFaults faults)
    {
        var places = Enumerable.Repeat(-1, ImportColumns.Names.Count).ToArray();
        var before = faults.Count;
        foreach (var (i, heading) in row.Cells.Index())
        {
            if (string.IsNullOrWhiteSpace(heading))
                continue;
            if (ImportColumns.Of(heading) is not { } column)
                faults.Add(row.Number, null, heading, "import-column-unknown", heading.Length > 60 ? heading[..60] : heading);
            else if (places[(int)column] >= 0)
                faults.Add(row.Number, column, heading, "import-column-twice");
            else
                places[(int)column] = i;
        }
        foreach (var column in Required.Where(column => places[(int)column] < 0))
            faults.Add(row.Number, column, null, "import-column-missing");
        return faults.Count == before ? places : null;
    }

    private static string CodeOf(TableRow row, int[] places) =>
        places[(int)ImportColumn.Code] is var place && place < row.Cells.Length ? Tidy(row.Cells[place]) ?? "" : "";

    private static ImportRow Row(TableRow row, string code, int[] places, Dictionary<string, string> words, ImportFaults faults)
    {
        if (TreeFields.CodeProblem(code) is { } codeProblem)
            faults.Add(row.Number, ImportColumn.Code, code, codeProblem, Organisation.LongestCode);
        var name = Cell(ImportColumn.Name) ?? "";
        if (TreeFields.NameProblem(name) is { } nameProblem)
            faults.Add(row.Number, ImportColumn.Name, name, nameProblem, Organisation.LongestName);
        var level = Shared(Cell(ImportColumn.Level)) ?? "";
        if (level.Length == 0)
            faults.Add(row.Number, ImportColumn.Level, "", "import-level-missing");
        return new()
        {
            Number = row.Number,
            Code = code,
            Name = name,
            Parent = Shared(Cell(ImportColumn.ParentCode)),
            Kind = Shared(Cell(ImportColumn.Kind)),
            Level = level,
            Members = MembersIn(),
            From = DayOf(ImportColumn.ValidFrom),
            To = DayOf(ImportColumn.ValidTo),
        };

        string? Cell(ImportColumn column) =>
            places[(int)column] is >= 0 and var place && place < row.Cells.Length ? Tidy(row.Cells[place]) : null;

        int? MembersIn()
        {
            if (Cell(ImportColumn.Members) is not { } written)
                return null;
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var members))
                return members;
            faults.Add(row.Number, ImportColumn.Members, written, "tree-members-number");
            return null;
        }

        DateOnly? DayOf(ImportColumn column)
        {
            if (Cell(column) is not { } written)
                return null;
            if (TypedDay.Of(written) is { Year: >= 1900 } day)
                return day;
            faults.Add(row.Number, column, written, "import-day");
            return null;
        }

        // Thousands stand below the same few: each word is kept once.
        string? Shared(string? word)
        {
            if (word is null)
                return null;
            return words.TryGetValue(word, out var known) ? known : words[word] = word;
        }
    }

    private static string? Tidy(string cell)
    {
        // Most cells are plain already, and there are millions of them.
        foreach (var c in cell)
        {
            if (c is < ' ' or > '~')
                return TreeFields.Tidy(cell);
        }
        return cell.Trim() is { Length: > 0 } tidy ? tidy : null;
    }
}
