using System.Globalization;

namespace DaiHoi.Documents.Pdf;

/// <summary>How the names of a ballot stand.</summary>
/// <param name="Size">of the names, in points</param>
/// <param name="Pages">for each page, how many names stand in each of its columns</param>
internal sealed record BallotFit(double Size, double Pitch, int Columns, IReadOnlyList<IReadOnlyList<int>> Pages);

/// <summary>The table of names on a ballot: as large as the page allows, and no name cut by the end of a page.</summary>
internal sealed class BallotRows(BallotSheet ballot, PdfPages pages, BallotMeasures measures)
{
    private const double Roomy = 1.75;
    private const double Tight = 1.5;
    private const double Gap = 10;
    private const double Room = 5;
    private const double HeadSize = 11;

    private readonly string[] names = [.. ballot.Names.Select(PaperText.Clean)];

    private double Width => measures.Width - (2 * measures.Side);
    private bool HasBoxes => ballot.Marking == BallotMarking.AgreeDisagree;
    private double HeadHeight => HasBoxes ? (2 * HeadSize * 1.2) + 6 : HeadSize + 9;

    /// <param name="first">height for names on the first page</param>
    /// <param name="further">the same on each page behind it</param>
    public BallotFit Fit(double first, double further)
    {
        for (var columns = 1; columns <= 2; columns++)
        {
            for (var size = measures.Largest; size >= PdfBallots.LeastNames; size--)
            {
                foreach (var pitch in (double[])[Roomy, Tight])
                {
                    // Only the smallest stand close together.
                    if (pitch is Tight && size > PdfBallots.LeastNames || columns == 2 && !AllOnOneLine(size, columns))
                        continue;
                    var even = Evenly(size, pitch, columns, first, 0);
                    if (even.Sum() == names.Length)
                        return new(size, pitch, columns, [even]);
                }
            }
        }
        var (one, two) = (OnPages(1, first, further), OnPages(2, first, further));
        return two.Count < one.Count && NeedNoThirdLine(2)
            ? new(PdfBallots.LeastNames, Roomy, 2, two)
            : new(PdfBallots.LeastNames, Roomy, 1, one);
    }

    /// <summary>Sets the names of one page.</summary>
    /// <param name="sheet">which page of the ballot, from 0</param>
    /// <param name="from">the first of them</param>
    /// <param name="top">where the table begins</param>
    public void Set(PageContent page, Structure document, BallotFit fit, int sheet, int from, double top)
    {
        var wide = ColumnWidth(fit.Columns);
        var at = from;
        for (var column = 0; column < fit.Pages[sheet].Count; column++)
        {
            var count = fit.Pages[sheet][column];
            if (count == 0)
                continue;
            var x = measures.Side + (column * (wide + Gap));
            SetTable(page, document.Add(new("Table")), fit, x, wide, top, at, count);
            at += count;
        }
    }

    private void SetTable(
        PageContent page,
        Structure table,
        BallotFit fit,
        double x,
        double wide,
        double top,
        int from,
        int count
    )
    {
        var number = NumberWidth(fit.Size);
        var box = BoxWidth(fit.Columns);
        var name = wide - number - (HasBoxes ? 2 * box : 0);
        double[] edges = HasBoxes
            ? [x, x + number, x + number + name, x + number + name + box, x + wide]
            : [x, x + number, x + wide];
        SetHead(page, table.Add(new("TR")), edges, top);
        var y = top - HeadHeight;
        Rules(page, edges, top, y, 1);
        for (var i = from; i < from + count; i++)
        {
            var lines = LinesOf(names[i], fit.Size, fit.Columns);
            var height = HeightOf(lines.Count, fit.Size, fit.Pitch);
            var row = table.Add(new("TR"));
            var middle = y - (height / 2);
            var label = string.Create(CultureInfo.InvariantCulture, $"{i + 1}");
            page.Begin(row.Add(new("TD")), "TD");
            page.Text(
                [(pages.Regular, label)],
                edges[1] - Room - pages.Regular.WidthOf(label, fit.Size),
                middle - (fit.Size * 0.33),
                fit.Size
            );
            page.End();
            var cell = row.Add(new("TH") { Scope = "Row" });
            var pitch = fit.Size * 1.2;
            var baseline = middle - (fit.Size * 0.33) + ((lines.Count - 1) * pitch / 2);
            foreach (var line in lines)
            {
                page.Begin(cell, "TH");
                page.Text(line.Pieces, edges[1] + Room, baseline, fit.Size);
                page.End();
                baseline -= pitch;
            }
            if (HasBoxes)
                SetBoxes(page, row, edges, middle, height);
            Rules(page, edges, y, y - height, 0.5);
            y -= height;
        }
    }

