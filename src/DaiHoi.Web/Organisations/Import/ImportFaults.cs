using DaiHoi.Web.Platform.Bulk;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>All that is wrong with a file of organisations.</summary>
internal sealed class ImportFaults : FileFaults
{
    public void Add(int row, ImportColumn? column, string? value, string why, params object?[] values) =>
        Add(row, column is { } named ? ImportColumns.NameOf(named) : null, value, why, values);
}
