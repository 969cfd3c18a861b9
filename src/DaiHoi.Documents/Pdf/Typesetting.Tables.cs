namespace DaiHoi.Documents.Pdf;

/// <summary>Tables and curves.</summary>
internal sealed partial class Typesetting
{
    private const double CurveHeight = 150;
    private const double CodeSide = 26 * Millimetre;

    /// <summary>What must find room on the page of a table's last row: the end of the paper, where it follows at once.</summary>
    private double behindTable;

    private double CodeHeight => CodeSide + (2 * Body.After);

    private void SetTable(PaperTable table)
    {
        if (table.Wide && page.Width < page.Height)
            StartPage(wide: true);
        var widths = WidthsOf(table);
        var head = new RowLines([.. table.Columns.Select((column, i) => CellLines(column.Title, Bold, widths[i]))]);
        var caption = Lines.Break([new(pages.BoldItalic, PaperText.Clean(table.Caption))], CellSize, Width);
        Need((caption.Count * CellPitch) + head.Height + (CellPitch * 2) + 8);
        var whole = document.Add(new("Table"));
        var captionElement = whole.Add(new("Caption"));
        foreach (var line in caption)
        {
            y -= CellPitch;
            page.Begin(captionElement, "Caption");
            page.Text(line.Pieces, Left, y + 3, CellSize);
            page.End();
        }
        y -= 4;
        var headRow = whole.Add(new("TR"));
        SetRow(head, widths, table, headRow, isHead: true);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var face = i >= table.Rows.Count - table.Totals ? Bold : Regular;
            var row = new RowLines([
                .. table.Columns.Select(
                    (_, c) => CellLines(c < table.Rows[i].Count ? table.Rows[i][c].Text : "", face, widths[c])
                ),
            ]);
            var behind = i == table.Rows.Count - 1 && behindTable > 0 ? behindTable + Body.After + 4 : 0;
            SetBreakableRow(row, widths, table, whole.Add(new("TR")), head, headRow, behind);
        }
        y -= Body.After + 4;
    }

    // A row goes to the next page whole; only one that no page can hold is cut, line by line.
    private void SetBreakableRow(
        RowLines row,
        double[] widths,
        PaperTable table,
        Structure element,
        RowLines head,
        Structure headRow,
        double behind
    )
    {
        var whole = Top - Bottom - head.Height;
        if (behind > 0 && row.Height + behind <= whole && row.Height + behind > y - Bottom)
            NextPage();
        if (row.Height > y - Bottom && (row.Height <= whole || y - Bottom < CellPitch * 4))
            NextPage();
        if (row.Height <= y - Bottom)
        {
            SetRow(row, widths, table, element, isHead: false);
            return;
        }
        var from = 0;
        var most = row.Cells.Max(cell => cell.Count);
        var cells = row.Cells.Select(_ => (Structure?)null).ToArray();
        while (from < most)
        {
            var fit = Math.Max(1, (int)((y - Bottom - CellRoom) / CellPitch));
            var part = new RowLines([.. row.Cells.Select(cell => cell.Skip(from).Take(fit).ToList())]);
            SetRow(part, widths, table, element, isHead: false, cells);
            from += fit;
            if (from < most)
                NextPage();
        }

        void NextPage()
        {
            StartPage(table.Wide);
            // Repeated only to be seen: who has it read aloud has heard it.
            SetRow(head, widths, table, headRow, isHead: true, repeated: true);
        }
    }

    private void SetRow(
        RowLines row,
        double[] widths,
        PaperTable table,
        Structure element,
        bool isHead,
        Structure?[]? known = null,
        bool repeated = false
    )
    {
        var (x, top) = (Left, y);
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var type = isHead || c == 0 ? "TH" : "TD";
            Structure? cell = null;
            if (repeated)
                page.BeginArtifact();
            else
            {
                cell =
                    known?[c]
                    ?? element.Add(
                        new(type)
                        {
                            Scope =
                                isHead ? "Column"
                                : c == 0 ? "Row"
                                : null,
                        }
                    );
                if (known is not null)
                    known[c] = cell;
            }
            var at = top - (CellRoom / 2);
            foreach (var line in row.Cells[c])
            {
                at -= CellPitch;
                var room = widths[c] - (2 * CellRoom);
                var shift =
                    isHead ? (room - line.Width) / 2
                    : table.Columns[c].Numbers ? room - line.Width
                    : 0;
                if (cell is not null)
                    page.Begin(cell, type);
                page.Text(line.Pieces, x + CellRoom + shift, at + 3.5, CellSize);
            }
            page.End();
            x += widths[c];
        }
        y = top - row.Height;
        page.BeginArtifact();
        page.Line(Left, top, Right, top);
        page.Line(Left, y, Right, y);
        x = Left;
        foreach (var width in widths)
        {
            page.Line(x, top, x, y);
            x += width;
        }
        page.Line(Right, top, Right, y);
        page.End();
    }

    // By weight, but no column narrower than its longest word, as long as the page can hold them all.
    private double[] WidthsOf(PaperTable table)
    {
        var least = table.Columns.Select((column, c) => LeastOf(table, column, c)).ToArray();
        var weights = table.Columns.Sum(column => Math.Max(0.01, column.Weight));
        var widths = table.Columns.Select(column => Width * Math.Max(0.01, column.Weight) / weights).ToArray();
        if (least.Sum() > Width)
            return [.. least.Select(one => one * Width / least.Sum())];
        for (var again = 0; again < widths.Length; again++)
        {
            var lacking = 0.0;
            var free = 0.0;
            for (var c = 0; c < widths.Length; c++)
            {
                if (widths[c] < least[c])
                {
                    lacking += least[c] - widths[c];
                    widths[c] = least[c];
                }
                else
                    free += widths[c] - least[c];
            }
            if (lacking < 0.01 || free <= 0)
                break;
            for (var c = 0; c < widths.Length; c++)
                widths[c] -= (widths[c] - least[c]) * Math.Min(1, lacking / free);
        }
        return widths;
    }

    private double LeastOf(PaperTable table, PaperColumn column, int c)
    {
        const double Most = 120;
        var wide = 0.0;
        foreach (var text in table.Rows.Select(row => c < row.Count ? row[c].Text : "").Append(column.Title))
        {
            foreach (var word in text.Split(' '))
                wide = Math.Max(wide, Bold.WidthOf(word, CellSize));
        }
        return Math.Min(Most, wide) + (2 * CellRoom) + 1;
    }

    private static List<SetLine> CellLines(string text, Face face, double width)
    {
        var clean = PaperText.Clean(text);
        return clean.Length == 0 ? [] : Lines.Break([new(face, clean)], CellSize, width - (2 * CellRoom));
    }

    private void SetCurve(PaperCurve curve)
    {
        Need(CurveHeight + 40);
        var title = document.Add(new("P"));
        SetCentred(title, "P", Italic, PaperText.Clean(curve.Title), CellSize, Left, Width);
        y -= 8;
        var figure = document.Add(new("Figure") { Alternative = PaperText.Clean(curve.Alternative) });
        page.Begin(figure, "Figure");
        var (x, bottom, width) = (Left + 34, y - CurveHeight, Width - 44);
        foreach (var share in (int[])[0, 25, 50, 75, 100])
        {
            var at = bottom + (CurveHeight * share / 100);
            page.Polyline([(x, at), (x + width, at)], 0.4, 0.75);
            var label = $"{share} %";
            page.Text([(Regular, label)], x - 6 - Regular.WidthOf(label, 10), at - 3, 10);
        }
        if (curve.Points.Count > 0)
        {
            double X(int i) => curve.Points.Count == 1 ? x + (width / 2) : x + (width * i / (curve.Points.Count - 1));
            var points = curve
                .Points.Select((point, i) => (X(i), bottom + (CurveHeight * Math.Clamp(point.Share, 0, 1))))
                .ToList();
            page.Polyline(points, 1.6, 0.15);
            foreach (var i in curve.Points.Count == 1 ? (int[])[0] : [0, curve.Points.Count - 1])
            {
                var label = PaperText.Clean(curve.Points[i].Label);
                var wide = Regular.WidthOf(label, 10);
                page.Text([(Regular, label)], Math.Clamp(X(i) - (wide / 2), Left, Right - wide), bottom - 13, 10);
            }
        }
        page.End();
        y = bottom - 22;
    }

    // The code at the left, and beside it in the middle of its height what is to be done with it.
    private void SetCode(PaperCode code)
    {
        const double Side = CodeSide;
        Need(Side + Body.After);
        y -= Body.After;
        page.Begin(document.Add(new("Figure") { Alternative = PaperText.Clean(code.Content) }), "Figure");
        page.Code(QrSquares.Of(code.Content), Left, y - Side, Side);
        page.End();
        var lines = Lines.Break([new(Regular, PaperText.Clean(code.Caption))], CellSize, Width - Side - 8);
        var at = y - ((Side - (lines.Count * CellPitch)) / 2) - CellSize;
        var words = document.Add(new("P"));
        foreach (var line in lines)
        {
            page.Begin(words, "P");
            page.Text(line.Pieces, Left + Side + 8, at, CellSize);
            page.End();
            at -= CellPitch;
        }
        y -= Math.Max(Side, lines.Count * CellPitch);
        y -= Body.After;
    }

    private sealed record RowLines(IReadOnlyList<List<SetLine>> Cells)
    {
        public double Height => (Math.Max(1, Cells.Max(cell => cell.Count)) * CellPitch) + CellRoom;
    }
}
