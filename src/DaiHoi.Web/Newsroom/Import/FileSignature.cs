namespace DaiHoi.Web.Newsroom.Import;

/// <summary>What a file is when it is not text, by its first bytes.</summary>
internal static class FileSignature
{
    /// <returns>"PNG", "PDF" …; "empty" or "binary"; null for what may be text</returns>
    public static string? NotText(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [] => "empty",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
            [0xFF, 0xD8, 0xFF, ..] => "JPEG",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "GIF",
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "BMP",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "WebP",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "PDF",
            [(byte)'P', (byte)'K', 3, 4, ..] => "ZIP",
            [0x1F, 0x8B, ..] => "GZIP",
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "RAR",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "DOC",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "RTF",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "ELF",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => null,
            _ when IsBlank(bytes) => "empty",
            _ when IsArchive(bytes) => "MHT",
            _ => IsBinary(bytes) ? "binary" : null,
        };

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        var text = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        return !text.ContainsAnyExcept(" \t\r\n"u8);
    }

    private static bool IsArchive(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 1024)].IndexOf("\nMIME-Version:"u8) >= 0
        && bytes[..Math.Min(bytes.Length, 4096)].IndexOf("Content-Type: multipart/"u8) >= 0;

    // Text has line ends and tabs; one strayed byte in a hundred is a damaged file, more is no text.
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var strange = 0;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                strange++;
        }
        return strange * 100L > bytes.Length;
    }
}
