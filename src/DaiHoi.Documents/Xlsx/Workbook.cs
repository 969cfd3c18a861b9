using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaiHoi.Documents.Xlsx;

/// <summary>Tables as sheets.</summary>
internal static class Workbook
{
    private const int LongestName = 31;

    // More is refused by the programs that open it.
    private const int LongestText = 32_767;
    private const string Nothing = "Không có bảng";

    public static void Write(Stream stream, IReadOnlyList<PaperTable> tables)
    {
        using var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        book.Workbook = new();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Looks();
        var sheets = new Sheets();
        var titles = new DefinedNames();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<PaperTable> written = tables.Count > 0 ? tables : [new(Nothing, [new(Nothing)], [])];
        for (var i = 0; i < written.Count; i++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = SheetOf(written[i]);
            var name = NameOf(written[i].Caption, names);
            sheets.Append(
                new Sheet
                {
                    Id = book.GetIdOfPart(part),
                    SheetId = (uint)(i + 1),
                    Name = name,
                }
            );
            titles.Append(
                new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$2:$2")
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)i,
                }
            );
        }
        book.Workbook.Append(sheets, titles);
    }

    // The caption, then the titles of the columns, which stay in sight, then the rows.
    private static Worksheet SheetOf(PaperTable table)
    {
        var data = new SheetData();
        data.Append(RowOf([new(table.Caption)], 1));
        data.Append(RowOf([.. table.Columns.Select(column => new PaperCell(column.Title))], 2));
        for (var i = 0; i < table.Rows.Count; i++)
            data.Append(RowOf(table.Rows[i], i >= table.Rows.Count - table.Totals ? 1u : 0u));
        var widths = new Columns();
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var longest = table
                .Rows.Take(500)
                .Select(row => c < row.Count ? row[c].Text.Length : 0)
                .Append(Math.Min(20, table.Columns[c].Title.Length))
                .Max();
            widths.Append(
                new Column
                {
                    Min = (uint)c + 1,
                    Max = (uint)c + 1,
                    Width = Math.Clamp(longest + 3, 9, 60),
                    CustomWidth = true,
                }
            );
        }
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 2,
                        TopLeftCell = "A3",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            widths,
            data,
            new PageSetup
            {
                PaperSize = 9,
                FitToHeight = 0,
                Orientation = table.Columns.Count > 6 ? OrientationValues.Landscape : OrientationValues.Portrait,
            }
        );
    }

    private static Row RowOf(IReadOnlyList<PaperCell> cells, uint look)
    {
        var row = new Row();
        foreach (var cell in cells)
            row.Append(
                cell.Value is { } value
                    ? new Cell { CellValue = new(value.ToString(CultureInfo.InvariantCulture)), StyleIndex = look }
                    : new Cell
                    {
                        DataType = CellValues.InlineString,
                        InlineString = new(
                            new Text(Cut(PaperText.Clean(cell.Text))) { Space = SpaceProcessingModeValues.Preserve }
                        ),
                        StyleIndex = look,
                    }
            );
        return row;
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    // Usual, bold, and bold in the middle with its words broken.
    private static Stylesheet Looks() =>
        new(
            new Fonts(FontOf(false), FontOf(true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())
            ),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat { FontId = 0 },
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat(
                    new Alignment
                    {
                        WrapText = true,
                        Horizontal = HorizontalAlignmentValues.Center,
                        Vertical = VerticalAlignmentValues.Center,
                    }
                )
                {
                    FontId = 1,
                    ApplyFont = true,
                    ApplyAlignment = true,
                }
            )
        );

    private static Font FontOf(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 12 }, new FontName { Val = "Times New Roman" });
        return font;
    }

    // Behind a whole word, unless the first one is too long by itself.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most);
        return end > 0 ? text[..end].TrimEnd() : text[..most];
    }

    // What a sheet may be called: 31 letters, none of seven signs, each name once.
    private static string NameOf(string caption, HashSet<string> taken)
    {
        var name = new StringBuilder();
        foreach (var c in PaperText.Clean(caption))
            name.Append("[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? ' ' : c);
        var wanted = name.ToString().Trim() is { Length: > 0 } some ? some : "Bảng";
        for (var again = 1; ; again++)
        {
            var ending = again == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {again}");
            var one = Cut(wanted, LongestName - ending.Length) + ending;
            if (taken.Add(one))
                return one;
        }
    }
}
