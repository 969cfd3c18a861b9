using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections;

/// <summary>A file that somebody names on the command line.</summary>
internal static class InputFile
{
    // One byte more than the rules read, so that a larger file is seen to be larger and is not taken into memory.
    private const int Largest = (16 * 1024 * 1024) + 1;

    /// <returns>its bytes, or null when the reason stands on stderr</returns>
    public static async Task<byte[]?> ReadAsync(string path, Texts t, CancellationToken stop)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[81_920];
            int read;
            while (bytes.Length < Largest && (read = await file.ReadAsync(buffer, stop)) > 0)
                bytes.Write(buffer, 0, read);
            return bytes.ToArray();
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            await Console.Error.WriteLineAsync(t["input-file-missing", path]);
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await Console.Error.WriteLineAsync(t["input-file-unreadable", path]);
        }
        return null;
    }
}
