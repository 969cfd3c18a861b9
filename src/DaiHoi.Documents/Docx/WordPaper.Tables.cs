using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaiHoi.Documents.Docx;

/// <summary>Tables: header rows that repeat, rows that do not break across pages.</summary>
internal sealed partial class WordPaper
{
    private void WriteTable(PaperTable table)
    {
        var whole = table.Wide ? WordParts.Twips(PageHeight - layout.Page.Left - layout.Page.Right) : TextWidth;
        var weights = table.Columns.Sum(column => Math.Max(0.01, column.Weight));
        var widths = table.Columns.Select(column => (int)(whole * Math.Max(0.01, column.Weight) / weights)).ToArray();
        body.Append(Styled(CaptionStyle, table.Caption));
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }
                ),
                new TableLook { Val = "0420", FirstRow = true },
                new TableCaption { Val = PaperText.Clean(table.Caption) }
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) }))
        );
        made.Append(
            Row(
                [.. table.Columns.Select(column => column.Title)],
                widths,
                _ => JustificationValues.Center,
                bold: true,
                new TableRowProperties(new CantSplit(), new TableHeader())
            )
        );
        for (var i = 0; i < table.Rows.Count; i++)
            made.Append(
                Row(
                    [.. table.Columns.Select((_, c) => c < table.Rows[i].Count ? table.Rows[i][c].Text : "")],
                    widths,
                    c => table.Columns[c].Numbers ? JustificationValues.Right : JustificationValues.Left,
                    bold: i >= table.Rows.Count - table.Totals,
                    new TableRowProperties(new CantSplit())
                )
            );
        // Two tables that follow each other would be one.
        body.Append(made, WordParts.Centred());
    }

    private static TableRow Row(
        IReadOnlyList<string> texts,
        int[] widths,
        Func<int, JustificationValues> where,
        bool bold,
        TableRowProperties look
    )
    {
        var row = new TableRow(look);
        for (var c = 0; c < texts.Count; c++)
            row.Append(
                new TableCell(
                    new TableCellProperties(
                        new TableCellWidth
                        {
                            Width = widths[c].ToString(CultureInfo.InvariantCulture),
                            Type = TableWidthUnitValues.Dxa,
                        }
                    ),
                    WordParts.Aligned(where(c), WordParts.Words(texts[c], 12, bold))
                )
            );
        return row;
    }
}
