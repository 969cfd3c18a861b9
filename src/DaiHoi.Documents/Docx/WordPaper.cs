using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaiHoi.Documents.Docx;

/// <summary>One paper as WordprocessingML.</summary>
/// <remarks>ECMA-376, part 1; what belongs where is checked by the validator of the Open XML SDK.</remarks>
internal sealed partial class WordPaper(WordprocessingDocument file, Paper paper, PaperLayout layout)
{
    private const double PageWidth = 210;
    private const double PageHeight = 297;
    private const string HeadingStyle = "Heading";
    private const string CaptionStyle = "Caption";

    private readonly Body body = new();
    private string numbers = "";
    private int drawings;
    private int lists;

    private int TextWidth => WordParts.Twips(PageWidth - layout.Page.Left - layout.Page.Right);

    public void Write()
    {
        var main = file.AddMainDocumentPart();
        main.Document = new(body);
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Of(layout);
        numbers = main.GetIdOfPart(AddPageNumber(main));
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = ListsOf(paper.Blocks);
        var title = PaperText.Clean($"{paper.Type} {paper.Summary}".Trim());
        (file.PackageProperties.Title, file.PackageProperties.Language) = (title, "vi-VN");
        file.PackageProperties.Creator = PaperText.Clean(string.Join(' ', paper.Head.Issuer));
        WriteHead();
        WriteTitle();
        foreach (var line in paper.Bases)
            body.Append(new Paragraph(WordParts.Words(line, italic: true)));
        var wide = false;
        foreach (var block in paper.Blocks)
        {
            var turns = block is PaperTable { Wide: true };
            if (turns != wide)
                body.Append(SectionBreak(wide));
            wide = turns;
            WriteBlock(main, block);
        }
        if (wide)
            body.Append(SectionBreak(wide: true));
        // Nobody signs on a page that says nothing.
        else if (body.LastChild is Paragraph last && paper.Blocks.Count > 0)
            (last.ParagraphProperties ??= new()).KeepNext = new();
        WriteEnd();
        body.Append(Section(wide: false));
    }

    private void WriteHead()
    {
        var left = (int)(TextWidth * layout.Head.Left);
        var issuer = new List<OpenXmlElement>();
        if (paper.Head.Superior is { } superior)
            issuer.Add(WordParts.Centred(WordParts.Words(superior, layout.Head.Superior)));
        foreach (var line in paper.Head.Issuer)
            issuer.Add(WordParts.Centred(WordParts.Words(line, layout.Head.Issuer, bold: true)));
        issuer.Add(
            layout.Head.Under is { } under
                ? WordParts.Centred(WordParts.Words(under, layout.Head.Issuer))
                : WordParts.Rule((int)(left * 0.32))
        );
        if (paper.Head.Number is { } number)
            issuer.Add(WordParts.Centred(WordParts.Words(number, layout.Head.Number)));
        if (paper.Type is null)
            issuer.Add(WordParts.Centred(WordParts.Words($"V/v {paper.Summary}", 12)));

        var motto = new List<OpenXmlElement>();
        for (var i = 0; i < layout.Head.Motto.Count; i++)
            motto.Add(WordParts.Centred(WordParts.Words(layout.Head.Motto[i], layout.Head.Sizes[i], bold: true)));
        if (layout.Head.Line)
            motto.Add(WordParts.Rule(InsetOf(layout.Head.Motto[^1], layout.Head.Sizes[^1], TextWidth - left)));
        // The day stands beside the number: as many lines stand above it as the issuer has.
        var above = issuer.Count - 1 - motto.Count - (paper.Type is null ? 1 : 0);
        for (var i = 0; i < above; i++)
            motto.Add(WordParts.Centred(WordParts.Words("", layout.Head.Date)));
        motto.Add(
            WordParts.Centred(
                WordParts.Words($"{paper.Head.Place}, {PaperText.LongDay(paper.Head.Date)}", layout.Head.Date, italic: true)
            )
        );
        body.Append(WordParts.SideBySide((left, issuer), (TextWidth - left, motto)));
    }

    // A line as long as the words above it, by the widths of the letters.
    private static int InsetOf(string words, double size, int width)
    {
        var wide = (int)(Pdf.Face.All()[1].WidthOf(words, size) * 20);
        return Math.Max(0, (width - wide) / 2);
    }

    private void WriteTitle()
    {
        body.Append(WordParts.Centred());
        if (paper.Type is not { } type)
            return;
        var title = WordParts.Centred(WordParts.Words(type, layout.Title.Type, bold: true));
        title.ParagraphProperties!.ParagraphStyleId = new() { Val = "Title" };
        body.Append(title, WordParts.Centred(WordParts.Words(paper.Summary, layout.Title.Summary, bold: true)));
        body.Append(layout.Title.Line ? WordParts.Rule((int)(TextWidth * 0.38)) : WordParts.Centred());
    }

