using System.Globalization;

namespace DaiHoi.Web.Platform.Text;

/// <summary>How large a file is, as people read it.</summary>
public static class FileSize
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    /// <summary>"312 KB", "1,4 MB" in Vietnamese and "1.4 MB" in English; never less than one kilobyte.</summary>
    public static string Of(long bytes, bool english)
    {
        CultureInfo culture = english ? Formats.English : Formats.Vietnamese;
        if (bytes < Megabyte)
            return string.Create(culture, $"{Math.Max(1, bytes / Kilobyte)} KB");
        return string.Create(culture, $"{(double)bytes / Megabyte:0.#} MB");
    }
}
