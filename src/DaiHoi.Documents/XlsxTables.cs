using DaiHoi.Documents.Xlsx;

namespace DaiHoi.Documents;

/// <summary>The tables of a paper as a workbook.</summary>
public static class XlsxTables
{
    /// <summary>
    /// Writes each table on a sheet of its own: numbers are numbers, the first row stays in sight and is printed on each page,
    /// and no words are taken for a formula.
    /// </summary>
    /// <returns>how many tables there were; a paper without one gives a workbook that says so</returns>
    public static int Write(Stream stream, Paper paper)
    {
        var tables = paper.Blocks.OfType<PaperTable>().ToList();
        Workbook.Write(stream, tables);
        return tables.Count;
    }
}
