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
    public static int Write(Stream stream, Paper paper, PaperLayout layout) => new Typesetting(paper, layout).Write(stream);
}
