namespace DaiHoi.Web.Organisations.Import;

/// <summary>Something wrong in a file.</summary>
/// <param name="Row">as a spreadsheet counts, the heading is 1; 0 is the file as a whole</param>
/// <param name="Column">as it is exported; empty for the row as a whole</param>
/// <param name="Value">what stands there, cut</param>
/// <param name="Why">its words in <c>Ui/Texts</c></param>
/// <param name="Values">for those words</param>
internal sealed record ImportFault(int Row, string Column, string Value, string Why, params object?[] Values);

/// <summary>All that is wrong with a file; of very many the first are told and the others counted.</summary>
internal sealed class ImportFaults
{
    public const int MostTold = 1_000;
    private const int LongestValue = 80;

    private readonly List<ImportFault> told = [];

    public int Count { get; private set; }
    public IEnumerable<ImportFault> Told => told.OrderBy(fault => fault.Row);

    public void Add(int row, ImportColumn? column, string? value, string why, params object?[] values)
    {
        Count++;
        if (told.Count == MostTold)
            return;
        value ??= "";
        told.Add(
            new(
                row,
                column is { } named ? ImportColumns.NameOf(named) : "",
                value.Length <= LongestValue ? value : value[..LongestValue] + "…",
                why,
                values
            )
        );
    }
}
