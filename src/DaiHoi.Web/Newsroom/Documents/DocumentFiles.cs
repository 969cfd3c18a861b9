using System.Security.Cryptography;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>The attachments of documents, in the data folder under the hash of their bytes; the same bytes lie there once.</summary>
public sealed class DocumentFiles(DatabaseAddress address)
{
    /// <summary>Keeps a file; it is there whole or not at all.</summary>
    /// <returns>SHA-256 of the bytes in lower hexadecimal: the name under which <see cref="PathOf"/> finds it</returns>
    public async Task<string> PutAsync(byte[] bytes, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(sha256);
        if (File.Exists(path))
            return sha256;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(unfinished, bytes, stop);
        File.Move(unfinished, path, overwrite: true);
        return sha256;
    }

    public string PathOf(string sha256) => Path.Combine(address.Folder, "files", sha256[..2], sha256);
}
