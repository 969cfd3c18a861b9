namespace DaiHoi.Web.Campaigns.Checklists;

/// <summary>How kinds of what is due are called in addresses and in texts.</summary>
internal static class DueWords
{
    /// <summary>In an address.</summary>
    public static string CodeOf(DueKind kind) =>
        kind switch
        {
            DueKind.NotReported => "chua-bao-cao",
            DueKind.Overdue => "qua-han",
            DueKind.Soon => "sap-den-han",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Key of its words in <c>Ui/Texts</c>.</summary>
    public static string WordOf(DueKind kind) =>
        kind switch
        {
            DueKind.NotReported => "due-unreported",
            DueKind.Overdue => "due-overdue",
            DueKind.Soon => "due-soon",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
