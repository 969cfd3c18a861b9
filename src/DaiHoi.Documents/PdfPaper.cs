using DaiHoi.Documents.Pdf;

namespace DaiHoi.Documents;

/// <summary>Papers as PDF.</summary>
public static class PdfPaper
{
    /// <summary>
    /// Writes a paper as PDF 1.7: fonts embedded, every text copied as it was written, headings, lists and tables told to
    /// whoever has it read aloud. The same paper gives the same bytes.
    /// </summary>
    /// <param name="layout">from <see cref="PaperLayouts"/></param>
    /// <returns>how many pages it has</returns>
    public static int Write(Stream stream, Paper paper, PaperLayout layout)
    {
        var pages = new PdfPages();
        new Typesetting(paper, layout, pages, pages.Document).Set();
        return pages.Write(stream, TitleOf(paper));
    }

    /// <summary>Writes papers one behind the other, each on pages of its own: letters that differ in a name.</summary>
    /// <param name="title">of the file</param>
    /// <returns>how many pages it has</returns>
    /// <exception cref="ArgumentException">there is no paper</exception>
    public static int WriteAll(Stream stream, IReadOnlyList<Paper> papers, PaperLayout layout, string title)
    {
        if (papers.Count == 0)
            throw new ArgumentException("there is no paper", nameof(papers));
        var pages = new PdfPages();
        foreach (var paper in papers)
            new Typesetting(paper, layout, pages, pages.Document.Add(new("Part"))).Set();
        return pages.Write(stream, title);
    }

    private static string TitleOf(Paper paper) => $"{paper.Type} {paper.Summary}".Trim();
}
