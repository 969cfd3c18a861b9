namespace DaiHoi.Web.Platform.Files;

/// <summary>Writes a file whole or not at all: under another name until its last byte, so that nobody is ever given half of it.</summary>
public static class WholeFile
{
    /// <summary>What a program that was killed leaves of a file; nobody reads it, and a backup passes it by.</summary>
    public const string Unfinished = ".tmp";

    /// <exception cref="IOException">the disk is full, or the folder cannot be written: nothing is left of it</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        var temporary = Begin(path);
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, stop);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc cref="WriteAsync"/>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = Begin(path);
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew))
                write(file);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string Begin(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return $"{path}.{Guid.NewGuid():N}{Unfinished}";
    }
}
