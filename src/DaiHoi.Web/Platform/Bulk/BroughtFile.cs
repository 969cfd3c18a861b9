using System.Buffers.Text;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Platform.Bulk;

/// <summary>
/// A file that somebody brought to look at it before a second word. Between the two it lies in the page and nowhere else: no file
/// with personal data stays behind.
/// </summary>
public sealed class BroughtFile
{
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>Of the request, in which the file lies as text the second time.</summary>
    public const int LargestRequest = 2 * LargestFile;
    private const int LongestName = 200;

    private readonly byte[] bytes;

    private BroughtFile(string name, byte[] bytes) => (Name, this.bytes) = (name, bytes);

    public string Name { get; }

    /// <summary>As the page carries it.</summary>
    public string Content => Convert.ToBase64String(bytes);

    public Stream Open() => new MemoryStream(bytes, writable: false);

    public static async Task<BroughtFile> OfAsync(IFormFile file, CancellationToken stop)
    {
        var brought = new MemoryStream((int)file.Length);
        await file.CopyToAsync(brought, stop);
        return new(NameOf(Path.GetFileName(file.FileName)), brought.ToArray());
    }

    /// <summary>The same file when the second word is said; null where the page lost it.</summary>
    public static BroughtFile? Again(string? content, string? name) =>
        string.IsNullOrEmpty(content) || !Base64.IsValid(content) ? null : new(NameOf(name), Convert.FromBase64String(content));

    private static string NameOf(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "?" : Shortened.Of(Fold.Clean(name), LongestName);
}