    private void WriteBlock(MainDocumentPart main, PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading heading:
                var style = HeadingStyle + Math.Clamp(heading.Level, 1, 3).ToString(CultureInfo.InvariantCulture);
                body.Append(
                    new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), WordParts.Words(heading.Text))
                );
                break;
            case PaperParagraph paragraph:
                var words = new Paragraph();
                words.Append(paragraph.Runs.Select(run => WordParts.Words(run.Text, null, run.Bold, run.Italic)));
                body.Append(words);
                break;
            case PaperList list:
                WriteList(list);
                break;
            case PaperTable table:
                WriteTable(table);
                break;
            case PaperCurve curve:
                body.Append(Styled(CaptionStyle, curve.Title), WordParts.Centred(WordCurve.Draw(main, curve, ++drawings)));
                break;
            case PaperCode code:
                WriteCode(main, code);
                break;
            default:
                throw new InvalidOperationException($"nobody writes {block.GetType().Name}");
        }
    }

    private void WriteCode(MainDocumentPart main, PaperCode code)
    {
        var side = WordParts.Twips(WordCode.Millimetres + 3);
        body.Append(
            WordParts.SideBySide(
                (side, [WordParts.Aligned(JustificationValues.Left, WordCode.Draw(main, code, ++drawings))]),
                (TextWidth - side, [WordParts.Aligned(JustificationValues.Left, WordParts.Words(code.Caption, 12))])
            ),
            WordParts.Centred()
        );
    }

    private void WriteList(PaperList list)
    {
        var number = ++lists;
        foreach (var item in list.Items)
            body.Append(
                new Paragraph(
                    new ParagraphProperties(
                        new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = number })
                    ),
                    WordParts.Words(item)
                )
            );
    }

    private static Numbering ListsOf(IReadOnlyList<PaperBlock> blocks)
    {
        var numbering = new Numbering();
        for (var kind = 0; kind < 2; kind++)
            numbering.Append(
                new AbstractNum(
                    new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                    new Level(
                        new StartNumberingValue { Val = 1 },
                        new NumberingFormat { Val = kind == 0 ? NumberFormatValues.Bullet : NumberFormatValues.Decimal },
                        new LevelText { Val = kind == 0 ? "-" : "%1." },
                        new LevelJustification { Val = LevelJustificationValues.Left },
                        new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = "567" })
                    )
                    {
                        LevelIndex = 0,
                    }
                )
                {
                    AbstractNumberId = kind,
                }
            );
        // Each list begins at one.
        foreach (var (at, list) in blocks.OfType<PaperList>().Index())
            numbering.Append(
                new NumberingInstance(
                    new AbstractNumId { Val = list.Numbered ? 1 : 0 },
                    new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }
                )
                {
                    NumberID = at + 1,
                }
            );
        return numbering;
    }

    private void WriteEnd()
    {
        // Nobody signs alone on a page.
        if (body.Elements<Paragraph>().LastOrDefault() is { } last && last == body.LastChild)
            (last.ParagraphProperties ??= new()).KeepNext = new();
        var room = WordParts.Centred();
        room.ParagraphProperties!.KeepNext = new();
        body.Append(room);
        var recipients = new List<OpenXmlElement>();
        if (paper.Recipients.Count > 0)
        {
            var shape = layout.Recipients;
            recipients.Add(
                WordParts.Aligned(
                    JustificationValues.Left,
                    WordParts.Words(
                        shape.Label,
                        shape.LabelSize,
                        bold: !shape.Underlined,
                        italic: !shape.Underlined,
                        shape.Underlined
                    )
                )
            );
            foreach (var line in paper.Recipients)
                recipients.Add(WordParts.Aligned(JustificationValues.Left, WordParts.Words($"- {line}", shape.Size)));
        }
        var signatures = paper.Signatures.Select(SignatureOf).ToList();
        if (signatures.Count == 1)
        {
            var half = TextWidth / 2;
            body.Append(WordParts.SideBySide((half, recipients), (TextWidth - half, signatures[0])));
            return;
        }
        if (signatures.Count > 1)
            body.Append(WordParts.SideBySide([.. signatures.Select(one => (TextWidth / signatures.Count, one))]));
        if (recipients.Count > 0)
            body.Append(recipients);
    }

    private IReadOnlyList<OpenXmlElement> SignatureOf(PaperSignature signature)
    {
        var size = layout.Signature.Size;
        var lines = new List<OpenXmlElement>();
        if (signature.OnBehalf is { } behalf)
            lines.Add(WordParts.Centred(WordParts.Words($"{layout.Signature.OnBehalf} {behalf}", size, bold: true)));
        if (signature.Post is { } post)
            lines.Add(WordParts.Centred(WordParts.Words(post, size, bold: signature.OnBehalf is null)));
        for (var i = 0; i < layout.Signature.Lines; i++)
            lines.Add(WordParts.Centred(WordParts.Words("", size)));
        lines.Add(WordParts.Centred(WordParts.Words(signature.Name ?? "", size, bold: true)));
        return lines;
    }

    private static Paragraph Styled(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), WordParts.Words(text));

    // Ends the pages before it: those that stand on their side, or those that do not.
    private Paragraph SectionBreak(bool wide) => new(new ParagraphProperties(Section(wide)));

    private SectionProperties Section(bool wide)
    {
        var (width, height) = ((uint)WordParts.Twips(PageWidth), (uint)WordParts.Twips(PageHeight));
        var page = wide
            ? new PageSize
            {
                Width = height,
                Height = width,
                Orient = PageOrientationValues.Landscape,
            }
            : new PageSize { Width = width, Height = height };
        return new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = numbers },
            page,
            new PageMargin
            {
                Top = WordParts.Twips(layout.Page.Top),
                Bottom = WordParts.Twips(layout.Page.Bottom),
                Left = (uint)WordParts.Twips(layout.Page.Left),
                Right = (uint)WordParts.Twips(layout.Page.Right),
                Header = (uint)WordParts.Twips(layout.Page.Top / 2),
                Footer = (uint)WordParts.Twips(layout.Page.Bottom / 2),
                Gutter = 0,
            },
            // The first page has no number.
            new TitlePage { Val = body.Descendants<SectionProperties>().Any() ? false : true }
        );
    }

    private static HeaderPart AddPageNumber(MainDocumentPart main)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new(
            WordParts.Centred(
                new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
                new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
                new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
                new Run(new Text("2")),
                new Run(new FieldChar { FieldCharType = FieldCharValues.End })
            )
        );
        return part;
    }
}
