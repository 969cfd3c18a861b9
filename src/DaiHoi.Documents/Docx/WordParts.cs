using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaiHoi.Documents.Docx;

/// <summary>Small pieces of WordprocessingML. Sizes come in points, lengths in millimetres.</summary>
internal static class WordParts
{
    public static string Halves(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);

    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    public static Run Words(string text, double? size = null, bool bold = false, bool italic = false, bool underlined = false)
    {
        var look = new RunProperties();
        if (bold)
            look.Append(new Bold());
        if (italic)
            look.Append(new Italic());
        if (size is { } points)
            look.Append(new FontSize { Val = Halves(points) }, new FontSizeComplexScript { Val = Halves(points) });
        if (underlined)
            look.Append(new Underline { Val = UnderlineValues.Single });
        return new(look, new Text(PaperText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A paragraph in the middle, without the space and the indent of the text.</summary>
    public static Paragraph Centred(params Run[] runs) => Aligned(JustificationValues.Center, runs);

    public static Paragraph Aligned(JustificationValues where, params Run[] runs)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties(
                new SpacingBetweenLines
                {
                    Before = "0",
                    After = "0",
                    Line = "240",
                    LineRule = LineSpacingRuleValues.Auto,
                },
                new Indentation { FirstLine = "0" },
                new Justification { Val = where }
            )
        );
        paragraph.Append(runs.Cast<OpenXmlElement>());
        return paragraph;
    }

    /// <summary>A line as the border of an empty paragraph, drawn in from both sides.</summary>
    /// <param name="inset">at each side, in twentieths of a point</param>
    public static Paragraph Rule(int inset) =>
        new(
            new ParagraphProperties(
                new ParagraphBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = 6,
                        Space = 1,
                    }
                ),
                new SpacingBetweenLines
                {
                    Before = "20",
                    After = "0",
                    Line = "80",
                    LineRule = LineSpacingRuleValues.Exact,
                },
                new Indentation
                {
                    Left = inset.ToString(CultureInfo.InvariantCulture),
                    Right = inset.ToString(CultureInfo.InvariantCulture),
                    FirstLine = "0",
                }
            )
        );

    /// <summary>A table without borders that holds things side by side.</summary>
    /// <param name="columns">each with its width in twentieths of a point</param>
    public static Table SideBySide(params (int Width, IReadOnlyList<OpenXmlElement> Content)[] columns)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth
                {
                    Width = columns.Sum(one => one.Width).ToString(CultureInfo.InvariantCulture),
                    Type = TableWidthUnitValues.Dxa,
                },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(columns.Select(one => new GridColumn { Width = one.Width.ToString(CultureInfo.InvariantCulture) }))
        );
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        foreach (var (width, content) in columns)
        {
            var cell = new TableCell(
                new TableCellProperties(
                    new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }
                )
            );
            // A cell ends with a paragraph.
            cell.Append(content.Count > 0 ? content : [Centred()]);
            row.Append(cell);
        }
        table.Append(row);
        return table;
    }
}
