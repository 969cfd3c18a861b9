using DaiHoi.Documents.Pdf;

namespace DaiHoi.Documents;

/// <summary>Delegate cards as PDF: 90 × 60 mm, eight on a page of A4, with marks where to cut.</summary>
public static class PdfDelegateCards
{
    /// <summary>Writes cards in their order, row by row. The same cards give the same bytes.</summary>
    /// <param name="title">of the file</param>
    /// <returns>how many pages it has</returns>
    /// <exception cref="ArgumentException">there is nobody to wear one, or a code is too long</exception>
    public static int Write(Stream stream, IReadOnlyList<DelegateCard> cards, string title)
    {
        if (cards.Count == 0)
            throw new ArgumentException("there is no card", nameof(cards));
        var pages = new PdfPages();
        foreach (var sheet in cards.Chunk(DelegateCardSetting.OnPage))
            DelegateCardSetting.Set(pages, sheet);
        return pages.Write(stream, title);
    }
}
