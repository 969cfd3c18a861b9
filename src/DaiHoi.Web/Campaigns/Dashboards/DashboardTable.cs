using System.Globalization;
using System.Text;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using MiniExcelLibs;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>The table of a dashboard as a file for a spreadsheet.</summary>
internal static class DashboardTable
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r'];

    public static async Task<MemoryStream> XlsxAsync(Dashboard board, Texts t, CancellationToken stop)
    {
        var table = new MemoryStream();
        await table.SaveAsAsync(Rows(board, t), sheetName: t["dashboard"], cancellationToken: stop);
        table.Position = 0;
        return table;
    }

    /// <summary>UTF-8 with the mark at the beginning by which a spreadsheet knows it, and semicolons as it has them in Vietnam.</summary>
    public static byte[] Csv(Dashboard board, Texts t)
    {
        var csv = new StringBuilder("\uFEFF");
        var head = true;
        foreach (var row in Rows(board, t))
        {
            if (head)
                csv.AppendJoin(';', row.Keys.Select(Cell)).Append("\r\n");
            head = false;
            csv.AppendJoin(';', row.Values.Select(value => value is string text ? Cell(text) : Number(value, t))).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(Dashboard board, Texts t)
    {
        foreach (var child in board.Children)
            yield return Row(board, t, child.Code, child.Name, child.Now, child.Moved, child.Forecast);
        yield return Row(board, t, board.Place.Code, board.Place.Name, board.Now, board.Moved, board.Forecast);
    }

    private static Dictionary<string, object?> Row(
        Dashboard board,
        Texts t,
        string code,
        string name,
        Standing now,
        long moved,
        Forecast? forecast
    )
    {
        var row = new Dictionary<string, object?>
        {
            [t["dashboard-code"]] = code,
            [t["dashboard-body"]] = name,
            [t["as-of"]] = Formats.Day(board.Day),
            [t["expected"]] = now.Expected,
            [t["held-all"]] = now.Held,
            [t["held-accepted"]] = now[Progress.Measure.HeldAccepted],
            [t["held-share-percent"]] = now.Share is { } share ? Math.Round(share * 100, 2) : null,
            [t["not-held"]] = now.NotHeld,
            [t["overdue"]] = now.Overdue,
            [t["dashboard-since", Formats.Day(board.Since)]] = moved,
            [t["dashboard-forecast"]] = forecast is null ? "" : Formats.Day(forecast.Middle),
        };
        foreach (var status in StatusCount.All)
            row[t[status.Code + "-status"]] = now[status.Measure];
        return row;
    }

    private static string Number(object? value, Texts t) =>
        value switch
        {
            null => "",
            double share => share.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', t.English ? '.' : ','),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException(value.GetType().Name),
        };

    // What begins like a formula would be one in a spreadsheet.
    private static string Cell(string text)
    {
        if (text.Length > 0 && Formulas.Contains(text[0]))
            text = "'" + text;
        return CsvCell.Of(text);
    }
}
