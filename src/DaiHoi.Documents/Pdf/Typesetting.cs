using System.Globalization;
using System.Text;

namespace DaiHoi.Documents.Pdf;

/// <summary>Sets a paper on pages, from its head to its signatures.</summary>
internal sealed partial class Typesetting
{
    private const double Millimetre = 72 / 25.4;
    private const double PaperWidth = 210 * Millimetre;
    private const double PaperHeight = 297 * Millimetre;
    private const double CellSize = 12;
    private const double CellPitch = 14.5;
    private const double CellRoom = 4;

    private readonly Paper paper;
    private readonly PaperLayout layout;
    private readonly Face[] faces = Face.All();
    private readonly List<PageContent> pages = [];
    private readonly Structure document = new("Document");
    private PageContent page = null!;
    private double y;

    public Typesetting(Paper paper, PaperLayout layout) => (this.paper, this.layout) = (paper, layout);

    private Face Regular => faces[0];
    private Face Bold => faces[1];
    private Face Italic => faces[2];
    private double Left => layout.Page.Left * Millimetre;
    private double Top => page.Height - (layout.Page.Top * Millimetre);
    private double Bottom => layout.Page.Bottom * Millimetre;
    private double Right => page.Width - (layout.Page.Right * Millimetre);
    private double Width => Right - Left;
    private BodyShape Body => layout.Body;

    public int Write(Stream stream)
    {
        StartPage(wide: false);
        SetHead();
        SetTitle();
        foreach (var line in paper.Bases)
            SetParagraph(document.Add(new("P")), "P", [new(Italic, PaperText.Clean(line))], justified: true);
        for (var i = 0; i < paper.Blocks.Count; i++)
        {
            if (i == paper.Blocks.Count - 1)
                KeepWithEnd(paper.Blocks[i]);
            SetBlock(paper.Blocks[i], i + 1 < paper.Blocks.Count ? paper.Blocks[i + 1] : null);
        }
        SetEnd();
        return Finish(stream);
    }

    private Face FaceOf(PaperRun run) => faces[(run.Bold ? 1 : 0) + (run.Italic ? 2 : 0)];

    private void StartPage(bool wide)
    {
        page = wide ? new(pages.Count, PaperHeight, PaperWidth) : new(pages.Count, PaperWidth, PaperHeight);
        pages.Add(page);
        y = Top;
        if (pages.Count == 1)
            return;
        var number = pages.Count.ToString(CultureInfo.InvariantCulture);
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
            default:
                throw new InvalidOperationException($"nobody sets {block.GetType().Name}");
        }
    }

    // A heading stands with at least two lines of what follows it.
    private void SetHeading(PaperHeading heading, PaperBlock? next)
    {
        var type = $"H{Math.Clamp(heading.Level, 1, 3) + 1}";
        var face = heading.Level >= 3 ? faces[3] : Bold;
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

    private int Finish(Stream stream)
    {
        var file = new PdfFile();
        var root = file.Reserve();
        var tree = file.Reserve();
        var pagesNumber = file.Reserve();
        var contents = pages.ConvertAll(one => file.AddStream("", one.Bytes()));
        var fonts = string.Concat(faces.Where(face => face.IsUsed).Select(face => $"/{face.Name} {face.Write(file)} 0 R"));
        var numbers = pages.ConvertAll(_ => file.Reserve());
        for (var i = 0; i < pages.Count; i++)
            file.Set(
                numbers[i],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<</Type/Page/Parent {pagesNumber} 0 R/MediaBox[0 0 {pages[i].Width:0.##} {pages[i].Height:0.##}]/Resources<</Font<<{fonts}>>>>/Contents {contents[i]} 0 R/StructParents {i}/Tabs/S>>"
                )
            );
        file.Set(
            pagesNumber,
            $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', numbers.Select(number => $"{number} 0 R"))}]>>"
        );
        WriteTree(file, tree, numbers);
        var title = PaperText.Clean($"{paper.Type} {paper.Summary}".Trim());
        var metadata = file.AddStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(MetadataOf(title)), compressed: false);
        file.Set(
            root,
            $"<</Type/Catalog/Pages {pagesNumber} 0 R/StructTreeRoot {tree} 0 R/MarkInfo<</Marked true>>/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata} 0 R>>"
        );
        var information = file.Add($"<</Title{PdfFile.Text(title)}/Producer(DaiHoi)>>");
        file.Write(stream, root, information);
        return pages.Count;
    }

    private void WriteTree(PdfFile file, int tree, List<int> numbers)
    {
        var marks = pages.ConvertAll(_ => new SortedDictionary<int, int>());
        var top = document.Write(file, tree, numbers, marks);
        var parents = string.Join(
            ' ',
            marks.Select((of, i) => $"{i} [{string.Join(' ', of.Values.Select(number => $"{number} 0 R"))}]")
        );
        file.Set(tree, $"<</Type/StructTreeRoot/K {top} 0 R/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {pages.Count}>>");
    }

    private static string MetadataOf(string title) =>
        $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{System.Security.SecurityElement.Escape(
                title
            )}</rdf:li></rdf:Alt></dc:title><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
            """;
}
