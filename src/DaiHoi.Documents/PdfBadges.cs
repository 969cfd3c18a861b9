using DaiHoi.Documents.Pdf;

namespace DaiHoi.Documents;

/// <summary>Badges as PDF: 90 × 60 mm, eight on a page of A4, with marks where to cut.</summary>
public static class PdfBadges
{
    /// <summary>Writes badges in their order, row by row. The same badges give the same bytes.</summary>
    /// <param name="title">of the file</param>
    /// <returns>how many pages it has</returns>
    /// <exception cref="ArgumentException">there is nobody to wear one, or a code is too long</exception>
    public static int Write(Stream stream, IReadOnlyList<Badge> badges, string title)
    {
        if (badges.Count == 0)
            throw new ArgumentException("there is no badge", nameof(badges));
        var pages = new PdfPages();
        foreach (var sheet in badges.Chunk(BadgeSetting.OnPage))
            BadgeSetting.Set(pages, sheet);
        return pages.Write(stream, title);
    }
}
