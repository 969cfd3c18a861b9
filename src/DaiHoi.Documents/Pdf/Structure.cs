using System.Globalization;
using System.Text;

namespace DaiHoi.Documents.Pdf;

/// <summary>An element of the tree that tells what stands on the pages: a heading, a paragraph, a row of a table.</summary>
/// <remarks>ISO 32000-1, 14.7 and 14.8.</remarks>
internal sealed class Structure(string type)
{
    private readonly List<object> kids = [];

    /// <summary>What it shows, for who cannot see it.</summary>
    public string? Alternative { get; init; }

    /// <summary>Of a header cell: "Column" or "Row".</summary>
    public string? Scope { get; init; }

    public Structure Add(Structure child)
    {
        kids.Add(child);
        return child;
    }

    /// <summary>It stands, or goes on, on a page.</summary>
    /// <param name="page">place of the page</param>
    /// <param name="mark">of the content there</param>
    public void Stand(int page, int mark) => kids.Add((page, mark));

    /// <summary>Writes it with all below.</summary>
    /// <param name="pages">numbers of the objects of the pages</param>
    /// <param name="marks">takes, for each page, who stands there, by mark</param>
    /// <returns>the number of its object</returns>
    public int Write(PdfFile file, int parent, IReadOnlyList<int> pages, IReadOnlyList<SortedDictionary<int, int>> marks)
    {
        var number = file.Reserve();
        var body = new StringBuilder();
        foreach (var kid in kids)
        {
            if (kid is Structure child)
                body.Append(CultureInfo.InvariantCulture, $"{child.Write(file, number, pages, marks)} 0 R ");
            else if (kid is (int page, int mark))
            {
                marks[page][mark] = number;
                body.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>");
            }
        }
        var alternative = Alternative is null ? "" : $"/Alt{PdfFile.Text(Alternative)}";
        var scope = Scope is null ? "" : $"/A<</O/Table/Scope/{Scope}>>";
        file.Set(number, $"<</Type/StructElem/S/{type}/P {parent} 0 R{alternative}{scope}/K[{body}]>>");
        return number;
    }
}