    private void SetHead(PageContent page, Structure row, double[] edges, double top)
    {
        string[] titles = HasBoxes ? ["TT", "Họ và tên", "Đồng ý", "Không đồng ý"] : ["TT", "Họ và tên"];
        for (var i = 0; i < titles.Length; i++)
        {
            var cell = row.Add(new("TH") { Scope = "Column" });
            var lines = Lines.Break([new(pages.Bold, titles[i])], HeadSize, edges[i + 1] - edges[i] - 4);
            var y = top - (HeadHeight / 2) + ((lines.Count - 2) * HeadSize * 0.6) + (HeadSize * 0.27);
            foreach (var line in lines)
            {
                page.Begin(cell, "TH");
                page.Text(line.Pieces, edges[i] + ((edges[i + 1] - edges[i] - line.Width) / 2), y, HeadSize);
                page.End();
                y -= HeadSize * 1.2;
            }
        }
    }

    // An empty box is nothing to hear; its cell is.
    private static void SetBoxes(PageContent page, Structure row, double[] edges, double middle, double height)
    {
        var side = Math.Min(20, height - 7);
        for (var i = 2; i < 4; i++)
        {
            page.Begin(row.Add(new("TD")), "TD");
            page.BeginArtifact();
            page.Frame(((edges[i] + edges[i + 1]) / 2) - (side / 2), middle - (side / 2), side, side, 1);
            page.End();
        }
    }

    private static void Rules(PageContent page, double[] edges, double top, double bottom, double thick)
    {
        page.BeginArtifact();
        page.Line(edges[0], top, edges[^1], top, thick);
        page.Line(edges[0], bottom, edges[^1], bottom, thick);
        foreach (var edge in edges)
            page.Line(edge, top, edge, bottom, 0.5);
        page.End();
    }

    private List<IReadOnlyList<int>> OnPages(int columns, double first, double further)
    {
        var sheets = new List<IReadOnlyList<int>>();
        for (var from = 0; from < names.Length; )
        {
            var height = sheets.Count == 0 ? first : further;
            var sheet = Evenly(PdfBallots.LeastNames, Roomy, columns, height, from);
            // A page that holds no name at all would never end; one name is set even where it runs over.
            if (sheet.Sum() == 0)
                sheet[0] = 1;
            sheets.Add(sheet);
            from += sheet.Sum();
        }
        return sheets;
    }

    // As many as the height holds; where all that are left fit, the columns are equally long.
    private int[] Evenly(double size, double pitch, int columns, double height, int from)
    {
        var sheet = Filled(size, pitch, columns, height, from, int.MaxValue);
        var left = names.Length - from;
        return sheet.Sum() == left && columns > 1
            ? Filled(size, pitch, columns, height, from, (left + columns - 1) / columns)
            : sheet;
    }

    private int[] Filled(double size, double pitch, int columns, double height, int from, int most)
    {
        var sheet = new int[columns];
        var at = from;
        for (var column = 0; column < columns; column++)
        {
            for (var room = height - HeadHeight; at < names.Length && sheet[column] < most; at++, sheet[column]++)
            {
                room -= HeightOf(LinesOf(names[at], size, columns).Count, size, pitch);
                if (room < 0)
                    break;
            }
        }
        return sheet;
    }

    private static double HeightOf(int lines, double size, double pitch) => (size * pitch) + ((lines - 1) * size * 1.2);

    private List<SetLine> LinesOf(string name, double size, int columns) =>
        Lines.Break([new(pages.Bold, name)], size, NameWidth(size, columns));

    private bool AllOnOneLine(double size, int columns) =>
        names.All(name => pages.Bold.WidthOf(name, size) <= NameWidth(size, columns));

    private bool NeedNoThirdLine(int columns) => names.All(name => LinesOf(name, PdfBallots.LeastNames, columns).Count <= 2);

    private double NameWidth(double size, int columns) =>
        ColumnWidth(columns) - NumberWidth(size) - (HasBoxes ? 2 * BoxWidth(columns) : 0) - (2 * Room);

    private static double BoxWidth(int columns) => columns == 1 ? 54 : 43;

    private double ColumnWidth(int columns) => (Width - ((columns - 1) * Gap)) / columns;

    private double NumberWidth(double size) =>
        pages.Regular.WidthOf(new string('0', Math.Max(2, names.Length.ToString(CultureInfo.InvariantCulture).Length)), size)
        + (2 * Room);
}
