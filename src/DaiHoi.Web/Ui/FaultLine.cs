using DaiHoi.Web.Platform.Bulk;

namespace DaiHoi.Web.Ui;

/// <summary>A fault of a file in one line, as a command tells it: what is not known of its place is left out.</summary>
public static class FaultLine
{
    /// <param name="why">the reason in words</param>
    public static string Of(FileFault fault, string why, Texts t) =>
        fault switch
        {
            { Row: 0 } => why,
            { Column.Length: 0 } => t["import-fault-row", fault.Row, why],
            { Value.Length: 0 } => t["import-fault-column", fault.Row, fault.Column, why],
            _ => t["import-fault", fault.Row, fault.Column, fault.Value, why],
        };
}
