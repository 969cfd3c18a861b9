using System.Globalization;

namespace DaiHoi.Documents.Pdf;

/// <summary>Sets one ballot on its pages: head and seal, how to vote, the names.</summary>
/// <remarks>
/// QĐ 244-QĐ/TW Điều 17 khoản 1, QĐ 190-QĐ/TW Điều 15: printed names in the order of the given name, the seal of the summoning
/// committee in the upper left corner; with a surplus names to be struck through, without one two boxes beside each.
/// </remarks>
internal sealed class BallotSetting
{
    public const string Title = "PHIẾU BẦU";
    private const string Seal = "Dấu của cấp triệu tập";
    private const string Continued = "(tiếp theo)";
    private const double Millimetre = Typesetting.Millimetre;
    private const double SealWide = 36 * Millimetre;
    private const double SealHigh = 33 * Millimetre;

    private readonly BallotSheet ballot;
    private readonly PdfPages pages;
    private readonly BallotMeasures measures;
    private readonly BallotRows rows;
    private readonly BallotFit fit;
    private Structure document;
    private Func<PageContent> next;
    private PageContent page = null!;

    public BallotSetting(BallotSheet ballot, BallotPaper paper, PdfPages pages)
    {
        (this.ballot, this.pages, document) = (ballot, pages, pages.Document);
        measures = BallotMeasures.Of(paper);
        rows = new(ballot, pages, measures);
        fit = rows.Fit(measures.Top - HeadHeight() - measures.Bottom, measures.Top - ContinuedHeight() - measures.Bottom);
        next = () => pages.Add(measures.Width, measures.Height);
    }

    private double Width => measures.Width - (2 * measures.Side);

    public void Set()
    {
        var from = 0;
        for (var sheet = 0; sheet < fit.Pages.Count; sheet++)
        {
            page = next();
            var top = sheet == 0 ? SetHead() : SetContinuedHead();
            rows.Set(page, document, fit, sheet, from, top);
            from += fit.Pages[sheet].Sum();
            if (fit.Pages.Count > 1)
                SetFoot(sheet + 1);
        }
    }

    /// <summary>The same pages once more, to be seen only: whoever has the file read aloud has heard the ballot.</summary>
    public IReadOnlyList<PageContent> SetUnheard()
    {
        var again = new List<PageContent>();
        (var heard, document) = (document, new("Document"));
        next = () =>
        {
            var one = new PageContent(again.Count, measures.Width, measures.Height, heard: false);
            again.Add(one);
            return one;
        };
        Set();
        document = heard;
        return again;
    }

    // The seal stands at the left of who calls the vote and of what is elected; below it how to vote goes over the whole width.
    private double SetHead()
    {
        SetSeal();
        var beside = new SetColumn(page, measures.Side + SealWide + measures.Gap, HeadWidth, measures.Top);
        if (ballot.Mark is { } mark)
            beside.FromRight(document, pages.Regular, mark, 9);
        if (ballot.Superior is { } superior)
            beside.Centred(document, pages.Regular, superior, measures.Small);
        foreach (var line in ballot.Issuer)
            beside.Centred(document, pages.Bold, line, measures.Small);
        beside.Skip(measures.Small * 0.7);
        SetTitle(beside);
        beside.Centred(document, pages.Bold, ballot.Elected, measures.Elected);
        var below = new SetColumn(page, measures.Side, Width, Math.Min(beside.Y, measures.Top - SealHigh) - 8);
        below.Centred(document, pages.Bold, ballot.Seats, measures.Text);
        below.Skip(2);
        below.Centred(document, pages.Italic, ballot.Instruction, measures.Text);
        return below.Y - 8;
    }

    private void SetTitle(SetColumn column)
    {
        var title = new Structure("H1");
        document.Add(title);
        column.Centred(title, pages.Bold, Title, measures.Title);
        column.Skip(1);
    }

    private void SetSeal()
    {
        page.BeginArtifact();
        page.Frame(measures.Side, measures.Top - SealHigh, SealWide, SealHigh, 0.6);
        page.End();
        page.Take(Ink.Grey);
        new SetColumn(page, measures.Side, SealWide, measures.Top - 3).Centred(document, pages.Italic, Seal, 8);
        page.Take(Ink.Black);
    }

    private double SetContinuedHead()
    {
        var column = new SetColumn(page, measures.Side, Width, measures.Top);
        if (ballot.Mark is { } mark)
            column.FromRight(document, pages.Regular, mark, 9);
        column.Centred(document, pages.Bold, $"{Title} {Continued}", measures.Elected);
        column.Centred(document, pages.Bold, ballot.Elected, measures.Small);
        return column.Y - 8;
    }

    private void SetFoot(int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Trang {number}/{fit.Pages.Count}");
        page.BeginArtifact();
        page.Text([(pages.Regular, text)], (measures.Width - pages.Regular.WidthOf(text, 9)) / 2, measures.Bottom - 14, 9);
        page.End();
    }

    private double HeadWidth => Width - SealWide - measures.Gap;

    private double HeadHeight()
    {
        var beside =
            (ballot.Mark is null ? 0 : HeightOf(pages.Regular, ballot.Mark, 9, HeadWidth))
            + (ballot.Superior is null ? 0 : HeightOf(pages.Regular, ballot.Superior, measures.Small, HeadWidth))
            + ballot.Issuer.Sum(line => HeightOf(pages.Bold, line, measures.Small, HeadWidth))
            + (measures.Small * 0.7)
            + HeightOf(pages.Bold, Title, measures.Title, HeadWidth)
            + 1
            + HeightOf(pages.Bold, ballot.Elected, measures.Elected, HeadWidth);
        return Math.Max(beside, SealHigh)
            + 8
            + HeightOf(pages.Bold, ballot.Seats, measures.Text, Width)
            + 2
            + HeightOf(pages.Italic, ballot.Instruction, measures.Text, Width)
            + 8;
    }

    private double ContinuedHeight() =>
        (ballot.Mark is null ? 0 : HeightOf(pages.Regular, ballot.Mark, 9, Width))
        + HeightOf(pages.Bold, $"{Title} {Continued}", measures.Elected, Width)
        + HeightOf(pages.Bold, ballot.Elected, measures.Small, Width)
        + 8;

    private static double HeightOf(Face face, string text, double size, double width) =>
        SetColumn.HeightOf(face, text, size, width);
}
