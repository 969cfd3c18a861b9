using System.Runtime.CompilerServices;

namespace DaiHoi.Documents.Tests;

/// <summary>The pictures of ballots and cards in <c>docs/screenshots/papers</c>, taken by <c>eng/screenshots</c>.</summary>
public sealed class TakePicturesOfSheets
{
    private const int Resolution = 60;

    private static string Folder => Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "screenshots", "papers");

    [Fact(Explicit = true)]
    public void Of_every_sheet()
    {
        var folder = Directory.CreateTempSubdirectory("sheets-").FullName;
        foreach (var (name, write) in SheetSamples.All())
        {
            var pdf = Path.Combine(folder, name + ".pdf");
            using (var stream = File.Create(pdf))
                write(stream);
            Office.Draw(pdf, Path.Combine(Folder, name), pages: 2, Resolution);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
