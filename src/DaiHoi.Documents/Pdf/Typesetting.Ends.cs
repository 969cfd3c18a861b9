namespace DaiHoi.Documents.Pdf;

/// <summary>The head of a paper, and its end: recipients at the left, signatures at the right.</summary>
internal sealed partial class Typesetting
{
    private void SetHead()
    {
        var (begin, left) = (y, Width * layout.Head.Left);
        if (paper.Head.Superior is { } superior)
            SetCentred(document.Add(new("P")), "P", Regular, PaperText.Clean(superior), layout.Head.Superior, Left, left);
        foreach (var line in paper.Head.Issuer)
            SetCentred(document.Add(new("P")), "P", Bold, PaperText.Clean(line), layout.Head.Issuer, Left, left);
        if (layout.Head.Under is { } under)
            SetCentred(document.Add(new("P")), "P", Regular, under, layout.Head.Issuer, Left, left);
        else
            Rule(Left + (left * 0.32), left * 0.36);
        var level = y;
        if (paper.Head.Number is { } number)
            SetCentred(document.Add(new("P")), "P", Regular, PaperText.Clean(number), layout.Head.Number, Left, left);
        if (paper.Type is null)
            SetCentred(document.Add(new("P")), "P", Regular, $"V/v {PaperText.Clean(paper.Summary)}", 12, Left, left);
        var end = y;

        y = begin;
        var (x, width) = (Left + left, Width - left);
        var longest = 0.0;
        for (var i = 0; i < layout.Head.Motto.Count; i++)
        {
            SetCentred(document.Add(new("P")), "P", Bold, layout.Head.Motto[i], layout.Head.Sizes[i], x, width);
            longest = Math.Min(width, Bold.WidthOf(layout.Head.Motto[i], layout.Head.Sizes[i]));
        }
        if (layout.Head.Line)
            Rule(x + ((width - longest) / 2), longest);
        // The day stands beside the number.
        y = Math.Min(y, level);
        var dated = $"{PaperText.Clean(paper.Head.Place)}, {PaperText.LongDay(paper.Head.Date)}";
        SetCentred(document.Add(new("P")), "P", Italic, dated, layout.Head.Date, x, width);
        y = Math.Min(y, end);
    }

    private void Rule(double x, double length)
    {
        page.BeginArtifact();
        page.Line(x, y - 4, x + length, y - 4, 0.7);
        page.End();
        y -= 5;
    }

    // Nobody signs on an empty page, and nothing is torn apart here.
    private void SetEnd()
    {
        var recipients = RecipientLines();
        // Below a list that stands on its side there may be room to sign.
        if (page.Width > page.Height && y - EndHeight(recipients) < Bottom)
            StartPage(wide: false);
        Need(EndHeight(recipients));
        y -= Body.Pitch;
        var begin = y;
        SetRecipients(recipients);
        var end = y;
        var places = paper.Signatures.Count > 1 ? paper.Signatures.Count : 2;
        for (var i = 0; i < paper.Signatures.Count; i++)
        {
            y = begin;
            var at = paper.Signatures.Count > 1 ? i : 1;
            SetSignature(paper.Signatures[i], Left + (Width * at / places), Width / places);
            end = Math.Min(end, y);
        }
        y = end;
    }

    private List<List<SetLine>> RecipientLines() =>
        paper
            .Recipients.Select(line =>
                Lines.Break([new(Regular, $"- {PaperText.Clean(line)}")], layout.Recipients.Size, Width * layout.Head.Left)
            )
            .ToList();

    private double EndHeight(List<List<SetLine>> recipients)
    {
        var height = (layout.Signature.Size * 1.2 * (layout.Signature.Lines + 4)) + Body.Pitch;
        var listed =
            (recipients.Sum(lines => lines.Count) * layout.Recipients.Size * 1.25) + layout.Recipients.LabelSize + Body.Pitch;
        return Math.Min(Math.Max(height, paper.Recipients.Count == 0 ? 0 : listed), Top - Bottom);
    }

    // What stands behind a table that nearly ends the paper: its end, and the code before it.
    private double BehindTable(int at) =>
        paper.Blocks[at] is not PaperTable ? 0
        : at == paper.Blocks.Count - 1 ? EndHeight(RecipientLines())
        : at == paper.Blocks.Count - 2 && paper.Blocks[^1] is PaperCode ? CodeHeight + EndHeight(RecipientLines())
        : 0;

    // Nobody signs on a page that says nothing: a short last paragraph, a code or the last row of a table goes over with the signature.
    private void KeepWithEnd(PaperBlock last)
    {
        const int Short = 8;
        if (last is PaperCode)
            Need(CodeHeight + EndHeight(RecipientLines()));
        if (last is not PaperParagraph paragraph || page.Width > page.Height)
            return;
        var spans = paragraph.Runs.Select(run => new Span(FaceOf(run), PaperText.Clean(run.Text))).ToList();
        var lines = Lines.Break(spans, Body.Size, Width, Body.Indent * Millimetre).Count;
        if (lines <= Short)
            Need((lines * Body.Pitch) + Body.After + EndHeight(RecipientLines()));
    }

    private void SetRecipients(List<List<SetLine>> recipients)
    {
        if (recipients.Count == 0)
            return;
        var shape = layout.Recipients;
        var face = shape.Underlined ? Regular : pages.BoldItalic;
        y -= shape.LabelSize * 1.2;
        page.Begin(document.Add(new("P")), "P");
        page.Text([(face, shape.Label)], Left, y, shape.LabelSize);
        page.End();
        if (shape.Underlined)
        {
            page.BeginArtifact();
            page.Line(Left, y - 2, Left + face.WidthOf(shape.Label, shape.LabelSize), y - 2, 0.6);
            page.End();
        }
        var list = document.Add(new("L"));
        foreach (var lines in recipients)
        {
            var item = list.Add(new("LI")).Add(new("LBody"));
            foreach (var line in lines)
            {
                y -= shape.Size * 1.25;
                if (y < Bottom)
                {
                    StartPage(wide: false);
                    y -= shape.Size * 1.25;
                }
                page.Begin(item, "LBody");
                page.Text(line.Pieces, Left, y, shape.Size);
                page.End();
            }
        }
    }

    private void SetSignature(PaperSignature signature, double x, double width)
    {
        var size = layout.Signature.Size;
        if (signature.OnBehalf is { } body)
            SetCentred(document.Add(new("P")), "P", Bold, $"{layout.Signature.OnBehalf} {PaperText.Clean(body)}", size, x, width);
        if (signature.Post is { } post)
            SetCentred(
                document.Add(new("P")),
                "P",
                signature.OnBehalf is null ? Bold : Regular,
                PaperText.Clean(post),
                size,
                x,
                width
            );
        y -= layout.Signature.Lines * size * 1.2;
        if (signature.Name is { } name)
            SetCentred(document.Add(new("P")), "P", Bold, PaperText.Clean(name), size, x, width);
    }
}
