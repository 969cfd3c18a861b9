using DaiHoi.Web.Platform.Bulk;

namespace DaiHoi.Web.Campaigns.Import;

/// <summary>All that is wrong with a file of events; the words of <c>events-rule</c> carry both languages and the article.</summary>
internal sealed class EventFaults : FileFaults
{
    public void Add(int row, EventColumn? column, string? value, string why, params object?[] values) =>
        Add(row, column is { } named ? EventColumns.NameOf(named) : null, value, why, values);
}
