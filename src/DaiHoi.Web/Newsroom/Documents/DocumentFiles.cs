using System.Security.Cryptography;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Files;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>Attachments of documents in the data folder, as <c>documents/ab/{sha256}</c>; the same bytes lie there once.</summary>
public sealed class DocumentFiles(DatabaseAddress address)
{
    private readonly string folder = Path.Combine(address.Folder, "documents");

    /// <summary>Keeps the bytes and answers with their SHA-256, 64 lower-case hexadecimal digits.</summary>
    public async Task<string> PutAsync(byte[] bytes, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(sha256);
        if (File.Exists(path))
            return sha256;
        await WholeFile.WriteAsync(path, bytes, stop);
        return sha256;
    }

    /// <summary>An attachment for reading, or null where there is none.</summary>
    public Stream? Open(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower) || !File.Exists(PathOf(sha256)))
            return null;
        return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
    }

    /// <summary>Where the bytes lie, if they are there.</summary>
    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
