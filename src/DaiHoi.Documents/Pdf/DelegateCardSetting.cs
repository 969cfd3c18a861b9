namespace DaiHoi.Documents.Pdf;

/// <summary>Sets cards on a page of A4.</summary>
internal static class DelegateCardSetting
{
    public const int OnPage = Across * Down;
    private const int Across = 2;
    private const int Down = 4;
    private const double Millimetre = Typesetting.Millimetre;
    private const double PageWide = 210 * Millimetre;
    private const double PageHigh = 297 * Millimetre;
    private const double Wide = 90 * Millimetre;
    private const double High = 60 * Millimetre;
    private const double Band = 14 * Millimetre;
    private const double CodeSide = 25 * Millimetre;
    private const double Margin = 3.5 * Millimetre;
    private const double Left = (PageWide - (Across * Wide)) / 2;
    private const double Top = (PageHigh + (Down * High)) / 2;

    public static void Set(PdfPages pages, IReadOnlyList<DelegateCard> cards)
    {
        var page = pages.Add(PageWide, PageHigh);
        SetCuts(page);
        for (var i = 0; i < cards.Count; i++)
            SetCard(
                page,
                pages,
                pages.Document.Add(new("Sect")),
                cards[i],
                Left + (i % Across * Wide),
                Top - (i / Across * High)
            );
    }

    // Marks stand outside the cards only: a knife that misses them by a hair leaves no line on anybody's card.
    private static void SetCuts(PageContent page)
    {
        const double From = 2 * Millimetre;
        const double To = 7 * Millimetre;
        page.BeginArtifact();
        for (var i = 0; i <= Across; i++)
        {
            var x = Left + (i * Wide);
            page.Line(x, Top + From, x, Top + To, 0.4);
            page.Line(x, Top - (Down * High) - From, x, Top - (Down * High) - To, 0.4);
        }
        for (var i = 0; i <= Down; i++)
        {
            var y = Top - (i * High);
            page.Line(Left - From, y, Left - To, y, 0.4);
            page.Line(Left + (Across * Wide) + From, y, Left + (Across * Wide) + To, y, 0.4);
        }
        page.End();
    }

    private static void SetCard(PageContent page, PdfPages pages, Structure into, DelegateCard card, double x, double top)
    {
        // Between neighbours a hairline is the edge, so that a card is one on the screen too.
        page.BeginArtifact();
        page.Take(Ink.DeepRed);
        page.Fill(x, top - Band, Wide, Band);
        page.Take(Ink.Black);
        page.Frame(x, top - High, Wide, High, 0.3);
        page.End();

        var (width, inner) = (Wide - (2 * Margin), x + Margin);
        page.Take(Ink.White);
        var size = SizeOf(pages.Bold, card.Congress, width, 10, 7);
        var height = card.Congress.Sum(line => SetColumn.HeightOf(pages.Bold, line, size, width));
        var band = new SetColumn(page, inner, width, top - Math.Max(0, (Band - height) / 2) + (size * 0.08));
        foreach (var line in card.Congress)
            band.Centred(into, pages.Bold, line, size);
        page.Take(Ink.DeepRed);
        var column = new SetColumn(page, inner, width, top - Band - (1.5 * Millimetre));
        column.Centred(into, pages.Bold, card.Kind, SizeOf(pages.Bold, [card.Kind], width, 11, 7));
        page.Take(Ink.Black);
        column.Skip(1);
        column.Centred(into, pages.Bold, card.Name, SizeOf(pages.Bold, [card.Name], width, 22, 13), 1.12);

        var bottom = top - High + (2 * Millimetre);
        page.Begin(into.Add(new("Figure") { Alternative = PaperText.Clean(card.Code) }), "Figure");
        page.Code(QrSquares.Of(card.Code), x + Wide - (2 * Millimetre) - CodeSide, bottom, CodeSide);
        page.End();
        SetPlace(page, pages, into, card, inner, bottom, Math.Min(column.Y, bottom + CodeSide));
    }

    // Beside the code, in the middle of what is left of the height.
    private static void SetPlace(
        PageContent page,
        PdfPages pages,
        Structure into,
        DelegateCard card,
        double x,
        double bottom,
        double top
    )
    {
        var width = Wide - Margin - CodeSide - (3 * Millimetre);
        var size = 12.0;
        while (size > 8 && HeightOf(size) > top - bottom)
            size -= 0.5;
        var column = new SetColumn(page, x, width, top - Math.Max(0, (top - bottom - HeightOf(size)) / 2));
        if (card.Delegation is { } delegation)
            column.FromLeft(into, pages.Regular, delegation, size);
        if (card.Number is { } number)
            column.FromLeft(into, pages.Bold, number, size);

        double HeightOf(double at) =>
            (card.Delegation is { } place ? SetColumn.HeightOf(pages.Regular, place, at, width) : 0)
            + (card.Number is { } known ? SetColumn.HeightOf(pages.Bold, known, at, width) : 0);
    }

    // The largest at which every line is one line; the least where none is.
    private static double SizeOf(Face face, IReadOnlyList<string> lines, double width, double most, double least)
    {
        var size = most;
        while (size > least && lines.Any(line => face.WidthOf(PaperText.Clean(line), size) > width))
            size -= 0.5;
        return size;
    }
}
