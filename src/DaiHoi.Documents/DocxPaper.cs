using DaiHoi.Documents.Docx;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace DaiHoi.Documents;

/// <summary>Papers as DOCX, for those who go on working on them.</summary>
public static class DocxPaper
{
    /// <summary>
    /// Writes a paper in Times New Roman as a clerk would set it: head and signatures as tables without borders, headings that
    /// are headings, the page's number as a field, rows that do not break.
    /// </summary>
    /// <param name="stream">one that can be read and sought in</param>
    /// <param name="layout">from <see cref="PaperLayouts"/></param>
    public static void Write(Stream stream, Paper paper, PaperLayout layout)
    {
        using var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        new WordPaper(file, paper, layout).Write();
    }
}
