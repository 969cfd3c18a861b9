namespace DaiHoi.Web.Platform.Bulk;

/// <summary>Something wrong in a file of rows.</summary>
/// <param name="Row">as a spreadsheet counts, the heading is 1; 0 is the file as a whole</param>
/// <param name="Column">as it is documented; empty for the row as a whole</param>
/// <param name="Value">what stands there, cut</param>
/// <param name="Why">its words in <c>Ui/Texts</c></param>
/// <param name="Values">for those words</param>
public sealed record FileFault(int Row, string Column, string Value, string Why, params object?[] Values);

/// <summary>All that is wrong with a file, or to be known of it; of very many faults the first are told and the others counted.</summary>
public class FileFaults
{
    public const int MostTold = 1_000;
    private const int LongestValue = 80;

    private readonly List<FileFault> told = [];

    public int Count { get; private set; }

    /// <summary>The encoding of the time before Unicode that the bytes speak for ("tcvn3"); null for any other file. It is told before anything is kept.</summary>
    public string? OldEncoding { get; set; }
    public IEnumerable<FileFault> Told => told.OrderBy(fault => fault.Row);

    /// <param name="column">as it is documented; null for the row as a whole</param>
    public void Add(int row, string? column, string? value, string why, params object?[] values)
    {
        Count++;
        if (told.Count == MostTold)
            return;
        value ??= "";
        told.Add(new(row, column ?? "", value.Length <= LongestValue ? value : value[..LongestValue] + "…", why, values));
    }
}
