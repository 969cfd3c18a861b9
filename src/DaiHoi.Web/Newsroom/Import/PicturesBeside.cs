using DaiHoi.Web.Newsroom.Media;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Finds the picture files of a saved page beside it, and takes them into the media store.</summary>
internal sealed class PicturesBeside(MediaStore media)
{
    /// <summary>30 MB: the largest that cameras of reporters write.</summary>
    private const long LargestFile = 30 * 1024 * 1024;

    /// <param name="source">what the page writes: a path beside it, a path from the root of the old site, or an address</param>
    /// <returns>the id of the stored picture; null where no such picture lies in the folder</returns>
    public async Task<long?> TakeAsync(PageFile page, string source, CancellationToken stop)
    {
        if (Find(page, source) is not { } path || new FileInfo(path).Length > LargestFile)
            return null;
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(path, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        var stored = await media.PutAsync(bytes, stop);
        return stored.IsStored ? stored.Id : null;
    }

    /// <summary>The file that a page means, if it lies inside the page's folder; null for any other.</summary>
    internal static string? Find(PageFile page, string source)
    {
        foreach (var candidate in Candidates(page, source))
        {
            if (candidate.Contains('\0', StringComparison.Ordinal))
                continue;
            var path = Path.GetFullPath(candidate);
            if (IsInside(path, page.Folder) && File.Exists(path) && !LeadsOut(path, page.Folder))
                return path;
        }
        return null;
    }

    private static IEnumerable<string> Candidates(PageFile page, string source)
    {
        var beside = Path.GetDirectoryName(page.Path)!;
        var plain = source.Split('?', '#')[0];
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            // A copy of a whole site keeps the paths, with or without a folder for the host.
            var path = Uri.UnescapeDataString(address!.AbsolutePath).TrimStart('/');
            yield return Path.Combine(page.Folder, path);
            yield return Path.Combine(page.Folder, address.Host, path);
            plain = address.AbsolutePath;
        }
        foreach (var written in new[] { plain, Uri.UnescapeDataString(plain) }.Distinct())
        {
            var relative = written.Replace('\\', '/').TrimStart('/');
            if (relative.Length == 0)
                continue;
            yield return Path.Combine(beside, relative);
            yield return Path.Combine(page.Folder, relative);
            // "Save page as" puts everything into one folder named after the page.
            var name = Path.GetFileName(relative);
            var page0 = Path.GetFileNameWithoutExtension(page.Path);
            yield return Path.Combine(beside, page0 + "_files", name);
            yield return Path.Combine(beside, name);
        }
    }

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A link in the folder could lead to any file of the machine.
    private static bool LeadsOut(string path, string folder)
    {
        for (var at = path; at.Length > folder.Length; at = Path.GetDirectoryName(at)!)
        {
            var entry = new FileInfo(at);
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                return true;
        }
        return false;
    }
}
