namespace DaiHoi.Web.Newsroom.Import;

/// <summary>One file that may be a page.</summary>
/// <param name="Path">where it lies</param>
/// <param name="Name">as a person knows it: the file's name, or its path below the folder that was named</param>
/// <param name="Folder">pictures are taken from this folder and what is below it, and from nowhere else</param>
/// <param name="InFolder">the folder was named, so the file's path below it is the page's path on the old site</param>
internal sealed record PageFile(string Path, string Name, string Folder, bool InFolder);

/// <summary>The files under the paths that a person named.</summary>
/// <param name="Pages">in the order of the paths, those of a folder by name</param>
/// <param name="Beside">pictures, styles and scripts of saved pages, which are no pages</param>
internal sealed record PageFiles(IReadOnlyList<PageFile> Pages, int Beside)
{
    private static readonly HashSet<string> BesidePages = new(
        ".jpg .jpeg .jpe .jfif .png .gif .webp .bmp .ico .svg .tif .tiff .css .js .mjs .json .map .xml .woff .woff2 .ttf .eot .otf .swf .mp3 .mp4 .flv .avi .wmv .wma .m4a".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    // Links are not followed: a folder that holds itself would never end.
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <param name="missing">the first path that is neither a file nor a folder</param>
    /// <returns>null where a path is missing</returns>
    /// <exception cref="UnauthorizedAccessException">a folder cannot be read</exception>
    public static PageFiles? Under(IEnumerable<string> paths, out string? missing)
    {
        var pages = new List<PageFile>();
        var beside = 0;
        foreach (var path in paths)
        {
            missing = path;
            if (File.Exists(path))
            {
                var whole = Path.GetFullPath(path);
                pages.Add(new(whole, Path.GetFileName(whole), Path.GetDirectoryName(whole)!, InFolder: false));
            }
            else if (Directory.Exists(path))
            {
                beside += TakeFolder(Path.GetFullPath(path), pages);
            }
            else
            {
                return null;
            }
        }
        missing = null;
        return new(pages, beside);
    }

    private static int TakeFolder(string folder, List<PageFile> pages)
    {
        var beside = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", Below).Order(StringComparer.Ordinal))
        {
            if (BesidePages.Contains(Path.GetExtension(path)))
                beside++;
            else
                pages.Add(new(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), folder, InFolder: true));
        }
        return beside;
    }
}
