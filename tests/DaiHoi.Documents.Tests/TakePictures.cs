using System.Runtime.CompilerServices;

namespace DaiHoi.Documents.Tests;

/// <summary>The pictures of papers in <c>docs/screenshots/</c>, taken by <c>eng/screenshots</c>: first pages, of both forms.</summary>
public sealed class TakePictures(RenderedPapers papers) : IClassFixture<RenderedPapers>
{
    private const int Resolution = 60;

    private static string Folder => Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "screenshots", "papers");

    [Fact(Explicit = true)]
    public void Of_every_paper()
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, _, _) in Samples.All().Where(one => one.Name != "national"))
        {
            Office.Draw(papers.Pdf(name), Path.Combine(Folder, name), pages: 2, Resolution);
            Office.Draw(papers.OfOffice(name), Path.Combine(Folder, name + "-word"), pages: 2, Resolution);
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
