using System.Globalization;

namespace DaiHoi.Documents.Pdf;

/// <summary>Sets a paper on pages, from its head to its signatures.</summary>
internal sealed partial class Typesetting
{
    internal const double Millimetre = 72 / 25.4;
    private const double PaperWidth = 210 * Millimetre;
    private const double PaperHeight = 297 * Millimetre;
    private const double CellSize = 12;
    private const double CellPitch = 14.5;
    private const double CellRoom = 4;

    private readonly Paper paper;
    private readonly PaperLayout layout;
    private readonly PdfPages pages;
    private readonly Structure document;
    private readonly int before;
    private PageContent page = null!;
    private double y;

    /// <param name="pages">to which it adds its own; numbers on them begin anew</param>
    /// <param name="document">to which its parts are added</param>
    public Typesetting(Paper paper, PaperLayout layout, PdfPages pages, Structure document)
    {
        (this.paper, this.layout, this.pages, this.document) = (paper, layout, pages, document);
        before = pages.Count;
    }

    private Face Regular => pages.Regular;
    private Face Bold => pages.Bold;
    private Face Italic => pages.Italic;
    private double Left => layout.Page.Left * Millimetre;
    private double Top => page.Height - (layout.Page.Top * Millimetre);
    private double Bottom => layout.Page.Bottom * Millimetre;
    private double Right => page.Width - (layout.Page.Right * Millimetre);
    private double Width => Right - Left;
    private BodyShape Body => layout.Body;

    public void Set()
    {
        StartPage(wide: false);
        SetHead();
        SetTitle();
        foreach (var line in paper.Bases)
            SetParagraph(document.Add(new("P")), "P", [new(Italic, PaperText.Clean(line))], justified: true);
        for (var i = 0; i < paper.Blocks.Count; i++)
        {
            behindTable = BehindTable(i);
            if (i == paper.Blocks.Count - 1)
                KeepWithEnd(paper.Blocks[i]);
            SetBlock(paper.Blocks[i], i + 1 < paper.Blocks.Count ? paper.Blocks[i + 1] : null);
        }
        SetEnd();
    }

    private Face FaceOf(PaperRun run) => pages.FaceOf(run.Bold, run.Italic);

    private void StartPage(bool wide)
    {
        page = wide ? pages.Add(PaperHeight, PaperWidth) : pages.Add(PaperWidth, PaperHeight);
        y = Top;
        if (pages.Count - before == 1)
            return;
        var number = (pages.Count - before).ToString(CultureInfo.InvariantCulture);
        page.BeginArtifact();
        var x = (page.Width - Regular.WidthOf(number, 13)) / 2;
        page.Text([(Regular, number)], x, page.Height - (layout.Page.Top * Millimetre / 2) - 4, 13);
        page.End();
    }

    private void Need(double height)
    {
        if (y - height < Bottom && y < Top)
            StartPage(page.Width > page.Height);
    }

    private void SetTitle()
    {
        y -= 18;
        if (paper.Type is { } type)
        {
            var element = document.Add(new("H1"));
            SetCentred(element, "H1", Bold, PaperText.Clean(type), layout.Title.Type, Left, Width);
            SetCentred(document.Add(new("P")), "P", Bold, PaperText.Clean(paper.Summary), layout.Title.Summary, Left, Width);
            if (layout.Title.Line)
            {
                page.BeginArtifact();
                page.Line(Left + (Width * 0.38), y - 3, Left + (Width * 0.62), y - 3);
                page.End();
            }
        }
        else
            // An official letter says beside its number what it is about, and has no title.
            y += 6;
        y -= 14;
    }

    private double SetCentred(Structure element, string type, Face face, string text, double size, double x, double width)
    {
        foreach (var line in Lines.Break([new(face, text)], size, width))
        {
            y -= size * 1.2;
            page.Begin(element, type);
            page.Text(line.Pieces, x + ((width - line.Width) / 2), y, size);
            page.End();
        }
        return y;
    }

    private void SetBlock(PaperBlock block, PaperBlock? next)
    {
        // What stands on its side stands on pages of its own.
        if (page.Width > page.Height && block is not PaperTable { Wide: true })
            StartPage(wide: false);
        switch (block)
        {
            case PaperHeading heading:
                SetHeading(heading, next);
                break;
            case PaperParagraph paragraph:
                SetParagraph(
                    document.Add(new("P")),
                    "P",
                    [.. paragraph.Runs.Select(run => new Span(FaceOf(run), PaperText.Clean(run.Text)))],
                    justified: true
                );
                break;
            case PaperList list:
                SetList(list);
                break;
            case PaperTable table:
                SetTable(table);
                break;
            case PaperCurve curve:
                SetCurve(curve);
                break;
            case PaperCode code:
                SetCode(code);
                break;
            default:
                throw new InvalidOperationException($"nobody sets {block.GetType().Name}");
        }
    }

    // A heading stands with at least two lines of what follows it.
    private void SetHeading(PaperHeading heading, PaperBlock? next)
    {
        var type = $"H{Math.Clamp(heading.Level, 1, 3) + 1}";
        var face = heading.Level >= 3 ? pages.BoldItalic : Bold;
        var lines = Lines.Break([new(face, PaperText.Clean(heading.Text))], Body.Size, Width, Body.Indent * Millimetre);
        var follows = next switch
        {
            PaperTable => CellPitch * 5,
            PaperCurve => CurveHeight + 30,
            null => 0,
            _ => Body.Pitch * 2,
        };
        Need((lines.Count * Body.Pitch) + Body.After + follows);
        SetLines(document.Add(new(type)), type, lines, justified: false);
        y -= Body.After;
    }

    private void SetParagraph(Structure element, string type, IReadOnlyList<Span> spans, bool justified)
    {
        var lines = Lines.Break(spans, Body.Size, Width, Body.Indent * Millimetre);
        SetLines(element, type, lines, justified);
        y -= Body.After;
    }

    // No line of a paragraph stands alone at the foot or at the top of a page.
    private void SetLines(Structure element, string type, List<SetLine> lines, bool justified, double inset = -1)
    {
        var indent = inset < 0 ? Body.Indent * Millimetre : 0;
        var x = Left + Math.Max(0, inset);
        var width = Right - x;
        for (var i = 0; i < lines.Count; i++)
        {
            var left = lines.Count - i;
            var stay = i == 0 && left > 1 || left == 2 ? 2 : 1;
            if (lines.Count == 3 && i == 0)
                stay = 3;
            Need(stay * Body.Pitch);
            y -= Body.Pitch;
            var line = lines[i];
            var begin = i == 0 ? indent : 0;
            var stretch = justified && !line.Ends && line.Spaces > 0 ? (width - begin - line.Width) / line.Spaces : 0;
            page.Begin(element, type);
            page.Text(line.Pieces, x + begin, y + BaseLift, Body.Size, stretch);
            page.End();
        }
    }

    // Text stands in the middle of its pitch, as in a word processor.
    private double BaseLift => (Body.Pitch - Body.Size) / 2;

    private void SetList(PaperList list)
    {
        var whole = document.Add(new("L"));
        var inset = Body.Indent * Millimetre;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = whole.Add(new("LI"));
            var mark = list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}.") : "-";
            var lines = Lines.Break([new(Regular, $"{mark} {PaperText.Clean(list.Items[i])}")], Body.Size, Width, inset);
            SetLines(item.Add(new("LBody")), "LBody", lines, justified: true);
            y -= Body.After / 2;
        }
        y -= Body.After / 2;
    }
}
