using System.Globalization;
using System.Text;

namespace DaiHoi.Documents.Pdf;

/// <summary>The pages of one PDF while they are set, the faces that they share, and the file that becomes of them.</summary>
internal sealed class PdfPages
{
    private readonly Face[] faces = Face.All();
    private readonly List<PageContent> pages = [];

    /// <summary>What stands on them, for who has it read aloud.</summary>
    public Structure Document { get; } = new("Document");
    public Face Regular => faces[0];
    public Face Bold => faces[1];
    public Face Italic => faces[2];
    public Face BoldItalic => faces[3];
    public int Count => pages.Count;

    public Face FaceOf(bool bold, bool italic) => faces[(bold ? 1 : 0) + (italic ? 2 : 0)];

    public PageContent Add(double width, double height)
    {
        var page = new PageContent(pages.Count, width, height);
        pages.Add(page);
        return page;
    }

    /// <summary>Adds a page that is there to be seen only. The same one may be added many times: it lies in the file once.</summary>
    public void Repeat(PageContent page) => pages.Add(page);

    /// <param name="title">of the file</param>
    /// <returns>how many pages there are</returns>
    public int Write(Stream stream, string title)
    {
        var file = new PdfFile();
        var root = file.Reserve();
        var tree = file.Reserve();
        var pagesNumber = file.Reserve();
        var contents = new Dictionary<PageContent, int>();
        foreach (var page in pages)
        {
            if (!contents.ContainsKey(page))
                contents.Add(page, file.AddStream("", page.Bytes()));
        }
        var fonts = string.Concat(faces.Where(face => face.IsUsed).Select(face => $"/{face.Name} {face.Write(file)} 0 R"));
        var numbers = pages.ConvertAll(_ => file.Reserve());
        for (var i = 0; i < pages.Count; i++)
            file.Set(
                numbers[i],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<</Type/Page/Parent {pagesNumber} 0 R/MediaBox[0 0 {pages[i].Width:0.##} {pages[i].Height:0.##}]/Resources<</Font<<{fonts}>>>>/Contents {contents[pages[i]]} 0 R/StructParents {i}/Tabs/S>>"
                )
            );
        file.Set(
            pagesNumber,
            $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', numbers.Select(number => $"{number} 0 R"))}]>>"
        );
        WriteTree(file, tree, numbers);
        var clean = PaperText.Clean(title);
        var metadata = file.AddStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(MetadataOf(clean)), compressed: false);
        file.Set(
            root,
            $"<</Type/Catalog/Pages {pagesNumber} 0 R/StructTreeRoot {tree} 0 R/MarkInfo<</Marked true>>/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata} 0 R>>"
        );
        var information = file.Add($"<</Title{PdfFile.Text(clean)}/Producer(DaiHoi)>>");
        file.Write(stream, root, information);
        return pages.Count;
    }

    private void WriteTree(PdfFile file, int tree, List<int> numbers)
    {
        var marks = pages.ConvertAll(_ => new SortedDictionary<int, int>());
        var top = Document.Write(file, tree, numbers, marks);
        var parents = string.Join(
            ' ',
            marks.Select((of, i) => $"{i} [{string.Join(' ', of.Values.Select(number => $"{number} 0 R"))}]")
        );
        file.Set(tree, $"<</Type/StructTreeRoot/K {top} 0 R/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {pages.Count}>>");
    }

    private static string MetadataOf(string title) =>
        $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{System.Security.SecurityElement.Escape(
                title
            )}</rdf:li></rdf:Alt></dc:title><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
            """;
}
